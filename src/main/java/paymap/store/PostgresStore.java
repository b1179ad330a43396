package paymap.store;

import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.ServerClock;

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

    private static SqlStore store(PostgresDatabase database) {
        return new SqlStore(database, ServerClock.of(database), Owners.self());
    }
}
