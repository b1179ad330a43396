package paymap.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paymap.job.StoreException;
import paymap.store.sql.Sql;

/** The tables of a database: which version they are of, and how they are brought to this one's. */
final class Schema {

    /** What this version of paymap writes: the number of the newest migration. */
    static final int VERSION = 9;

    /** All of this version, without that of the migrations. */
    static final List<String> TABLES = List.of(
            "jobs",
            "openings",
            "runs",
            "run_jobs",
            "run_cities",
            "run_owners",
            "run_positions",
            "pages",
            "waiting_rows",
            "last_ids",
            "pace",
            "site_notes");

    /** One for each step that another process may be taking at the same time. */
    private static final int MOST_ATTEMPTS = VERSION + 1;

    private Schema() {}

    /**
     * The newest migration in it; 0 = it is empty.
     *
     * @throws StoreException if it holds tables of another program
     */
    static int of(Sql sql, Path file) throws SQLException {
        boolean ours = has(sql, "name = 'flyway_schema_history'");
        if (!ours && has(sql, "1")) {
            throw DatabaseTrouble.notOurs(file);
        }
        Integer version = ours
                ? sql.first(
                        "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1",
                        row -> row.getInt(1))
                : null;
        return version == null ? 0 : version;
    }

    /**
     * The same, of this version or an earlier one.
     *
     * @throws StoreException if it holds tables of another program, or of a later version, of which nobody knows what they mean
     */
    static int known(Sql sql, Path file) throws SQLException {
        int schema = of(sql, file);
        if (schema > VERSION) {
            throw DatabaseTrouble.newer(file, schema);
        }
        return schema;
    }

    /** Whether these are tables of it, and no views. */
    static boolean hasTables(Sql sql, String... names) throws SQLException {
        for (String name : names) {
            if (!has(sql, "name = '" + name + "'")) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Sql sql, String which) throws SQLException {
        return sql.isThere("SELECT 1 FROM sqlite_master WHERE type = 'table' AND " + which);
    }

    /**
     * Makes the tables, or adds what they lack.
     *
     * @throws StoreException if that fails
     */
    static void migrate(Sql sql, Path file, SQLiteDataSource source) throws SQLException {
        // Another process may be at the same work, and make this one's attempt fail.
        for (int attempt = 1; known(sql, file) < VERSION; attempt++) { // the library takes 0.3 s to find that out
            try {
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:paymap/store/sqlite")
                        .load()
                        .migrate();
                return;
            } catch (FlywayException e) {
                SQLException cause = cause(e);
                if (attempt == MOST_ATTEMPTS || !isOfSharing(cause)) {
                    throw cause == null ? DatabaseTrouble.failed(file, e) : DatabaseTrouble.of(file, cause);
                }
                sql.run("BEGIN IMMEDIATE"); // waits for the other's step
                sql.run("ROLLBACK");
            }
        }
    }

    private static @Nullable SQLException cause(FlywayException failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof SQLException e) {
                return e;
            }
        }
        return null;
    }

    /** Whether another process may be the cause: what it has made is there already, or it is at it. */
    static boolean isOfSharing(@Nullable SQLException cause) {
        return !(cause instanceof SQLiteException e)
                || Patience.isHeld(e)
                || e.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
                || e.getResultCode().name().startsWith("SQLITE_CONSTRAINT");
    }
}
