package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
