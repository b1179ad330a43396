package paymap.cli.options;

import java.nio.file.Path;
import paymap.job.StoreException;
import paymap.store.DatabaseCheck;
import paymap.store.Store;

/** Opens databases; which kind, the wiring says. */
public interface Stores {

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    Store open(Path db);

    /** Looks how a database is, without changing it. */
    DatabaseCheck check(Path db);
}
