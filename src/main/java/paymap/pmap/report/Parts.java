package paymap.pmap.report;

import static paymap.markup.Html.tag;
import static paymap.pmap.report.BothLanguages.both;

import java.util.function.Supplier;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.words.Words;

/** What the parts of the page have in common. */
final class Parts {

    private Parts() {}

    /** @param id of the title, by which {@link #scrolling} is named */
    static Tag section(String id, Supplier<String> title) {
        return tag("section").add(tag("h2").with("id", id).add(both(title)));
    }

    /** What may be wider or longer than a screen; the keyboard reaches it. */
    static Html scrolling(String id, Html inner) {
        return tag("div", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-labelledby", id)
                .add(inner);
    }

    /** The title of a column. */
    static Tag head(Supplier<String> words) {
        return tag("th").with("scope", "col").add(both(words));
    }

    /** @param count of what found no room; 0 or less = all did, and nothing is said */
    static Html further(long count, Supplier<String> words) {
        return count > 0 ? tag("p").add(both(words)) : Html.none();
    }

    static Html furtherHosts(long count) {
        return further(count, () -> Words.say("Further hosts: %d; the file of the scan holds them all.", count));
    }
}
