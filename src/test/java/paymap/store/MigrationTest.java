package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.Posting;
import paymap.job.RunRow.State;

/** A database of an earlier version is brought up to this one, with all that it holds. */
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void aDatabaseOfTheFirstSchemaKeepsItsRunsAndLearnsTheNewColumns() throws SQLException {
        Path file = folder.resolve("old.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:paymap/store/sqlite")
                .target("1")
                .load()
                .migrate();
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

    @Test
    void theSchemaOfThisVersionIsItsNewestMigration() throws Exception {
        Path migrations = Path.of(Database.class.getResource("sqlite").toURI());
        try (Stream<Path> files = Files.list(migrations)) {
            int newest = files.map(each -> each.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();

            assertEquals(Integer.toString(newest), Database.SCHEMA_VERSION);
        }
    }

    @Test
    void aHalfDoneRunOfTheThirdSchemaIsContinuedAtOnce() throws SQLException {
        Path file = folder.resolve("old.db");
        CrawlPlan plan = new CrawlPlan("s", "python", City.listOf("bj"), 100, "");
        halfDoneInTheThirdSchema(file, plan);

        try (SqliteStore store = SqliteStore.open(file)) {
            assertEquals(State.UNFINISHED, store.runs().get(0).state());
            Ledger ledger = store.ledger();
            Ledger.Run run = ledger.begin(plan, 15, false);
            assertEquals(new Ledger.Run(7, true, false, Instant.parse("2026-11-23T08:00:00Z")), run);
            PageTask two = ledger.lease(7).orElseThrow();
            assertEquals(2, two.page());
            assertTrue(ledger.lease(7).isEmpty(), "page 1 is done");
            Posting row = new Posting("b", "b", "20k", 0, "北京", null, null, null, null, null);

            assertEquals(
                    2,
                    ledger.done(two, new Outcome.Fetched(List.of(row), List.of(), 15, 16, null))
                            .orElseThrow()
                            .settled());
            assertTrue(ledger.renew(7).isAfter(ledger.clock().instant()));
            ledger.end(7, true, "");
            assertEquals(State.COMPLETE, store.runs().get(0).state());
        }
    }

    /** As version 3 leaves it when it is killed: page 1 done, page 2 in its hands. */
    private static void halfDoneInTheThirdSchema(Path file, CrawlPlan plan) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:paymap/store/sqlite")
                .target("3")
                .load()
                .migrate();
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
            statement.execute("INSERT INTO run_owners (run_id, owner) VALUES (7, '999999999@1700000000000')");
        }
    }
}
