package paymap.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import paymap.job.OtherStores;
import paymap.job.StoreException;
import paymap.store.Store;
import paymap.store.sqlite.DatabaseCheck;

/** Opens databases; which kind, the wiring says. */
public interface Stores {

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    Store open(Path db);

    /**
     * Opens a database as {@link #open} does, though another program may hold it for long.
     *
     * @param patience the longest wait for it
     * @param waiting told at the beginning of each wait of more than a few seconds
     * @throws StoreException if it cannot be used
     */
    Store open(Path db, Duration patience, Runnable waiting);

    /**
     * Opens a database that is there for reading alone.
     *
     * @throws StoreException if it cannot be used
     */
    Store openToRead(Path db);

    /** Databases that are taken in as files. */
    OtherStores others();

    /** Looks how a database is, without changing it. */
    DatabaseCheck check(Path db);
}
