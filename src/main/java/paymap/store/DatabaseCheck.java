package paymap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import paymap.job.StoreException;

/**
 * How a database is, found out without changing it.
 *
 * @param there whether the file exists
 * @param schema the newest migration in it; empty = none
 * @param rows of jobs
 * @param damage what SQLite's quick_check says; empty = nothing
 * @param freeBytes on its disk
 * @param trouble why it cannot be used at all, as a sentence; empty = it can
 */
public record DatabaseCheck(boolean there, String schema, long rows, String damage, long freeBytes, String trouble) {

    /** Looks at a file, or where it would be. */
    public static DatabaseCheck of(Path file) {
        long free = free(file.toAbsolutePath());
        if (!Files.exists(file)) {
            return new DatabaseCheck(false, "", 0, "", free, "");
        }
        try {
            Database.refuseOtherThings(file);
            return inside(file, free);
        } catch (StoreException e) {
            return new DatabaseCheck(true, "", 0, "", free, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            String why = Database.translated(file, e).getMessage();
            return new DatabaseCheck(true, "", 0, "", free, String.valueOf(why));
        }
    }

    /** Whether this version of paymap brings it to a newer schema when it opens it. */
    public boolean isOlder() {
        return there && trouble.isEmpty() && !schema.equals(Database.SCHEMA_VERSION);
    }

    private static DatabaseCheck inside(Path file, long free) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String damage = text(statement, "PRAGMA quick_check(1)");
            boolean ours = !text(statement, "SELECT name FROM sqlite_master WHERE name = 'flyway_schema_history'")
                    .isEmpty();
            String schema = ours
                    ? text(
                            statement,
                            "SELECT version FROM flyway_schema_history WHERE success = 1 ORDER BY installed_rank DESC")
                    : "";
            String rows = ours ? text(statement, "SELECT count(*) FROM jobs") : "0";
            return new DatabaseCheck(true, schema, Long.parseLong(rows), damage.equals("ok") ? "" : damage, free, "");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private static long free(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                try {
                    return Files.getFileStore(folder).getUsableSpace();
                } catch (IOException e) {
                    return Long.MAX_VALUE; // who cannot be asked is not to blame
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
