package paymap.crawl.watch;

import java.time.Instant;
import paymap.pace.PaceState;
import paymap.pace.Rate;

/**
 * The pace that all crawls of a site obey.
 *
 * @param site as plans name it
 * @param state as the store keeps it
 * @param reason why the site was last left alone, for people; empty = nobody noted it
 */
public record SitePace(String site, PaceState state, String reason) {

    /** Whether the site is to be left alone at a moment, beyond the usual interval. */
    public boolean isBlocked(Instant at) {
        return state.blockedUntil().isAfter(at);
    }

    /** The most requests that may start now, all crawls together. */
    public Rate rate() {
        return new Rate(state.interval());
    }
}
