package paymap.crawl;

import java.time.Duration;
import java.util.List;

/**
 * How a crawl went.
 *
 * @param run the run's number
 * @param plan what was wanted
 * @param continued whether it went on with an earlier run
 * @param joined whether another process was at it already
 * @param ending how it ended
 * @param why one sentence on why it is not complete; empty when it is
 * @param cities in the plan's order
 * @param tally counts of this process
 */
public record CrawlReport(
        long run,
        CrawlPlan plan,
        boolean continued,
        boolean joined,
        Ending ending,
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

    public int missing() {
        return cities.stream().mapToInt(CityProgress::missing).sum();
    }
}
