package paymap.store;

import java.time.Duration;
import paymap.job.StoreException;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.ServerClock;
import paymap.store.sqlite.DatabaseCheck;

/** Opens a store that is one PostgreSQL database, shared by many machines. */
public final class PostgresStore {

    private PostgresStore() {}

    /**
     * Opens it, and makes its tables where they are missing and that is granted.
     *
     * @param absence how long the server may be away, now and later
     * @throws paymap.job.StoreException if it cannot be used
     */
    public static SqlStore open(PostgresAddress address, Absence absence) {
        return store(PostgresDatabase.open(address, absence));
    }

    /**
     * Opens it for reading, which needs no right to write. What changes a store throws then.
     *
     * @throws paymap.job.StoreException if it cannot be used
     */
    public static SqlStore openToRead(PostgresAddress address, Absence absence) {
        return store(PostgresDatabase.openToRead(address, absence));
    }

    /** How it is; what a server has room for, its own people know. */
    public static DatabaseCheck check(PostgresAddress address) {
        try (PostgresDatabase database = PostgresDatabase.openToRead(address, new Absence(Duration.ZERO, () -> {}))) {
            Long rows = database.first("SELECT count(*) FROM jobs", row -> row.getLong(1));
            return new DatabaseCheck(true, DatabaseCheck.CURRENT, rows == null ? 0 : rows, "", Long.MAX_VALUE, "");
        } catch (StoreException e) {
            return new DatabaseCheck(true, "", 0, "", Long.MAX_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private static SqlStore store(PostgresDatabase database) {
        return new SqlStore(database, ServerClock.of(database), Owners.self());
    }
}
