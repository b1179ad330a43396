package paymap.page.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.JobSite;
import paymap.crawl.Ledger;
import paymap.crawl.SiteMemory;
import paymap.crawl.engine.Crawler;
import paymap.crawl.watch.Activity;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.site.CrawlableSite.Visit;
import paymap.site.lagou.Lagou;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;
import paymap.store.SqliteStore;

/** A real crawl, looked at by a store of its own between any two of its steps. */
@Timeout(120)
class WatchedCrawlTest {

    private static final String SITE = "the sandbox";

    @TempDir
    Path folder;

    /** Looks whenever the crawl tells that something moved: the crawl stands still meanwhile. */
    private final class Onlooker implements CrawlListener {
        private final SqliteStore store = SqliteStore.openToRead(folder.resolve("x.db"));
        private final List<Activity> seen = new ArrayList<>();
        private final List<Integer> told = new ArrayList<>();
        private final SiteMemory memory;

        Onlooker(SiteMemory memory) {
            this.memory = memory;
        }

        @Override
        public void begun(Ledger.Run run) {}

        @Override
        public void status(Status status) {
            seen.add(store.activity());
            told.add(status.cities().stream().mapToInt(city -> city.stored()).sum());
        }

        @Override
        public void refused(String why) {
            memory.write(SiteMemory.BLOCKED_BECAUSE, why);
        }

        @Override
        public void decided(String line) {}
    }

    @Test
    void everyStepOfTheCrawlIsSeenAsTheCrawlItselfTellsIt() throws Exception {
        Onlooker onlooker = crawl(SandboxOptions.defaults());

        assertTrue(onlooker.seen.size() > 10);
        for (int i = 0; i < onlooker.seen.size(); i++) {
            Activity.Work work = onlooker.seen.get(i).works().get(0);
            int rows = work.cities().stream().mapToInt(city -> city.stored()).sum();
            assertEquals(onlooker.told.get(i), rows);
            assertEquals(rows, work.run().brought().rows());
            assertEquals(
                    List.of(ProcessHandle.current().pid()),
                    work.workers().stream().map(Activity.Worker::pid).toList());
            assertTrue(work.workers().get(0).here());
            assertTrue(work.workers().get(0).holds().size() <= 2, "two threads hold two pages");
        }
        assertTrue(onlooker.seen.stream()
                .anyMatch(activity ->
                        !activity.works().get(0).workers().get(0).holds().isEmpty()));
        assertTrue(onlooker.store.activity().isIdle(), "it is over");
        onlooker.store.close();
    }

    @Test
    void aSiteThatRefusesIsSeenToBeLeftAloneUntilThenAndWhy() throws Exception {
        Onlooker onlooker = crawl(SandboxOptions.defaults().withLimit(new RateLimit(5, 4, Duration.ofMillis(200))));

        List<Activity> blocked = onlooker.seen.stream()
                .filter(activity -> !activity.blocked().isEmpty())
                .toList();
        assertFalse(blocked.isEmpty());
        for (Activity activity : blocked) {
            assertEquals(SITE, activity.blocked().get(0).site());
            assertTrue(activity.blocked().get(0).state().blockedUntil().isAfter(activity.at()));
        }
        assertTrue(
                blocked.stream()
                        .anyMatch(
                                activity -> !activity.blocked().get(0).reason().isEmpty()),
                "why is noted");
        assertTrue(onlooker.seen.stream()
                .flatMap(activity -> activity.paces().stream())
                .anyMatch(pace -> pace.state().incidents().penalty() > 0));
        onlooker.store.close();
    }

    private Onlooker crawl(SandboxOptions options) throws Exception {
        try (SandboxSite site = SandboxSite.start(options);
                SqliteStore store = SqliteStore.open(folder.resolve("x.db"))) {
            JobSite lagou = new Lagou()
                    .visit(new Visit(site.uri(), "paymap"))
                    .open(SiteMemory.NONE, store.ledger().clock());
            Crawler.Settings settings = new Crawler.Settings(Rate.MAX, Duration.ofMinutes(1), true, false);
            Onlooker onlooker = new Onlooker(store.memory(SITE));
            CrawlReport report = Crawler.withThreads(lagou, store.ledger(), 2, settings, new Random(1), onlooker)
                    .run(new CrawlPlan(SITE, "python", City.listOf("bj,sh"), 60, ""));
            assertEquals(CrawlReport.Ending.COMPLETE, report.ending());
            return onlooker;
        }
    }
}
