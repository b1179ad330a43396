package paymap.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import paymap.job.StoreException;
import paymap.store.SqliteStore;
import paymap.store.Store;

/** Opens databases: the one place that knows which kinds there are. */
public final class Stores {

    private Stores() {}

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    public static Store open(Path db) {
        return SqliteStore.open(db);
    }

    /**
     * Opens a database that must be there.
     *
     * @throws StoreException if it is not there or cannot be used
     */
    public static Store openExisting(Path db) {
        if (!Files.exists(db)) {
            throw new StoreException(
                    "there is no database " + db + " yet; paymap crawl makes it, or name another with --db",
                    true,
                    null);
        }
        return open(db);
    }
}
