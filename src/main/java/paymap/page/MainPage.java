package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import paymap.chart.ReportText;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Wording;
import paymap.figures.Answer;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.page.rows.Facets;
import paymap.words.Words;

/** The view itself: what is chosen, what it says in a sentence, the figures, the pictures, and how to read them. */
final class MainPage {

    private final Asked asked;
    private final View view;
    private final Facets facets;
    private final Answer answer;

    MainPage(Asked asked, Facets facets, Answer answer) {
        this.asked = asked;
        this.view = asked.view();
        this.facets = facets;
        this.answer = answer;
    }

    /** What the page is called where there are figures. */
    static String title(Asked asked, Wording words) {
        return asked.isDrawn()
                ? ReportText.subject(words)
                : Words.say(
                        "Advertised pay by %s",
                        FilterForm.words(asked.question().by()));
    }

    /**
     * The page where no row is as the view wants.
     *
     * @param live what is going on, below all else
     */
    List<Html> nothing(Html live) {
        Tag main = main().add(
                        tag("h1").add(Words.say("No posting is as you want it")),
                        chips(),
                        tag("p", "finding")
                                .add(
                                        Words.say(
                                                "The numbers beside each filter say what it would leave; take one away to see more.")));
        return around(main, live);
    }

    /**
     * The page with figures.
     *
     * @param pictures drawn of the data; none where groups are told apart by two things
     */
    List<Html> page(ChartData data, Html pictures, Html live) {
        Wording words = new Wording(data, Language.spoken(), null);
        Tag main = main();
        if (data.source().madeUp()) {
            main.add(tag("p", "warning").add(Words.say("made-up data: the postings are invented")));
        }
        main.add(tag("h1").add(title(asked, words)));
        if (asked.isDrawn()) {
            main.add(tag("p", "finding").add(new Findings(words).headline()));
        }
        main.add(
                chips(),
                tag("p", "source").add((words.source() + words.left()).strip()),
                new FigureTable(view, answer, words).html(),
                files(),
                pictures,
                method(words));
        return around(main, live);
    }

    private static Tag main() {
        return tag("main").with("id", "main").with("tabindex", "-1");
    }

    private List<Html> around(Tag main, Html live) {
        Tag side = tag("aside")
                .with("aria-label", Words.say("Filters"))
                .add(
                        tag("input")
                                .with("type", "checkbox")
                                .with("id", "show-filters")
                                .with("class", "show"),
                        tag("label", "show").with("for", "show-filters").add(Words.say("Filters")),
                        new FilterForm(asked, facets).html());
        return List.of(tag("div", "sides").add(side, main.add(live)));
    }

    /** What is chosen, each with a link to the view without it. */
    private Html chips() {
        List<Html> chips = new ArrayList<>();
        for (Param param : view.ofFigures().chosen().keySet()) {
            if (isChip(param)) {
                view.values(param).forEach(value -> chips.add(chip(param, value)));
            }
        }
        return chips.isEmpty()
                ? Html.none()
                : tag("ul", "chips").with("aria-label", Words.say("Chosen")).add(chips);
    }

    /** Whether it chooses rows. */
    static boolean isChip(Param param) {
        return switch (param) {
            case SITE, KEYWORD, CITY, EXPERIENCE, EDUCATION, DISTRICT, SINCE, MIN_PAY, MAX_PAY -> true;
            case BY, BASIS, PICTURE, LANG, GROUP, FROM, TO, PAY, AFTER, SCALE -> false;
        };
    }

    private Html chip(Param param, String value) {
        String name = Names.value(param, value);
        return tag("li")
                .add(link(view.ofFigures().without(param, value).at("/"), name)
                        .with("aria-label", Words.say("take away: %s", name))
                        .add(tag("span").with("aria-hidden", "true").add(" ×")));
    }

    private Html files() {
        Tag list = tag("p", "files");
        Map<String, String> files = Map.of("/pay.csv", "CSV", "/pay.json", "JSON");
        list.add(link(view.at("/postings"), Words.say("All postings of this view")));
        Stream.of("/pay.csv", "/pay.json")
                .forEach(path -> list.add(Html.text(" · "), link(view.at(path), String.valueOf(files.get(path)))));
        return list;
    }

    private static Html method(Wording words) {
        Tag list = tag("ul");
        Stream.concat(words.listed().stream(), ReportText.method(words).stream())
                .forEach(line -> list.add(tag("li").add(line)));
        return tag("section", "method").add(tag("h2").add(words.say("说明", "How to read these figures")), list);
    }
}
