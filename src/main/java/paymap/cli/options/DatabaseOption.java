package paymap.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private final Stores stores;

    @Option(
            names = NAME,
            paramLabel = "DB",
            description = "The database: a file, or postgresql://USER@HOST/NAME; default: ${DEFAULT-VALUE}.")
    private String db = Path.of("data", "paymap.db").toString();

    /** @param stores how it is opened */
    public DatabaseOption(Stores stores) {
        this.stores = stores;
    }

    /** As people know it. */
    public String name() {
        return stores.shown(db);
    }

    /** Whether it is a file, and not on a server. */
    public boolean isFile() {
        return stores.file(db).isPresent();
    }

    /** Whether a file is the database itself. */
    public boolean isSame(Path other) throws IOException {
        Path file = stores.file(db).orElse(null);
        return file != null && Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other);
    }

    /**
     * Whether an address of {@link #others} is that of the database itself, which must be there.
     *
     * @throws StoreException if it cannot be read
     */
    public boolean isSame(String address) {
        return stores.isSame(db, address);
    }

    /**
     * Opens it, creating it and its folder where they are missing.
     *
     * @throws StoreException if it cannot be used
     */
    public Store open() {
        return stores.open(db);
    }

    /**
     * Opens it for long work, and waits for whoever holds it.
     *
     * @param patience the longest wait
     * @param terminal where a wait is told, at once
     * @throws StoreException if it cannot be used
     */
    public Store open(Duration patience, Terminal terminal) {
        return stores.open(db, patience, () -> {
            terminal.err()
                    .println("paymap: "
                            + (isFile()
                                    ? Words.say(
                                            "another program holds the database %s; waiting for it, up to %,d s",
                                            name(), patience.toSeconds())
                                    : Words.say(
                                            "the database %s cannot be reached; waiting for it, up to %,d s",
                                            name(), patience.toSeconds())));
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
        return stores.openToRead(db);
    }

    /**
     * Opens it for changing where it must be there.
     *
     * @throws StoreException if it is not there or cannot be used
     */
    public Store openExistingToChange() {
        requireExisting();
        return stores.open(db);
    }

    private void requireExisting() {
        if (stores.file(db).map(file -> !Files.exists(file)).orElse(false)) {
            throw new StoreException(
                    Words.say(
                            "there is no database %s yet; paymap crawl makes it, or name another with %s",
                            name(), NAME),
                    true,
                    null);
        }
    }

    /** Other databases, as files and on servers. */
    public OtherStores others() {
        return stores.others();
    }

    /** How it is, without changing it. */
    public DatabaseCheck check() {
        return stores.check(db);
    }
}
