package paymap.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import paymap.store.EmptyDatabase;

/** What a look at a database tells, and that it leaves everything as it is. */
class DatabaseCheckTest {

    @TempDir
    Path folder;

    @Test
    void whatIsNotThereIsNotMade() throws IOException {
        Path file = folder.resolve("not/there/x.db");

        DatabaseCheck check = DatabaseCheck.of(file);

        long free = Files.getFileStore(folder).getUsableSpace();
        assertTrue(check.freeBytes() > 0 && check.freeBytes() != Long.MAX_VALUE);
        assertTrue(Math.abs(check.freeBytes() - free) < 1L << 30, "of the nearest folder that is there");
        assertEquals(new DatabaseCheck(false, "", 0, "", check.freeBytes(), ""), check);
        assertFalse(check.isOlder());
        assertFalse(Files.exists(folder.resolve("not")));
    }

    @Test
    void aDatabaseIsToldWithItsRows() throws SQLException {
        Path file = EmptyDatabase.at(folder.resolve("x.db"));
        execute(
                file,
                "INSERT INTO jobs (site, city, title, salary, first_seen, last_seen) VALUES ('s', 'c', 't', '1k', '', ''),"
                        + " ('s', 'c', 'u', '1k', '', '')");

        DatabaseCheck check = DatabaseCheck.of(file);

        assertEquals(new DatabaseCheck(true, DatabaseCheck.CURRENT, 2, "", check.freeBytes(), ""), check);
        assertFalse(check.isOlder());
    }

    @ParameterizedTest
    @FieldSource("paymap.store.sqlite.Schema#TABLES")
    void aTableThatIsLostIsTold(String table) throws SQLException {
        Path file = EmptyDatabase.at(folder.resolve("x.db"));
        execute(file, "DROP VIEW postings", "DROP TABLE " + table);

        assertEquals(
                "the database " + file + " has lost its table " + table + "; another program may have changed it",
                DatabaseCheck.of(file).trouble());
    }

    @Test
    void everyTableIsLookedFor() throws SQLException {
        Path file = EmptyDatabase.at(folder.resolve("x.db"));
        Set<String> tables = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.remove("flyway_schema_history");

        assertEquals(new TreeSet<>(Schema.TABLES), tables);
    }

    @Test
    void anEmptyFileIsOlderAndHasNoSchema() throws IOException {
        Path file = Files.createFile(folder.resolve("x.db"));

        DatabaseCheck check = DatabaseCheck.of(file);

        assertEquals("", check.schema() + check.trouble() + check.damage());
        assertEquals(0, check.rows());
        assertTrue(check.isOlder());
    }

    @Test
    void whatIsNoDatabaseIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("x.db"), "hello");

        DatabaseCheck check = DatabaseCheck.of(file);

        assertEquals("the file " + file + " is not an SQLite database; it was left as it is", check.trouble());
        assertTrue(check.there());
        assertFalse(check.isOlder());
    }

    @Test
    void damageIsToldWhetherItCanBeReadOrNot() throws Exception {
        Path inside = EmptyDatabase.at(folder.resolve("inside.db"));
        execute(
                inside,
                "CREATE TABLE more (id INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO more VALUES (1, NULL)",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_master SET sql = 'CREATE TABLE more (id INTEGER PRIMARY KEY, name TEXT NOT NULL)'"
                        + " WHERE name = 'more'");
        Path head = EmptyDatabase.at(folder.resolve("head.db"));
        try (FileChannel bytes = FileChannel.open(head, StandardOpenOption.WRITE)) {
            bytes.write(ByteBuffer.wrap(new byte[8000]), 100);
        }

        assertFalse(DatabaseCheck.of(inside).damage().isEmpty(), "a row that cannot be");
        assertEquals(
                "the database " + head + " is damaged; keep a copy, then try: paymap import " + head
                        + " --db new.db, or sqlite3 " + head + " .recover | sqlite3 new.db",
                DatabaseCheck.of(head).trouble());
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
