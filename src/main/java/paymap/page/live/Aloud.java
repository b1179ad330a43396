package paymap.page.live;

import java.util.List;
import java.util.stream.Stream;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Look;
import paymap.crawl.watch.Share;
import paymap.crawl.watch.SitePace;
import paymap.crawl.watch.Telling;
import paymap.words.Words;

/** What is read aloud to those who do not see the page: only what changes rarely, a tenth of a crawl at a time. */
final class Aloud {

    private static final int STEP = 10;

    private Aloud() {}

    static String of(Activity activity, List<Look> looks) {
        Stream<String> runs = looks.stream().map(Aloud::run);
        Stream<String> sites = activity.blocked().stream().map(pace -> blocked(pace, activity));
        return Stream.concat(runs, sites)
                .reduce((one, next) -> Words.say("%s; %s", one, next))
                .orElseGet(() -> Words.say("Nothing is under way."));
    }

    private static String run(Look look) {
        Share share = look.share();
        return share == null || share.total() == 0
                ? look.title()
                : Words.say("%s, %d %%", look.title(), share.done() * 100 / share.total() / STEP * STEP);
    }

    private static String blocked(SitePace pace, Activity activity) {
        String until = Telling.blocked(pace, activity.at());
        return Words.say("%s: %s", pace.site(), until);
    }
}
