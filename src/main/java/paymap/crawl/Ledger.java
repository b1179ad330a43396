package paymap.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import paymap.pace.PaceState;

/**
 * What of a plan is done, under way and still to do; kept so that a kill at any moment loses nothing that was stored,
 * and so that several processes can share one plan and one pace. Every method is one transaction.
 */
public interface Ledger {

    /**
     * A run of a plan.
     *
     * @param id its number
     * @param continued whether it was begun earlier and is unfinished
     * @param joined whether another process works on it now
     * @param started when it was begun
     */
    record Run(long id, boolean continued, boolean joined, Instant started) {}

    /**
     * Begins a run, or continues the unfinished one with an equal plan: pages given up get another chance, and pages
     * whose holder died are free again. Where another process works on that one, this one takes part and disturbs
     * nothing.
     *
     * @param fresh begin a new run even if there is an unfinished one
     */
    Run begin(CrawlPlan plan, boolean fresh, Instant now);

    /** All cities of a run in the plan's order. */
    List<CityProgress> progress(long run);

    /** The position ids that page 1 of a city showed in this run; empty = not fetched yet. */
    Set<String> firstPageIds(long run, String city);

    /** Adds the pages up to this one that are not in the ledger yet. */
    CityProgress ask(long run, String city, int lastPage);

    /** Takes the next page that is ready, lowest page first; empty = none is ready now. */
    Optional<PageTask> lease(long run, Instant now);

    /** When the next page gets ready by time alone; null = none will. */
    @Nullable
    Instant nextReady(long run, Instant now);

    /**
     * Stores a page's rows and marks it done, in one transaction, with all pages that waited for it.
     *
     * @return the city after it; empty = the lease was lost and nothing was stored
     */
    Optional<CityProgress> done(PageTask page, Outcome.Fetched fetched, Instant now);

    /**
     * Returns a page that was not fetched.
     *
     * @param notBefore it is not ready earlier
     * @param failed whether this attempt counts
     */
    void giveBack(PageTask page, Instant notBefore, boolean failed);

    /**
     * Gives a page up for this run.
     *
     * @param endsCity whether later pages are pointless too
     */
    CityProgress giveUp(PageTask page, String why, boolean endsCity, Instant now);

    /** Reads the pace towards a site, changes it and keeps it, as one step for all processes. */
    PaceState pace(String site, UnaryOperator<@Nullable PaceState> change);

    /** Ends this process's part in a run; a run that is not complete can be continued. */
    void end(long run, boolean complete, String why, Instant now);
}
