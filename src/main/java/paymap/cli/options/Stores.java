package paymap.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import paymap.job.OtherStores;
import paymap.job.StoreException;
import paymap.store.Store;
import paymap.store.sqlite.DatabaseCheck;

/**
 * Opens databases by their names as people type them: files, or addresses of servers. Which kinds there are, the wiring
 * says.
 */
public interface Stores {

    /**
     * The file of a database, which need not be there yet; empty = it is on a server.
     *
     * @throws IllegalArgumentException if the name can be that of no database
     */
    Optional<Path> file(String db);

    /** Its name for people, without what they need not see. */
    String shown(String db);

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    Store open(String db);

    /**
     * Opens a database as {@link #open} does, though another program may hold it for long.
     *
     * @param patience the longest wait for it
     * @param waiting told at the beginning of each wait of more than a few seconds
     * @throws StoreException if it cannot be used
     */
    Store open(String db, Duration patience, Runnable waiting);

    /**
     * Opens a database that is there for reading alone.
     *
     * @throws StoreException if it cannot be used
     */
    Store openToRead(String db);

    /**
     * Whether an address of {@link #others} is that of this database, whatever it is called; both are asked.
     *
     * @throws StoreException if one cannot be read
     */
    boolean isSame(String db, String address);

    /** Databases that are taken in. */
    OtherStores others();

    /** Looks how a database is, without changing it. */
    DatabaseCheck check(String db);
}
