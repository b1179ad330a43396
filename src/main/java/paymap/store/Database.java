package paymap.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paymap.job.StoreException;

/** One open SQLite file with our schema in it. Not for several threads at once. */
final class Database implements AutoCloseable {

    /** Work in one transaction. */
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    /** The schema that this version of paymap writes: the number of the newest migration. */
    static final String SCHEMA_VERSION = "6";

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_MIGRATIONS = 7;
    private static final int MANY_ROWS_CACHE_KB = 64 * 1024;
    private static final int MANY_ROWS_CHECKPOINT_PAGES = 40_000; // 160 MB: a page is copied once for many writes
    private static final int BUSY_MILLIS = 20_000;

    private final Path file;
    private final Connection connection;
    private final Sql sql;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /**
     * Opens a file for writing, creating it, its folder and its tables where they are missing.
     *
     * @throws StoreException if it cannot be used, with the reason as a sentence
     */
    static Database open(Path file) {
        refuseOtherThings(file);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            SQLiteDataSource source = source(file);
            Connection connection = source.getConnection();
            Database database = new Database(file, connection);
            database.migrate(source);
            return database;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot create the folder of the database " + file + ": " + e.getMessage(), true, e);
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    /**
     * Begins a transaction that lasts over several calls; {@link #commit} ends it. The driver begins it itself: of a
     * transaction begun by hand it would ask before each statement.
     */
    void begin() {
        autoCommit(false);
    }

    /** What the transaction did stays. */
    void commit() {
        autoCommit(true);
    }

    private void autoCommit(boolean on) {
        try {
            connection.setAutoCommit(on);
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    /** Works in the transaction that is begun; trouble undoes all of it. */
    <T> T within(Work<T> work) {
        try {
            boolean done = false;
            try {
                T result = work.in(sql);
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    /**
     * A larger cache, as rows of an import land all over the indexes and the usual 2 MB would write each page many
     * times; and no look-up of each parent by SQLite, as an import only ever names rows that it has just found or made.
     */
    void expectManyRows() {
        read(sql -> {
            sql.run("PRAGMA cache_size = -" + MANY_ROWS_CACHE_KB);
            sql.run("PRAGMA foreign_keys = OFF");
            sql.run("PRAGMA wal_autocheckpoint = " + MANY_ROWS_CHECKPOINT_PAGES);
            return true;
        });
    }

    <T> T transaction(Work<T> work) {
        try {
            sql.run("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.in(sql);
                sql.run("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    /** Reads everything as it stands at one moment; others may write meanwhile. */
    <T> T snapshot(Work<T> work) {
        try {
            sql.run("BEGIN");
            try {
                return work.in(sql);
            } finally {
                rollBack();
            }
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    /** Reads one row, which may be missing. */
    <T> @Nullable T first(String query, Sql.Row<T> read, @Nullable Object... values) {
        try {
            return sql.first(query, read, values);
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    <T> T read(Work<T> work) {
        try {
            return work.in(sql);
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    @Override
    public void close() {
        try (connection;
                sql) {
            // Both are closed by leaving.
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    private void rollBack() throws SQLException {
        try {
            sql.run("ROLLBACK");
        } catch (SQLiteException e) {
            // After a full disk or an I/O error SQLite has rolled back by itself; the first error is the one to tell.
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_ERROR) {
                throw e;
            }
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // In WAL mode NORMAL survives a kill at any moment; only a power cut can lose the last transactions.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // the driver would ask for them after each INSERT
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private void migrate(SQLiteDataSource source) throws SQLException {
        // Another process may be at the same work, and make this one's attempt fail.
        for (int attempt = 1; !schemaVersion().equals(SCHEMA_VERSION); attempt++) { // the library takes 0.3 s for that
            try {
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:paymap/store/sqlite")
                        .load()
                        .migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == MOST_MIGRATIONS) {
                    throw new StoreException(
                            "the database " + file + " cannot be brought to the schema of this version: "
                                    + firstLine(e),
                            true,
                            e);
                }
                sql.run("BEGIN IMMEDIATE"); // waits for the other's step
                sql.run("ROLLBACK");
            }
        }
    }

    private String schemaVersion() throws SQLException {
        String history = sql.first(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'flyway_schema_history'",
                row -> row.getString(1));
        String version = history == null
                ? null
                : sql.first(
                        "SELECT version FROM flyway_schema_history WHERE success = 1 ORDER BY installed_rank DESC LIMIT 1",
                        row -> row.getString(1));
        return version == null ? "" : version;
    }

    static void refuseOtherThings(Path file) {
        if (Files.isDirectory(file)) {
            throw new StoreException("the database " + file + " is a folder; name a file", true, null);
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new StoreException("the database " + file + " is read-only for you; it must be writable", true, null);
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SQLITE_MAGIC.length);
            if (head.length > 0 && !Arrays.equals(head, SQLITE_MAGIC)) {
                throw notADatabase(file, null);
            }
        } catch (IOException e) {
            throw new StoreException("the database " + file + " cannot be read: " + e.getMessage(), true, e);
        }
    }

    private static StoreException notADatabase(Path file, @Nullable Throwable cause) {
        return new StoreException("the file " + file + " is not an SQLite database; it was left as it is", true, cause);
    }

    static StoreException translated(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        if (name.startsWith("SQLITE_NOTADB") || name.startsWith("SQLITE_CORRUPT")) {
            return notADatabase(file, e);
        }
        if (name.startsWith("SQLITE_READONLY")
                || name.startsWith("SQLITE_CANTOPEN")
                || name.startsWith("SQLITE_PERM")) {
            return new StoreException(
                    "the database " + file + " cannot be written; check the rights of the file and its folder",
                    true,
                    e);
        }
        if (name.startsWith("SQLITE_FULL")) {
            return new StoreException(
                    "the disk of the database " + file + " is full; what was stored is safe", false, e);
        }
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return new StoreException("the database " + file + " is held by another program", false, e);
        }
        return new StoreException("the database " + file + " failed: " + firstLine(e), false, e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
