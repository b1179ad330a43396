package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.job.OtherStores.Row;
import paymap.job.OtherStores.Rows;
import paymap.job.RawRow;
import paymap.store.sql.Database;
import paymap.store.sql.Dialect;
import paymap.store.sql.Sql;

/** The rows of another store as they stood at one moment, by their numbers, each with its openings and keywords. */
final class OtherRows implements Rows {

    private static final int AT_ONCE = 1_000;

    /** Of a row; more are counted. In a store of ours no row has a thousandth of them. */
    private static final int MOST_IDS = 10_000;

    /** Of a row; an import takes fewer. */
    private static final int MOST_KEYWORDS = 1_000;

    private static final int LONGEST_ID = 100;

    private static final String OPENINGS = """
            SELECT job_id, position_id, first_seen, last_seen FROM openings
            WHERE job_id BETWEEN ? AND ? AND length(position_id) BETWEEN 1 AND %d
            ORDER BY job_id, position_id""".formatted(LONGEST_ID);

    /** Goes by the key of run_jobs, or by an index that schemas before 6 lack. */
    private static final String KEYWORDS = """
            SELECT f.job_id, r.keyword FROM runs r JOIN run_jobs f ON f.run_id = r.id
            WHERE f.job_id BETWEEN ? AND ? GROUP BY f.job_id, r.keyword ORDER BY f.job_id, max(r.id)""";

    /** A row as it stands, with what belongs to it. */
    private static final class Found {
        final List<String[]> openings = new ArrayList<>();
        final List<String> keywords = new ArrayList<>();
        final RawRow raw;
        final String site;
        final boolean madeUp;
        final int count;
        final String first;
        final String last;

        Found(ResultSet row) throws SQLException {
            this.raw = raw(row);
            this.site = text(row, "site");
            this.madeUp = row.getInt("invented") == 1;
            this.count = row.getInt("openings");
            this.first = text(row, "first_seen");
            this.last = text(row, "last_seen");
        }

        Row told(long number) {
            History history = history();
            String id = history == null || openings.isEmpty() ? "" : openings.get(0)[0];
            return new Row(number, raw.numbered(id), site, madeUp, history);
        }

        private @Nullable History history() {
            try {
                List<History.Opening> known = new ArrayList<>();
                for (String[] each : openings) {
                    known.add(new History.Opening(each[0], Instant.parse(each[1]), Instant.parse(each[2])));
                }
                return new History(count, Instant.parse(first), Instant.parse(last), known, keywords);
            } catch (DateTimeException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    private final Database database;
    private final Database.Moment moment;
    private final String query;
    private long last = Long.MIN_VALUE;

    /** @param database is closed with this */
    OtherRows(Database database) {
        this.database = database;
        this.moment = database.moment();
        this.query = moment.read(OtherRows::query);
    }

    /** Schemas before 5 tell made-up rows by the name of their site alone. */
    private static String query(Sql sql) throws SQLException {
        boolean told = sql.dialect() == Dialect.POSTGRESQL
                || sql.all("SELECT name FROM pragma_table_info('jobs')", row -> row.getString(1))
                        .contains("made_up");
        return "SELECT *, " + (told ? "made_up" : "0") + " AS invented FROM jobs WHERE id > ? ORDER BY id LIMIT "
                + AT_ONCE;
    }

    @Override
    public List<Row> next() {
        Map<Long, Found> rows = moment.read(this::found);
        List<Row> told = new ArrayList<>();
        rows.forEach((number, row) -> told.add(row.told(number)));
        return told;
    }

    /** What belongs to a thousand rows is asked at once: on a server each question takes its way there and back. */
    private Map<Long, Found> found(Sql sql) throws SQLException {
        Map<Long, Found> rows = new LinkedHashMap<>();
        sql.each(query, row -> rows.put(row.getLong("id"), new Found(row)), last);
        if (rows.isEmpty()) {
            return rows;
        }
        long from = rows.keySet().iterator().next();
        for (long number : rows.keySet()) {
            last = number;
        }
        sql.each(OPENINGS, row -> opening(rows.get(row.getLong(1)), row), from, last);
        sql.each(KEYWORDS, row -> keyword(rows.get(row.getLong(1)), text(row, "keyword")), from, last);
        return rows;
    }

    private static boolean opening(@Nullable Found of, ResultSet row) throws SQLException {
        return of != null
                && of.openings.size() < MOST_IDS
                && of.openings.add(
                        new String[] {text(row, "position_id"), text(row, "first_seen"), text(row, "last_seen")});
    }

    private static boolean keyword(@Nullable Found of, String keyword) {
        return of != null && of.keywords.size() < MOST_KEYWORDS && of.keywords.add(keyword);
    }

    private static RawRow raw(ResultSet row) throws SQLException {
        return new RawRow(
                "",
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

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }

    @Override
    public void close() {
        try (database;
                moment) {
            // Both are closed by leaving.
        }
    }
}
