package paymap.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paymap.job.StoreException;
import paymap.store.sql.Database;
import paymap.store.sql.Dialect;
import paymap.store.sql.Sql;

/**
 * One open SQLite file with our schema in it. Not for several threads at once. Every method throws
 * {@link StoreException} if the file cannot be read or written, or is held by another program for too long.
 */
public final class SqliteDatabase implements Database {

    private static final int MANY_ROWS_CACHE_KB = 64 * 1024;
    private static final int MANY_ROWS_CHECKPOINT_PAGES = 40_000; // 160 MB: a page is copied once for many writes

    private final DatabaseFile file;
    private final Connection connection;
    private final Sql sql;
    private final Patience patience;

    private SqliteDatabase(DatabaseFile file, Connection connection, Patience patience) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection, Dialect.SQLITE);
        this.patience = patience;
    }

    /**
     * Opens a file for writing, creating it, its folder and its tables where they are missing.
     *
     * @throws StoreException if it cannot be used, with the reason as a sentence
     */
    public static SqliteDatabase open(Path path) {
        return open(path, Patience.USUAL);
    }

    /**
     * The same.
     *
     * @param patience with whoever holds it, now and in each later transaction
     * @throws StoreException as {@link #open(Path)}
     */
    public static SqliteDatabase open(Path path, Patience patience) {
        DatabaseFile file = DatabaseFile.toWrite(path);
        SQLiteDataSource source = file.writing();
        return connected(file, source, patience, database -> {
            patience.with(() -> {
                Schema.known(database.sql, path); // any other is left in the mode it is in
                database.sql.run("PRAGMA journal_mode = WAL");
                Schema.migrate(database.sql, path, source);
                return true;
            });
        });
    }

    /**
     * Opens a file for reading; it needs no right to write. Who has that right brings an older schema up to date.
     *
     * @throws StoreException if it cannot be used, for instance because it is of an older schema and read-only
     */
    public static SqliteDatabase openToRead(Path path) {
        if (DatabaseFile.isWritable(path)) {
            SqliteDatabase database = open(path);
            database.read(sql -> {
                sql.run("PRAGMA query_only = ON");
                return true;
            });
            return database;
        }
        DatabaseFile file = DatabaseFile.toRead(path);
        return connected(file, file.reading(), Patience.USUAL, database -> {
            int schema = database.patience.with(() -> Schema.known(database.sql, path));
            if (schema < Schema.VERSION) {
                throw DatabaseTrouble.older(path, schema);
            }
        });
    }

    /**
     * Opens a file of this or an earlier schema for reading, and leaves it as it is. Who made it may have meant harm: of
     * what stands in its schema nothing is run.
     *
     * @throws StoreException if it cannot be used
     */
    public static SqliteDatabase openOther(Path path) {
        DatabaseFile file = DatabaseFile.toRead(path);
        return connected(file, file.reading(), Patience.USUAL, database -> {
            database.sql.run("PRAGMA trusted_schema = OFF");
            int schema = database.patience.with(() -> Schema.known(database.sql, path));
            if (schema == 0 || !Schema.hasTables(database.sql, "jobs", "openings", "runs", "run_jobs")) {
                throw DatabaseTrouble.notOurs(path);
            }
        });
    }

    /** What is to be done with a file that SQLite has just opened; it is closed again if that throws. */
    private interface Beginning {
        void of(SqliteDatabase database) throws SQLException;
    }

    private static SqliteDatabase connected(
            DatabaseFile file, SQLiteDataSource source, Patience patience, Beginning begin) {
        try {
            SqliteDatabase database = new SqliteDatabase(file, patience.with(source::getConnection), patience);
            boolean usable = false;
            try {
                begin.of(database);
                usable = true;
                return database;
            } finally {
                if (!usable) {
                    database.connection.close();
                }
            }
        } catch (SQLException e) {
            throw DatabaseTrouble.of(file.path(), e);
        }
    }

    /**
     * Begins a transaction that lasts over several calls; {@link #commit} ends it. The driver begins it itself: of a
     * transaction begun by hand it would ask before each statement.
     */
    @Override
    public void begin() {
        autoCommit(false);
    }

    /** What the transaction did stays. */
    @Override
    public void commit() {
        autoCommit(true);
    }

    private void autoCommit(boolean on) {
        try {
            patience.with(() -> {
                boolean done = false;
                try {
                    connection.setAutoCommit(on);
                    done = true;
                    return done;
                } finally {
                    if (!done) { // the driver takes it for done, and would do nothing the next time
                        connection
                                .unwrap(SQLiteConnection.class)
                                .getConnectionConfig()
                                .setAutoCommit(!on);
                    }
                }
            });
        } catch (SQLException e) {
            throw DatabaseTrouble.of(file.path(), e);
        }
    }

    /** Works in the transaction that is begun; trouble undoes all of it. */
    @Override
    public <T> T within(Work<T> work) {
        try {
            boolean done = false;
            try {
                T result = work.in(sql);
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBackAndBegin();
                }
            }
        } catch (SQLException e) {
            throw DatabaseTrouble.of(file.path(), e);
        }
    }

    /** For the driver a transaction is begun, until it is told otherwise. */
    private void rollBackAndBegin() throws SQLException {
        rollBack();
        try {
            sql.run("BEGIN IMMEDIATE");
        } catch (SQLiteException e) {
            // What went wrong before is the trouble to tell.
        }
    }

    /**
     * A larger cache, as rows of an import land all over the indexes and the usual 2 MB would write each page many
     * times; and no look-up of each parent by SQLite, as an import only ever names rows that it has just found or made.
     */
    @Override
    public void expectManyRows() {
        read(sql -> {
            sql.run("PRAGMA cache_size = -" + MANY_ROWS_CACHE_KB);
            sql.run("PRAGMA foreign_keys = OFF");
            sql.run("PRAGMA wal_autocheckpoint = " + MANY_ROWS_CHECKPOINT_PAGES);
            return true;
        });
    }

    /** Works in a transaction of its own, in which nobody else writes; trouble undoes all of it. */
    @Override
    public <T> T transaction(Work<T> work) {
        try {
            patience.with(() -> {
                sql.run("BEGIN IMMEDIATE");
                return true;
            });
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
            throw DatabaseTrouble.of(file.path(), e);
        }
    }

    /** Reads everything as it stands at one moment; others may write meanwhile. */
    @Override
    public <T> T snapshot(Work<T> work) {
        return read(all -> {
            try {
                stay();
                return work.in(sql);
            } finally {
                rollBack();
            }
        });
    }

    /** From now on it stays as it is for this connection. */
    private boolean stay() throws SQLException {
        sql.run("BEGIN");
        return patience.with(() -> sql.isThere("SELECT 1 FROM sqlite_master LIMIT 1"));
    }

    @Override
    public Moment moment() {
        read(all -> stay());
        return new Moment() {
            @Override
            public <T> T read(Work<T> work) {
                return SqliteDatabase.this.read(work);
            }

            @Override
            public void close() {
                read(all -> {
                    rollBack();
                    return true;
                });
            }
        };
    }

    /** Reads one row, which may be missing. */
    @Override
    public <T> @Nullable T first(String query, Sql.Row<T> row, @Nullable Object... values) {
        return read(all -> patience.with(() -> Optional.ofNullable(sql.first(query, row, values))))
                .orElse(null);
    }

    /** Works outside of a transaction. */
    @Override
    public <T> T read(Work<T> work) {
        try {
            T result = work.in(sql);
            file.requireUnchanged();
            return result;
        } catch (SQLException e) {
            file.requireUnchanged(); // then that is the trouble
            throw DatabaseTrouble.of(file.path(), e);
        }
    }

    @Override
    public void close() {
        try (connection;
                sql) {
            // Both are closed by leaving.
        } catch (SQLException e) {
            throw DatabaseTrouble.of(file.path(), e);
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
}
