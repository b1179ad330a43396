package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.util.List;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.words.Words;

/** How the page is used: what it says of itself to those who ask. */
final class HelpPage {

    private HelpPage() {}

    static String title() {
        return Words.say("Help");
    }

    static List<Html> page(View view) {
        Tag main = tag("main")
                .with("id", "main")
                .with("tabindex", "-1")
                .add(
                        tag("h1").add(title()),
                        tag("p").add(link(view.ofFigures().at("/"), Words.say("← Back to the figures"))));
        return List.of(tag("div", "one").add(main.add(choosing(), reading(), addresses(), keys())));
    }

    private static Html choosing() {
        return part(
                Words.say("Choose"),
                Words.say(
                        "Values of one filter are alternatives; different filters must all be met. The number beside each says how many postings there would be; one that stands grey would leave none."),
                Words.say(
                        "Without a board it is the one collected last, and without a keyword the one searched last: rows of two boards, or of two searches, are put together only if you say so."),
                Words.say(
                        "The address in the browser is the view: keep it, and the same view comes back with what is stored by then."));
    }

    private static Html reading() {
        return part(
                Words.say("Look closer"),
                Words.say(
                        "Each bar, box and dot says its figures when the pointer or the focus is on it, and leads to its postings; so does each name in the table."),
                Words.say(
                        "Titles of postings lead to the board, where an address can be made of the number that the board gave."));
    }

    private static Html addresses() {
        Tag list = tag("ul");
        List.of("/pay.json", "/pay.csv", "/postings", "/average.svg", "/average.png?scale=2")
                .forEach(path -> list.add(tag("li").add(tag("code").add(path))));
        return part(
                        Words.say("The same view for programs"),
                        Words.say("What stands behind the question mark stays, and the path says what is wanted:"))
                .add(list);
    }

    private static Tag keys() {
        Tag list = tag("dl");
        list.add(tag("dt").add(tag("kbd").add("/")), tag("dd").add(Words.say("to the filters")));
        list.add(tag("dt").add(tag("kbd").add("?")), tag("dd").add(Words.say("this page")));
        return part(Words.say("Keys")).add(list);
    }

    private static Tag part(String title, String... paragraphs) {
        Tag part = tag("section").add(tag("h2").add(title));
        for (String paragraph : paragraphs) {
            part.add(tag("p").add(paragraph));
        }
        return part;
    }
}
