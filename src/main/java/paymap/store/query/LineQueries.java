package paymap.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Line;
import paymap.job.JobStore.PayGroup;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/** All rows as figures need them, and whether they may have changed. */
public final class LineQueries {

    /** Columns in the order of {@link Line#COLUMNS}; the runs of a row come as one text, of which there are few. */
    private static final String SELECT = """
            SELECT id, site, city, coalesce(experience, ''), coalesce(education, ''), coalesce(district, ''), salary,
                coalesce(salary_months, 0), openings, last_seen,
                (SELECT group_concat(run_id) FROM run_jobs f WHERE f.job_id = jobs.id)
            FROM jobs ORDER BY site, city, title, salary""";

    /** As the server counts them; a change shows after a second or so. */
    private static final String CHANGES = """
            SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables
            WHERE relname IN ('jobs', 'run_jobs', 'runs')""";

    private static final int MOST_REMEMBERED = 10_000;

    /** What a run searched for. */
    private record Search(String site, String keyword) {}

    /** Which runs found a row of a site. */
    private record Found(String site, String runs) {}

    private final Map<Long, Search> searches = new HashMap<>();
    private final Map<Found, Set<String>> keywords = new HashMap<>();

    private LineQueries() {}

    public static void lines(Database database, Consumer<Line> reader) {
        database.snapshot(sql -> {
            LineQueries queries = new LineQueries();
            queries.know(sql);
            sql.each(SELECT, row -> {
                reader.accept(queries.line(row));
                return true;
            });
            return true;
        });
    }

    public static long version(Database database) {
        return database.read(sql -> switch (sql.dialect()) {
            // What others did and what this connection did; the first changes by any step, the second only grows.
            case SQLITE -> (number(sql, "PRAGMA data_version") << Integer.SIZE) + number(sql, "SELECT total_changes()");
            case POSTGRESQL -> number(sql, CHANGES);
        });
    }

    private static long number(Sql sql, String query) throws SQLException {
        Long found = sql.first(query, row -> row.getLong(1));
        return found == null ? 0 : found;
    }

    private void know(Sql sql) throws SQLException {
        sql.each(
                "SELECT id, site, lower(keyword) FROM runs",
                run -> searches.put(run.getLong(1), new Search(run.getString(2), run.getString(3))));
    }

    /** By place, not by name: a million rows make the difference felt. */
    private Line line(ResultSet row) throws SQLException {
        String site = row.getString(2);
        return new Line(
                row.getLong(1),
                site,
                new PayGroup(
                        List.of(row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                        row.getString(7),
                        row.getInt(8),
                        1,
                        row.getLong(9)),
                row.getString(10),
                keywords(site, row.getString(11)));
    }

    private Set<String> keywords(String site, @Nullable String runs) {
        if (runs == null) {
            return Set.of();
        }
        if (keywords.size() >= MOST_REMEMBERED) {
            keywords.clear();
        }
        return keywords.computeIfAbsent(new Found(site, runs), this::read);
    }

    private Set<String> read(Found found) {
        return Arrays.stream(found.runs.split(","))
                .map(run -> searches.get(Long.valueOf(run)))
                .filter(search -> search != null && search.site.equals(found.site))
                .map(Search::keyword)
                .collect(Collectors.toUnmodifiableSet());
    }
}
