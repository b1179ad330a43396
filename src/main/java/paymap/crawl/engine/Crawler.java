package paymap.crawl.engine;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.JobSite;
import paymap.crawl.Ledger;
import paymap.pace.Rate;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;

/**
 * Carries out plans: asks a site for the pages that are certainly needed, in turns of one shared pace, and puts what
 * comes back in the ledger. Workers make the requests; every decision falls on the caller's thread.
 */
public final class Crawler {

    /**
     * How to go about it.
     *
     * @param rate the most requests to start in a time
     * @param maxWait the longest wait without anything served, after which the crawl ends as partial
     * @param obeyRobots whether robots.txt is read first and obeyed
     * @param newRun whether to begin anew though equal plans are unfinished
     */
    public record Settings(Rate rate, Duration maxWait, boolean obeyRobots, boolean newRun) {
        public Settings {
            if (maxWait.isNegative() || maxWait.isZero()) {
                throw new IllegalArgumentException("the longest wait must be above 0: " + maxWait);
            }
        }
    }

    /**
     * What a crawl works with.
     *
     * @param workers see {@link Workers}; closed when the run has ended
     * @param random gives the jitter of waits
     */
    record Parts(
            JobSite site,
            Ledger ledger,
            Workers<Event> workers,
            Settings settings,
            Random random,
            CrawlListener listener) {}

    private final Parts parts;
    private volatile boolean stopped;

    Crawler(Parts parts) {
        this.parts = parts;
    }

    /**
     * A crawler with threads of its own.
     *
     * @param threads the most requests under way at once, 1 to {@link #MOST_THREADS}
     * @param random gives the jitter of waits
     */
    public static Crawler withThreads(
            JobSite site, Ledger ledger, int threads, Settings settings, Random random, CrawlListener listener) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MOST_THREADS + ": " + threads);
        }
        ThreadWorkers<Event> workers = new ThreadWorkers<>(threads, "paymap-fetch");
        return new Crawler(new Parts(site, ledger, workers, settings, random, listener));
    }

    /** One site does not need more at once; what it takes is a matter of the rate. */
    public static final int MOST_THREADS = 64;

    /**
     * Carries out plans that are alike but for their keywords, one after the other, until all are done, the site cannot be
     * asked on, or it is stopped; then all threads are gone, so it can be called once only.
     *
     * @param plans at least one, no two equal
     * @return a report for each plan that was come to, in their order; never empty
     */
    public List<CrawlReport> run(List<CrawlPlan> plans) throws InterruptedException {
        Workers<Event> workers = parts.workers();
        try (workers) {
            return new Series(parts, plans, () -> stopped).run();
        } finally {
            parts.site().cancel();
        }
    }

    /** Carries out one plan, as {@link #run(List)} does several. */
    public CrawlReport run(CrawlPlan plan) throws InterruptedException {
        return run(List.of(plan)).get(0);
    }

    /** Ends the crawl soon, keeping everything; from any thread. */
    public void stop() {
        stopped = true;
        parts.site().cancel();
        parts.workers().wake();
    }
}
