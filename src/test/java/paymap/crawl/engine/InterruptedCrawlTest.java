package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Others that interfere with a crawl: whoever wants it to stop, and whoever takes a page from it. */
class InterruptedCrawlTest {

    @TempDir
    Path folder;

    private final Counting workers = new Counting();
    private final List<String> decisions = new ArrayList<>();
    private Crawler crawler;
    private int cancelled;

    @Test
    void whoStopsItKeepsWhatIsStoredAndTheSameCommandGoesOn() throws Exception {
        CrawlReport report = crawl(new Watched() {
            @Override
            void before(PageTask page) {
                if (page.page() == 3) {
                    crawler.stop();
                }
            }
        });

        assertEquals(Ending.INTERRUPTED, report.ending());
        assertEquals(StopCause.INTERRUPTED, report.cause());
        assertEquals("interrupted", report.why());
        assertTrue(report.stored() >= 30 && report.stored() < 100, report.toString());
        assertEquals(2, cancelled, "at once, and at the end");
        assertEquals(1, workers.woken);
        assertEquals(1, workers.closed);
        assertEquals(List.of("0"), rows("SELECT complete FROM runs"));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM pages WHERE state = 'LEASED'"));

        CrawlReport again = crawl(new Watched());

        assertTrue(again.run().continued());
        assertEquals(Ending.COMPLETE, again.ending());
        assertEquals(100, again.stored());
        assertEquals(List.of("1"), rows("SELECT complete FROM runs"));
    }

    @Test
    void aPageThatAnotherProcessFinishedMeanwhileIsSaidSoAndCountsOnce() throws Exception {
        CrawlReport report = crawl(new Watched() {
            @Override
            void before(PageTask page) {
                if (page.page() == 2 && decisions.isEmpty() && page.attempt() == 0) {
                    rows("UPDATE pages SET fence = fence + 1, state = 'READY', owner = NULL WHERE page = 2"
                            + " RETURNING page");
                }
            }
        });

        assertEquals(List.of("北京 page 2 was finished by another process meanwhile"), decisions);
        assertEquals(100, report.stored());
        assertEquals(Ending.COMPLETE, report.ending());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void threadsAreFromOneToSixtyFour(int threads) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Crawler.withThreads(
                        new ScriptedSite(workers), null, threads, settings(), new Random(1), new Silent()));

        assertEquals("threads must be from 1 to 64: " + threads, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void theLongestWaitIsAboveNothing(String wait) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Crawler.Settings(Rate.of("10/s"), Duration.parse(wait), true, false));
    }

    @Test
    void withThreadsOfItsOwnItBringsTheSame() throws Exception {
        ScriptedSite site = new ScriptedSite(workers).withCity("北京", 37, 0, 1);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("t.db")))) {
            Crawler.Settings fast = new Crawler.Settings(Rate.of("1000/s"), Duration.ofHours(1), false, false);
            CrawlReport report = Crawler.withThreads(site, store.ledger(), 1, fast, new Random(1), new Silent())
                    .run(plan());

            assertEquals(37, report.stored());
            assertEquals(Ending.COMPLETE, report.ending());
        }
    }

    private class Watched extends ScriptedSite {
        Watched() {
            super(workers);
            withCity("北京", 150, 0, 1);
        }

        void before(PageTask page) {}

        @Override
        Outcome intercept(Visit visit, PageTask page) {
            before(page);
            return null;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    }

    private static final class Counting extends InlineWorkers {
        private int woken;
        private int closed;

        Counting() {
            super(1, 1);
        }

        @Override
        public void wake() {
            woken++;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private CrawlReport crawl(ScriptedSite site) throws InterruptedException {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            crawler = new Crawler(
                    new Crawler.Parts(site, store.ledger(), workers, settings(), new Random(1), new Silent() {
                        @Override
                        public void decided(String line) {
                            decisions.add(line);
                        }
                    }));
            return crawler.run(plan());
        }
    }

    private static CrawlPlan plan() {
        return new CrawlPlan("scripted", "python", City.listOf("bj"), 100, "");
    }

    private static Crawler.Settings settings() {
        return new Crawler.Settings(Rate.of("10/s"), Duration.ofHours(12), true, false);
    }

    private List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
