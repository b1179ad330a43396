package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.Posting;
import paymap.salary.SalaryParser;

/** Rows can be deleted as the sqlite3 shell does it, which knows nothing of references unless it is told to. */
class DeletingTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void twoImportsAndACrawl() throws SQLException {
        file = folder.resolve("x.db");
        imported("a", "boss", "甲", "乙");
        imported("b", "other", "丙");
        crawled("丁", "戊");
    }

    @AfterEach
    void nothingIsLeftOver() throws SQLException {
        assertEquals(
                List.of("0"),
                all("SELECT (SELECT count(*) FROM openings WHERE job_id NOT IN (SELECT id FROM jobs))"
                        + " + (SELECT count(*) FROM run_jobs WHERE job_id NOT IN (SELECT id FROM jobs))"
                        + " + (SELECT count(*) FROM run_jobs WHERE run_id NOT IN (SELECT id FROM runs))"
                        + " + (SELECT count(*) FROM run_cities WHERE run_id NOT IN (SELECT id FROM runs))"
                        + " + (SELECT count(*) FROM pages WHERE run_id NOT IN (SELECT id FROM runs))"
                        + " + (SELECT count(*) FROM run_positions WHERE run_id NOT IN (SELECT id FROM runs))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " WHERE site = 'boss'", " WHERE site = 's'", " WHERE id = 1", " WHERE id = 5"})
    void whateverIsDeletedTheNextImportAndTheNextCrawlWork(String which) throws SQLException {
        change("DELETE FROM jobs" + which);
        List<String> kept = all("SELECT id FROM jobs");

        imported("c", "boss", "甲", "己");
        crawled("丁", "庚");

        List<String> now = all("SELECT id FROM jobs");
        now.removeAll(kept);
        assertTrue(now.stream().allMatch(id -> Integer.parseInt(id) > 5), () -> "used again: " + now);
        assertEquals(
                all("SELECT id, count(*) FROM jobs JOIN openings ON job_id = id GROUP BY id"),
                all("SELECT id, openings FROM jobs ORDER BY id"));
    }

    @Test
    void aNewRowInThePlaceOfADeletedOneHasOnlyItsOwnOpening() throws SQLException {
        change("DELETE FROM jobs");

        imported("c", "boss", "己");

        assertEquals(List.of("6|己|1"), all("SELECT id, title, openings FROM jobs"));
        assertEquals(List.of("6|id-己"), all("SELECT job_id, position_id FROM openings"));
        assertEquals(List.of("4|6"), all("SELECT run_id, job_id FROM run_jobs"));
    }

    @Test
    void aRunIsDeletedWithAllThatItDidAndItsNumberIsNotUsedAgain() throws SQLException {
        change("DELETE FROM runs WHERE id = 3");
        assertEquals(List.of("5"), all("SELECT count(*) FROM jobs"));

        assertEquals(4, crawled("丁"));

        change("DELETE FROM runs");
        imported("a", "boss", "甲");
        assertEquals(List.of("5"), all("SELECT id FROM runs"));
    }

    @Test
    void aRunThatIsDeletedWhileItIsCrawledEndsItWithASentence() throws SQLException {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file))) {
            long run = store.ledger()
                    .begin(new CrawlPlan("s", "go", City.listOf("bj"), 9, ""), 15, true)
                    .id();
            change("DELETE FROM runs WHERE id = " + run);

            String told = org.junit.jupiter.api.Assertions.assertThrows(
                            paymap.job.StoreException.class,
                            () -> store.ledger().enqueuePages(run, "北京", 1))
                    .getMessage();

            assertTrue(told.endsWith("run 4 has no city 北京; it may have been deleted meanwhile"), told);
        }
    }

    private void imported(String fingerprint, String site, String... titles) {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file))) {
            ImportSink sink = store.importSink(fingerprint);
            List<ImportSink.Entry> rows = new ArrayList<>();
            for (String title : titles) {
                rows.add(new ImportSink.Entry(site, "", posting(title), SalaryParser.parse("1k"), false));
            }
            assertTrue(sink.put(rows).stream().noneMatch(UpsertResult.DUPLICATE::equals));
            sink.end(true, "");
        }
    }

    private long crawled(String... titles) {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file))) {
            Ledger ledger = store.ledger();
            long run = ledger.begin(new CrawlPlan("s", "python", City.listOf("bj"), 9, ""), 15, true)
                    .id();
            ledger.enqueuePages(run, "北京", 1);
            PageTask page = ledger.lease(run).orElseThrow();
            List<Posting> rows = java.util.stream.Stream.of(titles)
                    .map(DeletingTest::posting)
                    .toList();
            ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, null, null));
            ledger.end(run, true, "");
            return run;
        }
    }

    private static Posting posting(String title) {
        return new Posting("id-" + title, title, "1k", 0, "北京", Posting.Details.NONE);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute(sql);
        }
    }

    private List<String> all(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                found.add(String.join("|", cells));
            }
        }
        return found;
    }
}
