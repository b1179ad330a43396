package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.chart.figures.NumberFormats;
import paymap.figures.Dimension;
import paymap.figures.Grouping;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.page.rows.Facet;
import paymap.page.rows.Facets;
import paymap.page.rows.Facets.Count;
import paymap.page.rows.PayTold;
import paymap.salary.Basis;
import paymap.words.Words;

/** What can be chosen, each with the number of postings that it would leave: a form whose address is the view. */
final class FilterForm {

    /** A list of more would be longer than the figures beside it; the others are reached by their city. */
    private static final int MOST_SHOWN = 60;

    private static final List<List<Dimension>> GROUPINGS = List.of(
            List.of(Dimension.CITY),
            List.of(Dimension.EXPERIENCE),
            List.of(Dimension.EDUCATION),
            List.of(Dimension.DISTRICT),
            List.of(Dimension.KEYWORD),
            List.of(Dimension.SITE),
            List.of(Dimension.CITY, Dimension.EXPERIENCE),
            List.of(Dimension.CITY, Dimension.EDUCATION),
            List.of(Dimension.EXPERIENCE, Dimension.EDUCATION));

    private final Asked asked;
    private final View view;
    private final Facets facets;

    FilterForm(Asked asked, Facets facets) {
        this.asked = asked;
        this.view = asked.view().ofFigures();
        this.facets = facets;
    }

    Html html() {
        Tag form = tag("form", "filters")
                .with("id", "filters")
                .with("method", "get")
                .with("action", "/")
                .with("autocomplete", "off")
                .with("aria-label", Words.say("Filters"));
        String language = view.value(Param.LANG);
        if (language != null) {
            form.add(tag("input").with("type", "hidden").with("name", "lang").with("value", language));
        }
        view.values(Param.PICTURE)
                .forEach(picture -> form.add(tag("input")
                        .with("type", "hidden")
                        .with("name", Param.PICTURE.code())
                        .with("value", picture)));
        form.add(compare());
        for (Facet facet : Facet.values()) {
            form.add(facet(facet));
        }
        return form.add(since(), buttons());
    }

    private Html compare() {
        Map<String, String> by = new LinkedHashMap<>();
        GROUPINGS.forEach(dimensions -> by.put(code(dimensions), words(dimensions)));
        by.putIfAbsent(code(view.by().by()), words(view.by().by()));
        Map<String, String> basis = new LinkedHashMap<>();
        for (Basis one : Basis.values()) {
            basis.put(one.code(), words(one));
        }
        return fieldset(Words.say("Compare"))
                .add(
                        select(Param.BY, Words.say("by"), by, code(view.by().by())),
                        select(
                                Param.BASIS,
                                Words.say("pay"),
                                basis,
                                view.basis().code()));
    }

    private static String code(List<Dimension> dimensions) {
        return String.join(",", dimensions.stream().map(Dimension::code).toList());
    }

    static String words(Grouping by) {
        return words(by.by());
    }

    private static String words(List<Dimension> dimensions) {
        return dimensions.stream()
                .map(FilterForm::words)
                .reduce((one, other) -> Words.say("%s and %s", one, other))
                .orElse("");
    }

