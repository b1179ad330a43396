package paymap.cli.crawl;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.crawl.watch.SitePace;
import paymap.crawl.watch.Telling;
import paymap.pace.PaceState;
import paymap.words.Words;

/**
 * A pace as it is shown.
 *
 * @param now decides whether the site is still left alone
 */
record ShownPace(SitePace pace, Instant now) {

    /** For people: a line or more, each ended. */
    String text() {
        StringBuilder text = new StringBuilder(line(Words.say("%s: %s", pace.site(), Telling.pace(pace))));
        String blocked = Telling.blocked(pace, now);
        if (blocked != null) {
            text.append(line(blocked));
        }
        PaceState state = pace.state();
        if (wasRefused()) {
            text.append(line(Words.say(
                    "last refused at %s; %s answered well since",
                    LocalTime.of(state.incidents().last()),
                    Words.count(state.quiet().count(), "request"))));
        }
        return text.toString();
    }

    /** For programs. */
    Map<String, @Nullable Object> tree() {
        PaceState state = pace.state();
        boolean blocked = pace.isBlocked(now);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", pace.site());
        tree.put("interval_ms", state.interval().toNanos() / 1e6);
        tree.put("blocked_until", blocked ? state.blockedUntil().toString() : null);
        tree.put("why", blocked ? pace.reason() : "");
        tree.put("refusals_that_count", state.incidents().penalty());
        tree.put("last_refused", wasRefused() ? state.incidents().last().toString() : null);
        tree.put("served_since", state.quiet().count());
        return tree;
    }

    private boolean wasRefused() {
        return pace.state().incidents().last().isAfter(Instant.EPOCH);
    }

    private static String line(String text) {
        return Table.safe(text) + "\n";
    }
}
