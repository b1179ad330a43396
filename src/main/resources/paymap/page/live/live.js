// Puts what the server sends in place of what the page began with. Without it the link below looks again.
"use strict";
(() => {
  const section = document.getElementById("live");
  if (!section || !window.EventSource) return;
  const events = new EventSource(section.dataset.events);
  events.addEventListener("shown", (event) => {
    document.getElementById("live-now").innerHTML = event.data;
    document.getElementById("live-refresh").parentElement.hidden = true;
  });
  events.addEventListener("aloud", (event) => {
    document.getElementById("live-aloud").textContent = event.data;
  });
  // The browser tries again by itself, unless the server said no.
  events.addEventListener("error", () => {
    document.getElementById("live-refresh").parentElement.hidden = false;
  });
})();
