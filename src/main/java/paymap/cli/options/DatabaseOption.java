package paymap.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import paymap.cli.console.Terminal;
import paymap.job.OtherStores;
import paymap.job.StoreException;
import paymap.store.Store;
import paymap.store.sqlite.DatabaseCheck;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** Which database a command works on; the same one for all of them unless the person names another. */
public final class DatabaseOption {

    /** As it is typed. */
    public static final String NAME = "--db";

    /** A letter alone before the colon is a drive of Windows. A path has lost one of two slashes. */
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/|^jdbc:");

    private final Stores stores;

    @Option(names = NAME, paramLabel = "FILE", description = "The database; default: ${DEFAULT-VALUE}.")
    private Path path = Path.of("data", "paymap.db");

    /** @param stores how it is opened */
    public DatabaseOption(Stores stores) {
        this.stores = stores;
    }

    /** Its file, which need not be there yet. */
    public Path path() {
        return path;
    }

    /**
     * Opens it, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    public Store open() {
        return stores.open(file());
    }

    /**
     * Opens it for long work, and waits for whoever holds it.
     *
     * @param patience the longest wait
     * @param terminal where a wait is told, at once
     * @throws StoreException if it cannot be used
     */
    public Store open(Duration patience, Terminal terminal) {
        return stores.open(file(), patience, () -> {
            terminal.err()
                    .println("paymap: "
                            + Words.say(
                                    "another program holds the database %s; waiting for it, up to %,d s",
                                    path, patience.toSeconds()));
            terminal.err().flush();
        });
    }

    /**
     * Opens it for reading where it must be there.
     *
     * @throws StoreException if it is not there or cannot be used
     */
    public Store openExisting() {
        requireExisting();
        return stores.openToRead(path);
    }

    /**
     * Opens it for changing where it must be there.
     *
     * @throws StoreException if it is not there or cannot be used
     */
    public Store openExistingToChange() {
        requireExisting();
        return stores.open(path);
    }

    private void requireExisting() {
        if (!Files.exists(file())) {
            throw new StoreException(
                    Words.say(
                            "there is no database %s yet; paymap crawl makes it, or name another with %s", path, NAME),
                    true,
                    null);
        }
    }

    /** Other databases, as files. */
    public OtherStores others() {
        return stores.others();
    }

    /** How it is, without changing it. */
    public DatabaseCheck check() {
        return stores.check(file());
    }

    private Path file() {
        if (ADDRESS.matcher(path.toString()).find()) {
            throw new IllegalArgumentException(
                    Words.say("%s names a file, and this is an address: \"%s\"", NAME, path));
        }
        return path;
    }
}
