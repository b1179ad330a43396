package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Requests that leave together, as they do where no interval is kept, and meet the same trouble. */
class BurstTest {

    private static final int TOGETHER = RetryRule.MOST_LOGIN_WALLS_IN_A_ROW;

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(TOGETHER + 1, 1);

    @Test
    void loginWallsOfRequestsPermittedBeforeTheFirstOfThemAreOneHoweverLateTheyLeft() throws Exception {
        Angry site = new Angry();
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf("bj"), 450, "");
        Crawler.Settings settings = new Crawler.Settings(Rate.MAX, Duration.ofMinutes(15), true, false);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            CrawlReport report = new Crawler(
                            new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), new Silent()))
                    .run(plan);

            assertEquals(Ending.COMPLETE, report.ending(), report.why());
            assertEquals(TOGETHER, report.tally().refusals());
            assertEquals(1, report.tally().incidents());
        }
    }

    /** Serves the first page, refuses the next ones, each of which takes a while to leave, and has calmed down then. */
    private final class Angry extends ScriptedSite {
        private int pages;

        Angry() {
            super(workers);
            withCity("北京", 450, 0, 1);
        }

        @Override
        public Outcome fetch(Session session, PageTask page, Departure departure) {
            pages++;
            if (pages == 1 || pages > 1 + TOGETHER) {
                return super.fetch(session, page, departure);
            }
            departure.left(clock.instant().plusSeconds(pages));
            return new Outcome.LoginRequired("a login page");
        }
    }
}
