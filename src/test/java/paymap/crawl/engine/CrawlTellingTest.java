package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;

/** What a crawl lets others know on its way: people by what it tells, other processes by the database. */
class CrawlTellingTest {

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(1, 1);
    private final List<Integer> learnedAfter = new ArrayList<>();
    private final List<Long> begun = new ArrayList<>();
    private final List<String> notAlive = new ArrayList<>();

    @Test
    void whatTheSiteLearnsIsToldBeforeTheFirstRequestAfterEachAnswerAndAtTheEnd() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            public List<String> learned() {
                return List.of("learned");
            }
        }.withCity("北京", 7, 0, 1);

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(List.of(report.run().id()), begun);
        int requests = site.asked.size();
        for (int i = 0; i <= requests; i++) {
            assertTrue(learnedAfter.contains(i), i + " of " + learnedAfter);
        }
        assertTrue(learnedAfter.stream().filter(after -> after == requests).count() >= 2, learnedAfter.toString());
    }

    @Test
    void theTimeOfARefusalIsWaitedForAndCountedWhileOthersHearThatTheRunIsAlive() throws Exception {
        boolean[] refused = new boolean[1];
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                boolean first = page.page() == 2 && !refused[0];
                refused[0] |= first;
                return first ? new Outcome.Throttled(Duration.ofMinutes(5), "HTTP 429") : null;
            }
        }.withCity("北京", 45, 0, 1);
        workers.mostLooks = 1_200;

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(List.of(), notAlive);
        Duration waited = report.tally().waited();
        assertTrue(waited.toMinutes() >= 5 && waited.toMinutes() < 7, waited.toString());
        assertTrue(report.tally().elapsed().compareTo(waited) > 0);
    }

    @Test
    void whereNothingIsListedNothingFailedAndTheRunStaysOpen() throws Exception {
        CrawlReport report = crawl(new ScriptedSite(workers).withCity("北京", 0, 0, 1));

        assertEquals(Ending.PARTIAL, report.ending());
        assertEquals(StopCause.NOTHING_LISTED, report.cause());
        assertEquals("0", first("SELECT complete FROM runs"));
    }

    private CrawlReport crawl(ScriptedSite site) throws InterruptedException {
        return Crawls.of(site, workers, "bj", folder.resolve("x.db"), new Silent() {
            @Override
            public void begun(Ledger.Run run) {
                begun.add(run.id());
            }

            @Override
            public void decided(String line) {
                if (line.equals("learned")) {
                    learnedAfter.add(site.asked.size());
                }
            }

            @Override
            public void status(Status status) {
                long now = workers.instant().toEpochMilli();
                String alive = first("SELECT count(*) FROM run_owners WHERE alive_until >= " + now);
                if (!alive.equals("1")) {
                    notAlive.add(workers.instant().toString());
                }
            }
        });
    }

    private String first(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
