package paymap.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import paymap.job.StoreException;
import paymap.pace.SteadyClock;
import paymap.store.sql.StoreClock;
import paymap.store.sqlite.Patience;
import paymap.store.sqlite.SqliteDatabase;

/** Opens a store that is one SQLite file. */
public final class SqliteStore {

    private SqliteStore() {}

    /**
     * Opens a database on this machine's own time, creating it and its folder where they are missing.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore open(Path file) {
        return open(file, new SteadyClock());
    }

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @param clock the store's time; SQLite has none of its own. Read from several threads
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore open(Path file, InstantSource clock) {
        return open(file, clock, Owners.self());
    }

    /** @param owner the name of the process that works on runs, see {@link Owner} */
    static SqlStore open(Path file, InstantSource clock, String owner) {
        return new SqlStore(SqliteDatabase.open(file), StoreClock.of(clock), owner);
    }

    /**
     * Opens a database as {@link #open(Path)} does, though another program may hold it for long.
     *
     * @param patience the longest wait for it, now and later
     * @param waiting told at the beginning of each wait of more than a few seconds
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore open(Path file, Duration patience, Runnable waiting) {
        return new SqlStore(
                SqliteDatabase.open(file, new Patience(patience, waiting)),
                StoreClock.of(new SteadyClock()),
                Owners.self());
    }

    /**
     * Opens a database that is there for reading, which needs no right to write. What changes a store throws then.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqlStore openToRead(Path file) {
        return new SqlStore(SqliteDatabase.openToRead(file), StoreClock.of(new SteadyClock()), Owners.self());
    }
}
