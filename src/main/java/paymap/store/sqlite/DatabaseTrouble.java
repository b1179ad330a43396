package paymap.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paymap.job.StoreException;
import paymap.words.Words;

/** What SQLite's errors mean for people. */
final class DatabaseTrouble {

    /** SQLite tells a full disk from a broken one only where it writes the file itself, and not what is beside it. */
    private static final long NO_SPACE = 64 << 10;

    private DatabaseTrouble() {}

    static StoreException of(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String family = code.name().replaceFirst("^SQLITE_([A-Z]+).*", "$1");
        return switch (family) {
            case "NOTADB" -> notADatabase(file, e);
            case "CORRUPT" -> damaged(file, e);
            case "READONLY", "CANTOPEN", "PERM" ->
                isFull(file)
                        ? full(file, e)
                        : new StoreException(
                                Words.say(
                                        "the database %s cannot be opened or written; check the rights of the file and its"
                                                + " folder",
                                        file),
                                false,
                                e);
            case "FULL" -> full(file, e);
            case "IOERR" -> isFull(file) ? full(file, e) : failed(file, e);
            case "BUSY", "LOCKED" ->
                new StoreException(
                        Words.say(
                                "the database %s is held by another program; run the command again when that is done",
                                file),
                        false,
                        e);
            default -> failed(file, e);
        };
    }

    static StoreException notADatabase(Path file, @Nullable Throwable cause) {
        return new StoreException(
                Words.say("the file %s is not an SQLite database; it was left as it is", file), true, cause);
    }

    /** The database of another program. */
    static StoreException notOurs(Path file) {
        return new StoreException(
                Words.say("the database %s has no tables of paymap; it was left as it is", file), true, null);
    }

    /** @param schema that it is of; 0 = none */
    static StoreException older(Path file, int schema) {
        return schema == 0
                ? notOurs(file)
                : new StoreException(
                        Words.say(
                                "the database %s is of an earlier version of paymap (schema %d, not %d) and read-only for"
                                        + " you; it is brought up to date when somebody who may write it uses it, or in a"
                                        + " copy of yours",
                                file, schema, Schema.VERSION),
                        true,
                        null);
    }

    static StoreException newer(Path file, int schema) {
        return new StoreException(
                Words.say(
                        "the database %s is of a later version of paymap (schema %d; this one knows %d)",
                        file, schema, Schema.VERSION),
                true,
                null);
    }

    static StoreException failed(Path file, Exception e) {
        return new StoreException(Words.say("the database %s failed: %s", file, firstLine(e)), false, e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private static StoreException damaged(Path file, SQLException e) {
        return new StoreException(
                Words.say(
                        "the database %1$s is damaged; keep a copy, then try: paymap import %1$s --db new.db, or"
                                + " sqlite3 %1$s .recover | sqlite3 new.db",
                        file),
                false,
                e);
    }

    private static StoreException full(Path file, SQLException e) {
        return new StoreException(
                Words.say(
                        "the disk of the database %s is full; what was stored is safe, and with more room the same command goes on",
                        file),
                false,
                e);
    }

    private static boolean isFull(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < NO_SPACE;
        } catch (IOException e) {
            return false; // who cannot be asked is not to blame
        }
    }
}
