package paymap.page.live;

import java.util.List;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Look;
import paymap.crawl.watch.Share;
import paymap.crawl.watch.SitePace;
import paymap.crawl.watch.Telling;
import paymap.markup.Markup;
import paymap.words.Words;

/** The piece of a page about what is under way. */
public final class LiveHtml {

    private LiveHtml() {}

    /**
     * The section around it. Without scripts it stays as it is until the person follows its link.
     *
     * @param shown what it shows at first
     * @param events the address that sends the changes
     * @param refresh the address of the page itself
     */
    public static String section(Live.Shown shown, String events, String refresh) {
        return "<section id=\"live\" aria-labelledby=\"live-title\" data-events=\"" + Markup.escaped(events) + "\">\n"
                + "<h2 id=\"live-title\">" + Markup.escaped(Words.say("Under way")) + "</h2>\n"
                + "<div id=\"live-now\">" + shown.html() + "</div>\n"
                + "<p id=\"live-aloud\" class=\"aloud\" role=\"status\" aria-live=\"polite\"></p>\n"
                + "<p><a id=\"live-refresh\" href=\"" + Markup.escaped(refresh) + "\">"
                + Markup.escaped(Words.say("Look again")) + "</a></p>\n"
                + "</section>\n";
    }

    /** What is in the section, and sent anew when it changes. */
    static String of(Activity activity, List<Look> looks) {
        StringBuilder html = new StringBuilder();
        looks.forEach(look -> run(html, look));
        if (looks.isEmpty()) {
            html.append("<p>")
                    .append(Markup.escaped(Words.say("Nothing is under way.")))
                    .append("</p>\n");
        }
        activity.blocked().stream()
                .filter(pace -> activity.works().stream()
                        .noneMatch(work -> work.isCrawl() && work.site().equals(pace.site())))
                .forEach(pace -> blocked(html, pace, activity));
        return html.toString();
    }

    private static void run(StringBuilder html, Look look) {
        String title = Markup.escaped(look.title());
        html.append("<article class=\"run\">\n<h3>").append(title).append("</h3>\n");
        Share share = look.share();
        if (share != null && share.total() > 0) {
            long done = Math.min(share.done(), share.total());
            html.append(String.format(
                    "<p><progress max=\"%d\" value=\"%d\" aria-label=\"%s\"></progress> %d %% %s</p>\n",
                    share.total(), done, title, done * 100 / share.total(), Markup.escaped(look.left())));
        }
        html.append("<ul>\n");
        look.said()
                .forEach(
                        line -> html.append("<li>").append(Markup.escaped(line)).append("</li>\n"));
        html.append("</ul>\n</article>\n");
    }

    private static void blocked(StringBuilder html, SitePace pace, Activity activity) {
        String until = Telling.blocked(pace, activity.at());
        html.append("<p class=\"blocked\">")
                .append(Markup.escaped(Words.say("%s: %s", pace.site(), until)))
                .append("</p>\n");
    }
}
