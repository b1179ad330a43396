package paymap.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.pace.PaceState;

/**
 * What of a plan is done, under way and still to do; kept so that a kill at any moment loses nothing that was stored,
 * and so that several processes can share one plan and one pace.
 *
 * <p>Every method but {@link #clock}, and the one that says otherwise, is one transaction, is called by one thread only, and throws
 * {@link paymap.job.StoreException} if the store cannot be read or written; then nothing of that call is kept. Runs, cities and pages that
 * the ledger does not have are mistakes of the caller.
 *
 * <p>Time is the store's alone: holders on several machines would never agree on theirs. What is handed in is a
 * {@link Duration}; an {@link Instant} that comes out is to be compared with {@link #clock} and nothing else.
 *
 * <p>A page is held under a lease. Its holder is alive while it renews the lease, and only a store that can be sure
 * of a holder's death, because it was a process of the same machine, may free its pages earlier. Each lease of a page
 * raises its fence; a holder whose lease was lost meanwhile can change nothing any more.
 */
public interface Ledger {

    /**
     * A run of a plan.
     *
     * @param id its number, 1 or more
     * @param continued whether somebody worked on it before
     * @param joined whether another process works on it now; only if {@code continued}
     * @param complete whether nothing of it is left to do; then nobody works on it
     * @param started when it was begun
     */
    record Run(long id, boolean continued, boolean joined, boolean complete, Instant started) {}

    /** Changes a pace. */
    @FunctionalInterface
    interface PaceChange {

        /**
         * The pace after the change. Called once, within the transaction; must not call the ledger.
         *
         * @param before as it is kept; null = nothing is known of this site yet
         * @param now in the store's time, read when nobody else could change the pace any more
         */
        PaceState apply(@Nullable PaceState before, Instant now);
    }

    /**
     * The store's time. Asking it asks no store: a store that has a clock of its own gives that clock's time at its
     * last answer, moved on by the time that has passed here since. From any thread.
     */
    InstantSource clock();

    /**
     * Begins a run for each of these plans, all of them or none, or finds those that are to be continued: of one plan the
     * newest run that is not complete, of several the newest series of just these plans of which a run is not complete.
     * Whoever asks for the same at the same time gets the same runs. Nobody works on them for that; see {@link #enter}.
     *
     * @param plans at least one, alike but for their keywords, of which no two are equal; several are a series
     * @param pageSize rows on a full page, at least 1, until a page of a city tells it
     * @param fresh begin new runs even if there are some to be continued
     * @return their numbers, in the order of the plans
     */
    List<Long> begin(List<CrawlPlan> plans, int pageSize, boolean fresh);

    /**
     * The runs that {@link #begin} would continue; changes nothing.
     *
     * @return in the order of the plans; empty = it would begin new ones
     */
    List<Long> unfinished(List<CrawlPlan> plans);

    /**
     * Takes part in a run: pages given up get another chance, and waits between attempts are over. Where another process
     * works on it, this one disturbs nothing, and one that is complete stays as it is.
     */
    Run enter(long run);

    /** Begins a run of one plan, or finds the one to be continued, and takes part in it: two transactions. */
    default Run begin(CrawlPlan plan, int pageSize, boolean fresh) {
        return enter(begin(List.of(plan), pageSize, fresh).get(0));
    }

    /**
     * Tells that this process is alive, and renews its leases in a run. A lease that was lost stays lost.
     *
     * @return when to do it again at the latest: with a third of a lease's length gone
     */
    Instant renew(long run);

    /** All cities of a run in the plan's order; never empty. */
    List<CityProgress> progress(long run);

    /**
     * The position ids that page 1 of a city showed in this run; empty = not fetched yet, or no row on it.
     *
     * @param city by Chinese name
     */
    Set<String> firstPageIds(long run, String city);

    /**
     * Adds the pages up to this one that are not in the ledger yet.
     *
     * @param city by Chinese name
     * @param lastPage from 1; one that is in the ledger already changes nothing
     * @return the city after it
     */
    CityProgress enqueuePages(long run, String city, int lastPage);

    /**
     * Takes the next page that is ready, lowest page first, then in the plan's order of cities. One that another process gave
     * back or added may come after later ones, until the next {@link #renew} or until no other is ready.
     *
     * @return empty = none is ready now: all are done, wait, or are held by somebody alive
     */
    Optional<PageTask> lease(long run);

    /**
     * When the next page gets ready by time alone, because its wait or somebody else's lease ends; perhaps past.
     *
     * @return null = none will
     */
    @Nullable
    Instant nextReady(long run);

    /**
     * Stores a page's rows and marks it done, in one transaction, with all pages that waited for it.
     *
     * @return the city after it; empty = the lease was lost and nothing was stored
     */
    Optional<CityProgress> done(PageTask page, Outcome.Fetched fetched);

    /**
     * What {@link #doneThenLease} did.
     *
     * @param city after it
     * @param next the page taken; null = {@link #lease} may find one
     */
    record Done(CityProgress city, @Nullable PageTask next) {}

    /**
     * Does what {@link #done} does, and takes the next page that is ready, in one transaction: most of what a page costs a
     * store is the transactions.
     *
     * @return empty = the lease was lost; nothing was stored, and nothing taken
     */
    Optional<Done> doneThenLease(PageTask page, Outcome.Fetched fetched);

    /**
     * Returns a page that was not fetched; nothing happens if the lease was lost.
     *
     * @param delay it is not ready earlier than so long from now; not negative
     * @param failed whether this attempt counts
     */
    void release(PageTask page, Duration delay, boolean failed);

    /**
     * Gives a page up for this run; nothing happens if the lease was lost.
     *
     * @param why a sentence for people; not empty
     * @param endsCity whether later pages are pointless too
     * @return the city after it
     */
    CityProgress abandon(PageTask page, String why, boolean endsCity);

    /**
     * Reads the pace towards a site, changes it and keeps it, as one step for all processes.
     *
     * @param site as plans name it; shared by all plans
     * @return the pace after the change
     */
    PaceState pace(String site, PaceChange change);

    /**
     * Ends this process's part in a run and returns the pages it still holds; a run that is not complete can be
     * continued, and one that another process completed stays complete.
     *
     * @param why what is missing, as a sentence for people; empty = nothing
     */
    void end(long run, boolean complete, String why);
}
