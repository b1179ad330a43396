package paymap.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.job.OtherStores;
import paymap.job.RawRow;
import paymap.job.StoreException;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sqlite.SqliteDatabase;

/** Other SQLite files of paymap: opened for reading, of whichever schema, and left as they are. */
public final class OtherDatabases implements OtherStores {

    private static final int AT_ONCE = 1_000;

    /** Of a row; more are counted. In a file of ours no row has a thousandth of them. */
    private static final int MOST_IDS = 10_000;

    private static final int LONGEST_ID = 100;

    private static final String OPENINGS = """
            SELECT position_id, first_seen, last_seen FROM openings
            WHERE job_id = ? AND length(position_id) BETWEEN 1 AND %d ORDER BY position_id LIMIT %d""".formatted(LONGEST_ID, MOST_IDS);

    /** Goes by the key of run_jobs, or by an index that schemas before 6 lack. */
    private static final String KEYWORDS = """
            SELECT r.keyword FROM runs r JOIN run_jobs f ON f.run_id = r.id
            WHERE f.job_id = ? GROUP BY r.keyword ORDER BY max(r.id)""";

    @Override
    public Optional<String> refusal(Path file) {
        try {
            SqliteDatabase.openOther(file).close();
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Rows open(Path file) {
        Database database = SqliteDatabase.openOther(file);
        return new Reading(database, database.read(Reading::query));
    }

    /** Row after row by its number. */
    private static final class Reading implements Rows {

        private final Database database;
        private final String query;
        private long last = Long.MIN_VALUE;

        Reading(Database database, String query) {
            this.database = database;
            this.query = query;
        }

        /** Schemas before 5 tell made-up rows by the name of their site alone. */
        static String query(Sql sql) throws SQLException {
            List<String> columns = sql.all("SELECT name FROM pragma_table_info('jobs')", row -> row.getString(1));
            return "SELECT *, " + (columns.contains("made_up") ? "made_up" : "0")
                    + " AS invented FROM jobs WHERE id > ?" + " ORDER BY id LIMIT " + AT_ONCE;
        }

        @Override
        public List<Row> next() {
            List<Row> rows = database.read(sql -> sql.all(query, row -> row(sql, row), last));
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).number();
            return rows;
        }

        private static Row row(Sql sql, ResultSet row) throws SQLException {
            long id = row.getLong("id");
            List<History.Opening> openings;
            History history;
            try {
                openings = sql.all(OPENINGS, OtherDatabases::opening, id);
                history = new History(
                        row.getInt("openings"),
                        Instant.parse(text(row, "first_seen")),
                        Instant.parse(text(row, "last_seen")),
                        openings,
                        sql.all(KEYWORDS, run -> text(run, "keyword"), id));
            } catch (DateTimeException | IllegalArgumentException e) {
                openings = List.of();
                history = null;
            }
            String first = openings.isEmpty() ? "" : openings.get(0).id();
            return new Row(id, raw(row, first), text(row, "site"), row.getInt("invented") == 1, history);
        }

        private static RawRow raw(ResultSet row, String id) throws SQLException {
            return new RawRow(
                    id,
                    text(row, "title"),
                    text(row, "salary"),
                    text(row, "salary_months"),
                    text(row, "city"),
                    text(row, "district"),
                    text(row, "experience"),
                    text(row, "education"),
                    text(row, "company"),
                    text(row, "posted"));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static History.Opening opening(ResultSet row) throws SQLException {
        return new History.Opening(
                text(row, "position_id"),
                Instant.parse(text(row, "first_seen")),
                Instant.parse(text(row, "last_seen")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
