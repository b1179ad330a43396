package paymap.crawl;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a crawl went.
 *
 * @param run which run, and whether it was continued or joined
 * @param plan what was wanted
 * @param ending how it ended
 * @param cause why it is not complete; null = it is
 * @param why the same as one sentence for people; empty = it is complete
 * @param cities in the plan's order
 * @param tally counts of this process
 */
public record CrawlReport(
        Ledger.Run run,
        CrawlPlan plan,
        Ending ending,
        @Nullable StopCause cause,
        String why,
        List<CityProgress> cities,
        Tally tally) {

    /** How a crawl ends. */
    public enum Ending {
        /** Every city has what was wanted, or all that the site has. */
        COMPLETE,
        /** Something is missing that another try may bring. */
        PARTIAL,
        /** It could not go on, and has nothing. */
        FAILED,
        /** A person ended it. */
        INTERRUPTED
    }

    /**
     * Counts of one process.
     *
     * @param requests sent, robots.txt and sessions included
     * @param pages fetched
     * @param sessions opened
     * @param refusals requests that the site refused
     * @param incidents refusals counted once a burst
     * @param broken answers that were no use
     * @param waited time spent waiting because of refusals
     * @param elapsed from start to end
     */
    public record Tally(
            int requests,
            int pages,
            int sessions,
            int refusals,
            int incidents,
            int broken,
            Duration waited,
            Duration elapsed) {}

    public CrawlReport {
        cities = List.copyOf(cities);
    }

    /** Distinct rows that this run has for all cities. */
    public int stored() {
        return cities.stream().mapToInt(CityProgress::stored).sum();
    }

    /** Whether the site may show rows that were wanted and are not stored. */
    public boolean mayLackRows() {
        return cities.stream().anyMatch(CityProgress::mayLackRows);
    }
}
