package paymap.crawl.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;

/** What one crawl knows and changes while it runs, on its own thread alone. */
final class CrawlState {

    /**
     * How it ended.
     *
     * @param cause null = it is complete
     */
    record End(Ending ending, @Nullable StopCause cause, String why) {}

    final CrawlPlan plan;
    final Ledger ledger;
    final InstantSource clock;
    final CrawlListener listener;
    final Ledger.Run run;
    final KnownSite known;
    final SiteThrottle throttle;
    final Preparation preparation;
    final SessionKeeper sessions;
    final Failures failures;
    final TallyKeeper tally;
    final CityBoard cities;

    /** Leased, and waiting for a session or a permit. */
    @Nullable
    PageTask leased;

    private @Nullable End end;

    CrawlState(Crawler.Parts parts, CrawlPlan plan, Ledger.Run run, KnownSite known) {
        this.plan = plan;
        this.ledger = parts.ledger();
        this.clock = ledger.clock();
        this.listener = parts.listener();
        this.run = run;
        this.known = known;
        this.throttle = known.throttle;
        this.preparation = known.preparation;
        this.sessions = known.sessions;
        this.failures = new Failures(parts.workers().size());
        this.tally = new TallyKeeper(clock.instant());
        this.cities = new CityBoard(ledger, run.id());
    }

    /** The first end counts. */
    void end(Ending how, @Nullable StopCause cause, String why) {
        if (end == null) {
            end = new End(how, cause, why);
        }
    }

    boolean hasEnded() {
        return end != null;
    }

    End end() {
        if (end == null) {
            throw new IllegalStateException("the crawl has not ended");
        }
        return end;
    }

    PageTask leasedPage() {
        if (leased == null) {
            throw new IllegalStateException("no page is leased");
        }
        return leased;
    }

    /**
     * Stores a page, and takes the one that is asked for next unless one waits already.
     *
     * @return the city after it; empty = the lease was lost
     */
    Optional<CityProgress> done(PageTask page, Outcome.Fetched fetched) {
        // Page 1 tells of further pages, which are put in the ledger first.
        if (leased != null || hasEnded() || page.page() == 1) {
            return ledger.done(page, fetched);
        }
        Optional<Ledger.Done> done = ledger.doneThenLease(page, fetched);
        leased = done.map(Ledger.Done::next).orElse(null);
        return done.map(Ledger.Done::city);
    }

    /** Returns the page that waits, if one does. */
    void releaseLeased() {
        release(leased, Duration.ZERO, false);
        leased = null;
    }

    /** @param page null = nothing to return */
    void release(@Nullable PageTask page, Duration delay, boolean failed) {
        if (page != null) {
            ledger.release(page, delay, failed);
        }
    }

    boolean nothingLeft() {
        return leased == null && cities.underWay() == 0 && ledger.nextReady(run.id()) == null;
    }
}
