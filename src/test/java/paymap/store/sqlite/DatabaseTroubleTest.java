package paymap.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paymap.job.StoreException;

/** On a disk that has room. */
class DatabaseTroubleTest {

    private static final String RIGHTS =
            "the database %s cannot be opened or written; check the rights of the file and its folder";
    private static final String HELD =
            "the database %s is held by another program; run the command again when that is done";
    private static final String DAMAGED =
            "the database %1$s is damaged; keep a copy, then try: paymap import %1$s --db new.db, or"
                    + " sqlite3 %1$s .recover | sqlite3 new.db";
    private static final String FULL =
            "the disk of the database %s is full; what was stored is safe, and with more room the same command goes on";
    private static final String NONE = "the file %s is not an SQLite database; it was left as it is";
    private static final String FAILED = "the database %s failed: what it says";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SQLITE_READONLY, rights",
        "SQLITE_READONLY_DBMOVED, rights",
        "SQLITE_CANTOPEN, rights",
        "SQLITE_PERM, rights",
        "SQLITE_BUSY, held",
        "SQLITE_BUSY_SNAPSHOT, held",
        "SQLITE_LOCKED, held",
        "SQLITE_CORRUPT, damaged",
        "SQLITE_CORRUPT_INDEX, damaged",
        "SQLITE_FULL, full",
        "SQLITE_NOTADB, none",
        "SQLITE_IOERR_WRITE, failed",
        "SQLITE_CONSTRAINT_UNIQUE, failed"
    })
    void eachErrorIsASentenceThatSaysWhatToDo(SQLiteErrorCode code, String meaning) {
        Path file = folder.resolve("x.db");
        SQLException error = new SQLiteException("what it says\nand more of it", code);

        StoreException trouble = DatabaseTrouble.of(file, error);

        assertEquals(String.format(sentence(meaning), file), trouble.getMessage());
        assertSame(error, trouble.getCause());
        assertEquals(meaning.equals("none"), trouble.isWrongFile());
    }

    private static String sentence(String meaning) {
        return switch (meaning) {
            case "rights" -> RIGHTS;
            case "held" -> HELD;
            case "damaged" -> DAMAGED;
            case "full" -> FULL;
            case "none" -> NONE;
            default -> FAILED;
        };
    }

    @Test
    void anErrorOfTheDriverIsToldByItsFirstLine() {
        Path file = folder.resolve("x.db");

        assertEquals(
                String.format(FAILED, file),
                DatabaseTrouble.of(file, new SQLException("what it says\nand more"))
                        .getMessage());
        assertEquals(
                "the database " + file + " failed: IOException",
                DatabaseTrouble.failed(file, new IOException("")).getMessage());
    }

    @Test
    void anotherSchemaIsToldByItsNumber() {
        Path file = Path.of("x.db");

        assertEquals(
                "the database x.db is of a later version of paymap (schema 99; this one knows " + Schema.VERSION + ")",
                DatabaseTrouble.newer(file, 99).getMessage());
        assertEquals(
                "the database x.db has no tables of paymap; it was left as it is",
                DatabaseTrouble.older(file, 0).getMessage());
        assertEquals(
                "the database x.db is of an earlier version of paymap (schema 1, not " + Schema.VERSION
                        + ") and read-only for you; it is brought up to date when somebody who may write it uses it, or in"
                        + " a copy of yours",
                DatabaseTrouble.older(file, 1).getMessage());
    }
}
