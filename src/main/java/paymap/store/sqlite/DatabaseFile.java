package paymap.store.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import paymap.files.FileTrouble;
import paymap.job.StoreException;
import paymap.words.Words;

/** What a person named as a database, before SQLite gets to see it, and how SQLite is to open it. */
final class DatabaseFile {

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** What changes whenever somebody writes into the file itself. */
    private record Stamp(long size, FileTime modified) {}

    private final Path file;
    private final @Nullable Stamp mustStay;

    private DatabaseFile(Path file, @Nullable Stamp mustStay) {
        this.file = file;
        this.mustStay = mustStay;
    }

    /**
     * A file that may be missing, with its folder.
     *
     * @throws StoreException if it is something else, or cannot be written
     */
    static DatabaseFile toWrite(Path file) {
        refuseOtherThings(file);
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new StoreException(
                    Words.say("the database %s is read-only for you; it must be writable", file), true, null);
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(
                    Words.say("cannot create the database %s: what should be its folder is a file", file), true, e);
        } catch (IOException e) {
            throw new StoreException(
                    Words.say("cannot create the folder of the database %s: %s", file, FileTrouble.writing(e)),
                    false,
                    e);
        }
        return new DatabaseFile(file, null);
    }

    /**
     * A file for reading alone, of which nothing is changed, nor beside it.
     *
     * <p>Readers of a WAL leave a mark beside it for the writer, which those who may not write there cannot. Where no WAL
     * holds anything, the file alone is the whole database, and is read as one that stays as it is; whether it did is
     * looked at after each query. Where one does, its own mark must be there.
     *
     * @throws StoreException if it is something else, or cannot be read
     */
    static DatabaseFile toRead(Path file) {
        refuseOtherThings(file);
        try {
            Path wal = beside(file, "-wal");
            boolean whole = !Files.exists(wal) || Files.size(wal) == 0;
            if (!whole && !Files.exists(beside(file, "-shm"))) {
                throw new StoreException(
                        Words.say(
                                "the database %s has changes in %s that only somebody who may write in its folder can read;"
                                        + " open it there once, or copy both files into a folder of yours",
                                file, wal),
                        true,
                        null);
            }
            return new DatabaseFile(file, whole ? stamp(file) : null);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether whoever runs this may write the file and what SQLite puts beside it. */
    static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    Path path() {
        return file;
    }

    /** How it is opened for writing. */
    SQLiteDataSource writing() {
        SQLiteConfig config = new SQLiteConfig();
        // In WAL mode NORMAL survives a kill at any moment; only a power cut can lose the last transactions.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) Patience.SLICE.toMillis());
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // the driver would ask for them after each INSERT
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** How it is opened for reading alone. */
    SQLiteDataSource reading() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) Patience.SLICE.toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        String uri = file.toAbsolutePath().toUri().getRawPath();
        source.setUrl("jdbc:sqlite:file:" + uri + (mustStay == null ? "?mode=ro" : "?immutable=1"));
        return source;
    }

    /** @throws StoreException if somebody wrote into a file that had to stay as it is: what was read may be wrong */
    void requireUnchanged() {
        try {
            if (mustStay == null || mustStay.equals(stamp(file))) {
                return;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        throw new StoreException(
                Words.say(
                        "the database %s was written while it was read, and without the right to write in its folder"
                                + " nobody can wait for that; run the command again",
                        file),
                false,
                null);
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void refuseOtherThings(Path file) {
        if (Files.isDirectory(file)) {
            throw new StoreException(Words.say("the database %s is a folder; name a file", file), true, null);
        }
        if (isOpenFile(file) || (Files.exists(file) && !Files.isRegularFile(file))) {
            throw new StoreException(
                    Words.say("the database %s is a device, a pipe or an open file; name a file", file), true, null);
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isReadable(file)) {
            throw new StoreException(
                    Words.say("the database %s cannot be read: %s", file, Words.say("you may not read it")),
                    true,
                    null);
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SQLITE_MAGIC.length);
            if (head.length > 0 && !Arrays.equals(head, SQLITE_MAGIC)) {
                throw DatabaseTrouble.notADatabase(file, null);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Such as /dev/stdout, which may lead to a file that already has another use. */
    private static boolean isOpenFile(Path file) {
        Path at = file.toAbsolutePath().normalize();
        return at.startsWith("/proc") || (at.startsWith("/dev") && !at.startsWith("/dev/shm"));
    }

    private static StoreException unreadable(Path file, IOException e) {
        return new StoreException(
                Words.say("the database %s cannot be read: %s", file, FileTrouble.reading(e)), false, e);
    }
}
