package paymap.crawl.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** A crawl of a scripted site at 10 requests a second, on a clock that costs nothing. */
final class Crawls {

    private Crawls() {}

    /** 100 rows of each city are wanted. */
    static CrawlReport of(
            ScriptedSite site, InlineWorkers workers, String cities, Path database, CrawlListener listener)
            throws InterruptedException {
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf(cities), 100, "");
        Crawler.Settings settings = new Crawler.Settings(Rate.of("10/s"), Duration.ofHours(12), true, false);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(database), workers)) {
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), listener))
                    .run(plan);
        }
    }
}
