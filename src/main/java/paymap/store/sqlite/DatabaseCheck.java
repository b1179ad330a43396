package paymap.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import paymap.job.StoreException;
import paymap.store.sql.Dialect;
import paymap.store.sql.Sql;
import paymap.words.Words;

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

    /** The schema of this version of paymap. */
    public static final String CURRENT = String.valueOf(Schema.VERSION);

    /** Looks at a file, or where it would be. */
    public static DatabaseCheck of(Path file) {
        long free = free(file.toAbsolutePath());
        if (!Files.exists(file)) {
            return new DatabaseCheck(false, "", 0, "", free, "");
        }
        try {
            return inside(DatabaseFile.toRead(file), free);
        } catch (StoreException e) {
            return new DatabaseCheck(true, "", 0, "", free, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            String why = DatabaseTrouble.of(file, e).getMessage();
            return new DatabaseCheck(true, "", 0, "", free, String.valueOf(why));
        }
    }

    /** Whether this version of paymap brings it to a newer schema when it opens it. */
    public boolean isOlder() {
        return there && trouble.isEmpty() && !schema.equals(CURRENT);
    }

    private static DatabaseCheck inside(DatabaseFile file, long free) throws SQLException {
        try (Connection connection = file.reading().getConnection();
                Sql sql = new Sql(connection, Dialect.SQLITE)) {
            String damage = sql.first("PRAGMA quick_check(1)", row -> row.getString(1));
            int schema = Schema.known(sql, file.path());
            Long rows = !Schema.hasTables(sql, "jobs")
                    ? null
                    : sql.first("SELECT count(*) FROM jobs", row -> row.getLong(1));
            return new DatabaseCheck(
                    true,
                    schema == 0 ? "" : String.valueOf(schema),
                    rows == null ? 0 : rows,
                    damage == null || damage.equals("ok") ? "" : damage,
                    free,
                    schema == Schema.VERSION ? missing(sql, file.path()) : "");
        }
    }

    /** Of a table that another program took away; empty = all are there. */
    private static String missing(Sql sql, Path file) throws SQLException {
        for (String table : Schema.TABLES) {
            if (!Schema.hasTables(sql, table)) {
                return Words.say(
                        "the database %s has lost its table %s; another program may have changed it", file, table);
            }
        }
        return "";
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