    /** Within a sentence. */
    private static String words(Dimension dimension) {
        return switch (dimension) {
            case CITY -> Words.say("city");
            case EXPERIENCE -> Words.say("experience");
            case EDUCATION -> Words.say("education");
            case DISTRICT -> Words.say("district");
            case KEYWORD -> Words.say("keyword");
            case SITE -> Words.say("board");
            case COMPANY -> Words.say("company");
        };
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case MONTH -> Words.say("a month");
            case PACKAGE -> Words.say("a month, with extra months");
            case WEEK -> Words.say("a week");
            case DAY -> Words.say("a day");
            case HOUR -> Words.say("an hour");
        };
    }

    private static Tag select(Param param, String words, Map<String, String> options, String chosen) {
        Tag select = tag("select").with("name", param.code());
        options.forEach((code, name) -> select.add(tag("option")
                .with("value", code)
                .with("selected", code.equals(chosen))
                .add(name)));
        return tag("label", "line").add(tag("span").add(words), select);
    }

    private static Tag fieldset(String legend) {
        return tag("fieldset").add(tag("legend").add(legend));
    }

    private Html facet(Facet facet) {
        return switch (facet) {
            case SITE -> sites();
            case KEYWORD -> keywords();
            case CITY -> boxes(Param.CITY, facet, Words.say("City"));
            case EXPERIENCE -> boxes(Param.EXPERIENCE, facet, Words.say("Experience"));
            case EDUCATION -> boxes(Param.EDUCATION, facet, Words.say("Education"));
            case DISTRICT -> boxes(Param.DISTRICT, facet, Words.say("District"));
            case PAY -> pay();
        };
    }

    private Html sites() {
        List<Count> counts = facets.of(Facet.SITE);
        Tag set = fieldset(Words.say("Board"));
        if (counts.size() > 1 || !view.values(Param.SITE).isEmpty()) {
            boolean all = view.by().dimensions().contains(Dimension.SITE);
            set.add(choice("radio", Param.SITE, "", view.values(Param.SITE).isEmpty())
                    .add(tag("span").add(all ? Words.say("all, compared") : Words.say("the one collected last"))));
        }
        counts.forEach(count -> set.add(counted(
                choice(
                        "radio",
                        Param.SITE,
                        count.value(),
                        view.values(Param.SITE).contains(count.value())
                                || counts.size() == 1 && view.values(Param.SITE).isEmpty()),
                Names.site(count.value(), asked.madeUpSites().contains(count.value())),
                count)));
        return set;
    }

    private Html keywords() {
        List<Count> counts = facets.of(Facet.KEYWORD);
        Tag set = fieldset(Words.say("Keyword"));
        if (counts.size() < 2) {
            counts.forEach(count -> set.add(tag("p", "only").add(Names.keyword(count.value()))));
            return set;
        }
        if (view.values(Param.KEYWORD).isEmpty() && !view.by().dimensions().contains(Dimension.KEYWORD)) {
            set.add(tag("p", "hint").add(Words.say("None chosen: the newest search.")));
        }
        set.add(choice("checkbox", Param.KEYWORD, Param.EVERY_KEYWORD, view.wantsEveryKeyword())
                .add(tag("span").add(Words.say("all together"))));
        Tag list = tag("div", "list");
        shown(Param.KEYWORD, counts)
                .forEach(count -> list.add(counted(
                        choice(
                                "checkbox",
                                Param.KEYWORD,
                                count.value(),
                                view.values(Param.KEYWORD).contains(count.value())),
                        Names.keyword(count.value()),
                        count)));
        return set.add(list);
    }

    private Html boxes(Param param, Facet facet, String legend) {
        List<Count> counts = facets.of(facet);
        List<Count> shown = shown(param, counts);
        if (shown.isEmpty()) {
            return Html.none();
        }
        Tag list = tag("div", "list");
        shown.forEach(count -> list.add(counted(
                choice(
                        "checkbox",
                        param,
                        Names.address(facet, count.value()),
                        view.values(param).contains(Names.address(facet, count.value()))),
                Names.value(facet, count.value()),
                count)));
        Tag set = fieldset(legend).add(list);
        return counts.size() <= MOST_SHOWN
                ? set
                : set.add(tag("p", "hint")
                        .add(Words.say("and %d more; choose a city to see its own", counts.size() - shown.size())));
    }

    /** The ones with most rows, and those that are chosen. */
    private List<Count> shown(Param param, List<Count> counts) {
        List<Count> shown = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            String value = counts.get(i).value();
            boolean canBeChosen = param != Param.DISTRICT || !value.isEmpty();
            if (canBeChosen && i < MOST_SHOWN || view.values(param).contains(value)) {
                shown.add(counts.get(i));
            }
        }
        return shown;
    }

    private static Tag choice(String type, Param param, String value, boolean isChosen) {
        return tag("label", "choice")
                .add(tag("input")
                        .with("type", type)
                        .with("name", param.code())
                        .with("value", value)
                        .with("checked", isChosen));
    }

    private static Tag counted(Tag choice, String words, Count count) {
        return choice.with("class", count.rows() == 0 ? "choice zero" : "choice")
                .add(tag("span").add(words), tag("span", "count").add(NumberFormats.count(count.rows())));
    }

    /** Bounds for the midpoint, and what is known of pay: links to the postings, as no figure is made of them. */
    private Html pay() {
        Tag set = fieldset(Words.say("Pay"))
                .add(field(Param.MIN_PAY, Words.say("from"), "15k"), field(Param.MAX_PAY, Words.say("to"), "30k"));
        Tag list = tag("ul", "told");
        for (Count count : facets.of(Facet.PAY)) {
            PayTold told = Param.told(count.value());
            String number = NumberFormats.count(count.rows());
            String words = Names.told(told);
            list.add(
                    count.rows() == 0
                            ? tag("li", "zero")
                                    .add(
                                            tag("span").add(words),
                                            tag("span", "count").add(number))
                            : tag("li")
                                    .add(
                                            link(
                                                    view.with(Param.PAY, told.code())
                                                            .at("/postings"),
                                                    words),
                                            tag("span", "count").add(number)));
        }
        return set.add(list);
    }

    private Html since() {
        return fieldset(Words.say("Seen since")).add(field(Param.SINCE, Words.say("date, or time back"), "7d"));
    }

    private Html field(Param param, String words, String example) {
        String value = view.value(param);
        return tag("label", "line")
                .add(
                        tag("span").add(words),
                        tag("input")
                                .with("type", "text")
                                .with("name", param.code())
                                .with("value", value == null ? "" : value)
                                .with("placeholder", example)
                                .with("autocomplete", "off")
                                .with("spellcheck", "false"));
    }

    private Html buttons() {
        View plain = view.only(Param.LANG);
        return tag("div", "buttons")
                .add(tag("button").with("type", "submit").add(Words.say("Show")))
                .add(link(plain.at("/"), Words.say("Clear all")));
    }
}
