package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Ledger;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** How often a crawl asks its ledger. */
class LedgerCallsTest {

    @TempDir
    Path folder;

    private final Map<String, Integer> calls = new HashMap<>();
    private InlineWorkers workers = new InlineWorkers(4, 1);
    private boolean newRun;

    @Test
    void howFarOthersAreIsAskedOnceASecondAndNotForEachPage() throws Exception {
        Instant start = workers.instant();

        CrawlReport report = crawl(Rate.of("20/s"));

        assertEquals(Ending.COMPLETE, report.ending());
        long seconds = Duration.between(start, workers.instant()).toSeconds();
        int begunAndEnded = 3;
        assertTrue(report.tally().pages() > 5 * (seconds + begunAndEnded), report.tally() + " in " + seconds + " s");
        assertTrue(calls.get("progress") <= seconds + begunAndEnded, calls + " in " + seconds + " s");
    }

    @Test
    void aPageCostsHardlyMoreThanOneTransactionWhereNoIntervalIsKept() throws Exception {
        CrawlReport report = crawl(Rate.MAX);

        assertEquals(Ending.COMPLETE, report.ending());
        int transactions = calls.get("lease") + calls.get("pace") + calls.get("done") + calls.get("doneThenLease");
        assertTrue(transactions < 2 * report.tally().pages(), calls + " for " + report.tally());
    }

    @Test
    void requestsWaitForOneAnotherToLeaveOnlyWhereAnIntervalIsKept() throws Exception {
        SlowToLeave together = new SlowToLeave();
        workers = together;
        crawl(Rate.MAX);
        SlowToLeave inTurn = new SlowToLeave();
        workers = inTurn;
        calls.clear();
        newRun = true;

        crawl(Rate.of("20/s"));

        assertEquals(4, together.mostLeaving);
        assertEquals(1, inTurn.mostLeaving);
    }

    /** Nothing has left yet when the crawl asks at once. */
    private static final class SlowToLeave extends InlineWorkers {
        private int leaving;
        private int mostLeaving;

        SlowToLeave() {
            super(4, 1);
        }

        @Override
        public void start(Call<Event> call) {
            super.start(call);
            leaving++;
            mostLeaving = Math.max(mostLeaving, leaving);
        }

        @Override
        public Event await(Duration atMost) {
            Event event = atMost.isZero() ? null : super.await(atMost);
            leaving -= event instanceof Event.Sent ? 1 : 0;
            return event;
        }
    }

    private CrawlReport crawl(Rate rate) throws Exception {
        ScriptedSite site = new ScriptedSite(workers).withCity("北京", 450, 23, 1).withCity("上海", 450, 13, 2);
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf("bj,sh"), 400, "");
        Crawler.Settings settings = new Crawler.Settings(rate, Duration.ofMinutes(15), true, newRun);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            return new Crawler(new Crawler.Parts(
                            site, counted(store.ledger()), workers, settings, new Random(1), new Silent()))
                    .run(plan);
        }
    }

    private Ledger counted(Ledger ledger) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, args) -> {
                    calls.merge(method.getName(), 1, Integer::sum);
                    return method.invoke(ledger, args);
                });
    }
}
