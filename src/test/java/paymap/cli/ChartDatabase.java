package paymap.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import paymap.store.SqliteStore;

/** A database for tests of charts. */
public final class ChartDatabase implements AutoCloseable {

    private final Connection connection;
    private long job;

    public ChartDatabase(Path file) throws SQLException {
        SqliteStore.open(file).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    public void run(long id, String site, String keyword, String started) throws SQLException {
        insert(
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, ended) VALUES (?, 'p', ?, ?, 9, ?, ?)",
                id,
                site,
                keyword,
                started,
                started);
    }

    /** Rows whose pay steps up by 1k from the first. */
    public void rows(long run, String site, String city, String title, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            row(run, site, city, title + " " + i, 8 + i + "k-" + (12 + i) + "k");
        }
    }

    public void row(long run, String site, String city, String title, String pay) throws SQLException {
        insert(
                "INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen, made_up)"
                        + " VALUES (?, ?, ?, ?, ?, 1, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z', ?)",
                ++job,
                site,
                city,
                title,
                pay,
                site.equals("sandbox (made-up data)") ? 1 : 0);
        insert("INSERT INTO run_jobs VALUES (?, ?)", run, job);
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
