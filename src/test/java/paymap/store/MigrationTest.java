package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.Posting;
import paymap.job.RunRow.State;

/** A database of an earlier version is brought up to this one, with all that it holds. */
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void aDatabaseOfTheFirstSchemaKeepsItsRunsAndLearnsTheNewColumns() throws SQLException {
        Path file = folder.resolve("old.db");
        String url = inSchema(file, "1");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO runs (plan, site, keyword, per_city, started)"
                    + " VALUES ('p', 's', 'python', 100, '2026-11-23T08:00:00Z')");
        }

        SqliteStore.open(file).close();

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT kind, keyword, (SELECT count(*) FROM site_notes) AS notes FROM runs")) {
            assertEquals(
                    "crawl python 0",
                    row.getString("kind") + " " + row.getString("keyword") + " " + row.getInt("notes"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7", "8"})
    void aHalfDoneRunOfAnEarlierSchemaIsContinuedAtOnce(String schema) throws SQLException {
        Path file = folder.resolve("old.db");
        CrawlPlan plan = new CrawlPlan("s", "python", City.listOf("bj"), 100, "");
        halfDone(file, schema, plan);

        try (SqlStore store = SqliteStore.open(file)) {
            assertEquals(State.UNFINISHED, store.runs().get(0).standing().state());
            Ledger ledger = store.ledger();
            Ledger.Run run = ledger.begin(plan, 15, false);
            assertEquals(new Ledger.Run(7, true, false, false, Instant.parse("2026-11-23T08:00:00Z")), run);
            PageTask two = ledger.lease(7).orElseThrow();
            assertEquals(2, two.page());
            assertTrue(ledger.lease(7).isEmpty(), "page 1 is done");
            Posting row = new Posting("b", "b", "20k", 0, "北京", Posting.Details.NONE);

            assertEquals(
                    2,
                    ledger.done(two, new Outcome.Fetched(List.of(row), List.of(), 15, 16, null))
                            .orElseThrow()
                            .list()
                            .settled());
            assertTrue(ledger.renew(7).isAfter(ledger.clock().instant()));
            ledger.end(7, true, "");
            assertEquals(State.COMPLETE, store.runs().get(0).standing().state());
        }
    }

    @Test
    void whatTheFourthSchemaKeptInNamesAndPlansGetsColumnsOfItsOwn() throws SQLException {
        Path file = folder.resolve("old.db");
        String sandbox = "sandbox (made-up data)";
        String url = inSchema(file, "4");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String run = "INSERT INTO runs (kind, plan, site, keyword, per_city, started) VALUES ";
            String time = ", '2026-11-23T08:00:00Z')";
            statement.execute(
                    run + "('crawl', '" + sandbox + "|seed 7|go|bj|100', '" + sandbox + "', 'go', 100" + time);
            statement.execute(run + "('crawl', 'lagou||a|b|bj|100', 'lagou', 'a|b', 100" + time);
            statement.execute(run + "('import', 'import|import|go|1234', 'import', 'go', 0" + time);
            statement.execute(run + "('crawl', 'p', 'elsewhere', 'go', 9" + time);
            String job = "INSERT INTO jobs (site, city, title, salary, first_seen, last_seen) VALUES ";
            String times = ", '北京', 'a', '', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z')";
            statement.execute(job + "('" + sandbox + "'" + times);
            statement.execute(job + "('lagou'" + times);
        }

        try (SqlStore store = SqliteStore.open(file)) {
            assertEquals(
                    List.of(sandbox + "|seed 7|true", "lagou||false", "import||false", "elsewhere||false"),
                    store.runs().stream()
                            .map(run -> run.work().site() + "|" + run.work().source() + "|" + run.madeUp())
                            .toList());
            assertTrue(store.madeUp(new JobStore.Filter(sandbox, null, List.of())));
            assertFalse(store.madeUp(new JobStore.Filter("lagou", null, List.of())));
        }
    }

    @Test
    void whatWasLeftBehindByDeletingGoesAndItsNumbersAreNotGivenAgain() throws SQLException {
        Path file = folder.resolve("old.db");
        String url = inSchema(file, "5");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (2, 'p', 's', 'go', 9, "
                            + "'2026-11-23T08:00:00Z')");
            statement.execute("INSERT INTO jobs (id, site, city, title, salary, first_seen, last_seen) VALUES"
                    + " (3, 's', '北京', 'a', '', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z')");
            statement.execute("INSERT INTO openings VALUES (3, 'a', '', ''), (7, 'gone', '', '')");
            statement.execute("INSERT INTO run_jobs VALUES (2, 3), (2, 8), (9, 3)");
            statement.execute("INSERT INTO run_cities (run_id, place, city, page_size) VALUES (2, 0, '北京', 15),"
                    + " (9, 0, '北京', 15)");
        }

        SqliteStore.open(file).close();

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT group_concat(job_id) FROM openings) || ' ' ||"
                        + " (SELECT group_concat(run_id || '-' || job_id) FROM run_jobs) || ' ' ||"
                        + " (SELECT group_concat(run_id) FROM run_cities) || ' ' ||"
                        + " (SELECT group_concat(name || '=' || id) FROM last_ids)")) {
            assertEquals("3 2-3 2 jobs=8,runs=9", row.getString(1));
        }
    }

    private static String inSchema(Path file, String schema) {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:paymap/store/sqlite")
                .target(schema)
                .load()
                .migrate();
        return url;
    }

    /** As that version leaves it when it is killed: page 1 done, page 2 in its hands. */
    private static void halfDone(Path file, String schema, CrawlPlan plan) throws SQLException {
        String url = inSchema(file, schema);
        long leaseUntil = Instant.now().plusSeconds(300).toEpochMilli();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (7, '" + plan.key()
                    + "', 's', 'python', 100, '2026-11-23T08:00:00Z')");
            statement.execute("INSERT INTO run_cities (run_id, place, city, page_size, settled, stored, seen)"
                    + " VALUES (7, 0, '北京', 15, 1, 15, 15)");
            statement.execute("INSERT INTO pages (run_id, city, page, place, state, counted) VALUES"
                    + " (7, '北京', 1, 0, 'DONE', 1)");
            statement.execute("INSERT INTO pages (run_id, city, page, place, state, fence, owner, lease_until) VALUES"
                    + " (7, '北京', 2, 0, 'LEASED', 1, '999999999@1700000000000', " + leaseUntil + ")");
            if (Integer.parseInt(schema) >= 3) {
                statement.execute("INSERT INTO run_owners (run_id, owner) VALUES (7, '999999999@1700000000000')");
            }
        }
    }
}
