// Quicker to the hand; the page does everything without it.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const wide = matchMedia("(min-width: 1000px)");
  const KEPT = "paymap-place";

  /** Fields that nobody filled in do not belong into the address. */
  function address() {
    const pairs = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== "" || name === "keyword") {
        pairs.append(name, value);
      }
    }
    const query = pairs.toString();
    return query ? "/?" + query : "/";
  }

  function keep(field) {
    const lists = [...form.querySelectorAll(".list")].map((list) => list.scrollTop);
    const place = {name: field.name, value: field.value, type: field.type, page: scrollY, form: form.scrollTop, lists};
    sessionStorage.setItem(KEPT, JSON.stringify(place));
  }

  /** The field that changed the view has the focus again, where it was. */
  function restore() {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (!kept) {
      return;
    }
    const place = JSON.parse(kept);
    const many = place.type === "checkbox" || place.type === "radio";
    const field = [...form.elements].find((each) => each.name === place.name && (!many || each.value === place.value));
    form.querySelectorAll(".list").forEach((list, i) => { list.scrollTop = place.lists[i] || 0; });
    if (field) {
      field.focus({preventScroll: true});
    }
    form.scrollTop = place.form;
    scrollTo(0, place.page);
  }

  if (form) {
    form.addEventListener("change", (event) => {
      if (wide.matches) {
        keep(event.target);
        location.assign(address());
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(address());
    });
    // Back shows the view as it was, not what was chosen when it was left.
    addEventListener("pageshow", (event) => {
      if (event.persisted) {
        form.reset();
      }
    });
    restore();
  }

  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (inField || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "?") {
      const help = document.querySelector("a[data-help]");
      if (help) {
        location.assign(help.href);
      }
    } else if (event.key === "/" && form) {
      event.preventDefault();
      const show = document.getElementById("show-filters");
      show.checked = true;
      form.querySelector("select, input:not([type=hidden])").focus();
    }
  });
})();
