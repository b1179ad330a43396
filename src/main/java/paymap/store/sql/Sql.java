package paymap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements by their text, prepared once per connection. */
public final class Sql implements AutoCloseable {

    /** Reads one row. */
    public interface Row<T> {
        /** What the row that the cursor stands on says; must not move it. */
        T of(ResultSet row) throws SQLException;
    }

    /** A page of rows and more; each number of rows is a statement of its own, kept for the next time. */
    private static final int ROWS_OF_AN_INSERT = 100;

    private final Connection connection;
    private final Dialect dialect;
    private final int rowsAtOnce;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Over a connection, which stays the caller's. */
    public Sql(Connection connection, Dialect dialect) {
        this(connection, dialect, 0);
    }

    /** @param rowsAtOnce of an answer that are in memory at a time; 0 = as the driver likes */
    public Sql(Connection connection, Dialect dialect, int rowsAtOnce) {
        this.connection = connection;
        this.dialect = dialect;
        this.rowsAtOnce = rowsAtOnce;
    }

    /** What it is spoken to in. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Keeps everybody else who asks for the same lock waiting until the transaction ends; where transactions that write
     * follow one another anyway, nothing is to be done.
     */
    public void lock(String name) throws SQLException {
        if (dialect.locks()) {
            update("INSERT INTO locks (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name", name);
        }
    }

    /** @return how many rows changed */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = bound(sql, values);
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            forget(sql, statement, e);
            throw e;
        }
    }

    /**
     * Inserts rows by as few statements as that takes; one that is there already, or twice among them, stays as it is.
     *
     * @param columns by commas
     * @param rows each with a value for each column; empty = nothing happens
     * @return how many were not there
     */
    public int insertNew(String table, String columns, List<List<Object>> rows) throws SQLException {
        int inserted = 0;
        for (int from = 0; from < rows.size(); from += ROWS_OF_AN_INSERT) {
            List<List<Object>> some = rows.subList(from, Math.min(rows.size(), from + ROWS_OF_AN_INSERT));
            String row = "(" + String.join(", ", Collections.nCopies(some.get(0).size(), "?")) + ")";
            inserted += update(
                    "INSERT INTO " + table + " (" + columns + ") VALUES "
                            + String.join(", ", Collections.nCopies(some.size(), row)) + " ON CONFLICT DO NOTHING",
                    some.stream().flatMap(List::stream).toArray());
        }
        return inserted;
    }

    /** The first row; null = there is none. */
    public <T> @Nullable T first(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? read.of(rows) : null;
        }
    }

    /** Whether there is any row. */
    public boolean isThere(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next();
        }
    }

    /** All rows, in memory; empty = there is none. */
    public <T> List<T> all(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                found.add(read.of(rows));
            }
        }
        return found;
    }

    /** Hands on one row after the other; only that one is in memory. */
    public void each(String sql, Row<?> read, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                read.of(rows);
            }
        }
    }

    /** Several statements without values or results. */
    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A number that may be missing. */
    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** A time as columns hold it: UTC, ISO 8601, whole milliseconds. */
    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** @throws SQLException if something else is in its place */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        try {
            return Instant.parse(row.getString(column));
        } catch (DateTimeException e) {
            throw new SQLException("its column " + column + " holds no time", e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    /** One that failed, as on a full disk, the driver may have given up, and would say so when it is used again. */
    private void forget(String sql, PreparedStatement statement, SQLException failed) {
        prepared.remove(sql);
        try {
            statement.close();
        } catch (SQLException e) {
            failed.addSuppressed(e);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(rowsAtOnce);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, storable(values[i]));
        }
        return statement;
    }

    private static @Nullable Object storable(@Nullable Object value) {
        if (value instanceof String text) {
            return storable(text);
        }
        if (value instanceof @Nullable String[] texts) {
            for (int i = 0; i < texts.length; i++) {
                @Nullable String text = texts[i];
                texts[i] = text == null ? null : storable(text);
            }
        }
        return value;
    }

    /** Whatever a site or a file may say: no text of PostgreSQL holds U+0000, and both stores hold the same. */
    private static String storable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }
}
