package paymap.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    private Connection connection;
    private Sql sql;

    @BeforeEach
    void inMemory() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        sql = new Sql(connection, Dialect.SQLITE);
        sql.run("CREATE TABLE notes (id INTEGER PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 250})
    void manyRowsAreInsertedAndThoseThatAreThereStay(int many) throws SQLException {
        sql.update("INSERT INTO notes VALUES (0, 'first')");
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rows.add(List.of(i, "n" + i));
        }

        assertEquals(Math.max(0, many - 1), sql.insertNew("notes", "id, name", rows));

        assertEquals(Math.max(1, many), sql.<Integer>first("SELECT count(*) FROM notes", row -> row.getInt(1)));
        assertEquals("first", sql.first("SELECT name FROM notes WHERE id = 0", row -> row.getString(1)));
    }

    @Test
    void textsAreStoredWithoutWhatOneOfTheStoresCannotHold() throws SQLException {
        sql.update("INSERT INTO notes VALUES (1, ?)", "\0a\0b");
        String[] texts = {"x\0", null, "y"};
        sql.update("INSERT INTO notes VALUES (2, ?)", (Object) texts);

        assertEquals("ab", sql.first("SELECT name FROM notes WHERE id = 1", row -> row.getString(1)));
        assertArrayEquals(new String[] {"x", null, "y"}, texts);
    }

    @Test
    void timesAreWholeMillisecondsAndWhatIsNoneIsSaidSo() throws SQLException {
        assertEquals("2026-11-01T00:00:00.123Z", Sql.text(Instant.parse("2026-11-01T00:00:00.123456Z")));
        assertEquals(
                Instant.parse("2026-11-01T00:00:00Z"),
                sql.first("SELECT '2026-11-01T00:00:00Z' AS at", row -> Sql.instant(row, "at")));
        assertEquals(
                "its column at holds no time",
                assertThrows(SQLException.class, () -> sql.first("SELECT 'noon' AS at", row -> Sql.instant(row, "at")))
                        .getMessage());
    }

    @Test
    void aNumberMayBeMissing() throws SQLException {
        assertNull(sql.first("SELECT NULL AS n", row -> Sql.integer(row, "n")));
        assertEquals(0, sql.<Integer>first("SELECT 0 AS n", row -> Sql.integer(row, "n")));
    }

    @Test
    void aStatementIsPreparedOnceAndAnewAfterItFailed() throws SQLException {
        sql.run("PRAGMA max_page_count = 5");
        assertThrows(SQLException.class, () -> sql.update("INSERT INTO notes VALUES (?, ?)", 1, "x".repeat(50_000)));

        assertEquals(1, sql.update("INSERT INTO notes VALUES (?, ?)", 2, "y"));
        assertEquals(1, sql.update("INSERT INTO notes VALUES (?, ?)", 3, "z"));
    }

    @Test
    void onlyTheOtherDialectLocks() throws SQLException {
        sql.lock("anything"); // there is no table of locks
        assertFalse(Dialect.SQLITE.locks());
        assertTrue(Dialect.POSTGRESQL.locks());
    }
}
