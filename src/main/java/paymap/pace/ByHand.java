package paymap.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * What a person may change of a pace: only ever to ask less of a site. All crawls of it obey with their next request. To
 * undo it, the pace is forgotten.
 */
public final class ByHand {

    /** The longest that a site can be left alone by hand. */
    public static final Duration LONGEST_BLOCK = Duration.ofDays(7);

    /** The slowest that a person can ask for; {@link Rate} knows no slower one. */
    public static final Duration SLOWEST = Duration.ofHours(1);

    /**
     * A pace that no refusal counts against goes back to full speed with the next crawl. With so many it takes 420 intervals
     * of quiet crawling until none counts, three and a half hours at one request in 30 s; chosen, not measured.
     */
    private static final int COUNTED_AS = 6;

    private ByHand() {}

    /** No request starts before; a later moment that the site asked for stays. */
    public static PaceState blocked(PaceState state, Instant until) {
        return until.isAfter(state.blockedUntil()) ? state.withBlockedUntil(until) : state;
    }

    /**
     * Requests start so far apart, and after quiet hours nearer again as they do after refusals.
     *
     * @param interval where it is not longer than the one now, nothing changes
     * @param now when a new quiet period begins
     */
    public static PaceState slowed(PaceState state, Duration interval, Instant now) {
        return interval.compareTo(state.interval()) > 0
                ? state.withInterval(interval)
                        .withIncidents(state.incidents().atLeast(COUNTED_AS))
                        .withQuiet(new PaceState.Served(now, 0))
                : state;
    }
}
