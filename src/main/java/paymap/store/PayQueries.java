package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.store.sqlite.Database;

/** The frequency tables of pay. */
final class PayQueries {

    private static final int ENOUGH_FOR_HISTORY = 2;

    private static final String FOUND_ROWS = "EXISTS (SELECT 1 FROM run_jobs j WHERE j.run_id = r.id)";

    /**
     * Which rows a filter means, as SQL.
     *
     * @param sql a condition
     * @param values of its question marks
     */
    record Where(String sql, @Nullable Object... values) {

        /** Of the table {@code jobs}. */
        static Where jobs(Filter filter) {
            List<@Nullable Object> values = new ArrayList<>(List.of(filter.site()));
            StringBuilder where = new StringBuilder("site = ?");
            if (!filter.cities().isEmpty()) {
                where.append(" AND city IN ").append(marks(filter.cities()));
                values.addAll(filter.cities());
            }
            if (!filter.keywords().isEmpty()) {
                where.append("""
                         AND id IN (SELECT job_id FROM run_jobs j JOIN runs r ON r.id = j.run_id
                            WHERE r.site = ? AND lower(r.keyword) IN\s""").append(folded(filter.keywords())).append(")");
                values.add(filter.site());
                values.addAll(filter.keywords());
            }
            if (filter.since() != null) {
                // Without the Z a time with parts of a second sorts after the whole second, as it should.
                where.append(" AND rtrim(last_seen, 'Z') >= ?");
                values.add(bare(filter.since()));
            }
            return new Where(where.toString(), values.toArray());
        }

        private static String bare(Instant since) {
            String text = SqliteLedger.text(since);
            return text.substring(0, text.length() - 1);
        }

        /** Of the table {@code runs}, named r: those that fit, whatever they found. */
        static Where runs(Filter filter) {
            List<@Nullable Object> values = new ArrayList<>(List.of(filter.site()));
            StringBuilder where = new StringBuilder("r.site = ?");
            if (!filter.keywords().isEmpty()) {
                where.append(" AND lower(r.keyword) IN ").append(folded(filter.keywords()));
                values.addAll(filter.keywords());
            }
            if (!filter.cities().isEmpty()) {
                where.append(" AND EXISTS (SELECT 1 FROM run_cities c WHERE c.run_id = r.id AND c.city IN ")
                        .append(marks(filter.cities()))
                        .append(")");
                values.addAll(filter.cities());
            }
            if (filter.since() != null) {
                where.append(" AND rtrim(coalesce(r.ended, r.started), 'Z') >= ?");
                values.add(bare(filter.since()));
            }
            return new Where(where.toString(), values.toArray());
        }

        static String marks(List<String> values) {
            return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        }

        /** As many marks for texts of any case. */
        static String folded(List<String> values) {
            return "(" + String.join(", ", Collections.nCopies(values.size(), "lower(?)")) + ")";
        }
    }

    private PayQueries() {}

    static Optional<String> latestSite(Database database) {
        String ofRuns = "SELECT site FROM runs r WHERE EXISTS (SELECT 1 FROM jobs j WHERE j.site = r.site)"
                + " ORDER BY id DESC LIMIT 1";
        String ofNoRun = "SELECT site FROM jobs ORDER BY id DESC LIMIT 1";
        return Optional.ofNullable(database.first(ofRuns, row -> row.getString(1)))
                .or(() -> Optional.ofNullable(database.first(ofNoRun, row -> row.getString(1))));
    }

    static List<String> keywords(Database database, String site) {
        String query = "SELECT keyword, lower(keyword) AS folded FROM runs r WHERE site = ?" + " AND " + FOUND_ROWS
                + " ORDER BY id DESC";
        Map<String, String> newest = new LinkedHashMap<>();
        database.read(sql -> {
            sql.each(
                    query,
                    row -> {
                        newest.putIfAbsent(row.getString("folded"), row.getString("keyword"));
                        return true;
                    },
                    site);
            return true;
        });
        return List.copyOf(newest.values());
    }

    static List<PayGroup> payGroups(Database database, Filter asked) {
        Filter filter = lighter(database, asked);
        Where where = Where.jobs(filter);
        // Grouped by the bare column, so that the order of the index jobs_by_pay serves and nothing is sorted.
        String query =
                "SELECT city, salary, coalesce(salary_months, 0) AS months, count(*) AS n, sum(openings) AS openings"
                        + " FROM jobs WHERE " + where.sql() + " GROUP BY city, salary, salary_months"
                        + " ORDER BY city, salary, salary_months";
        return database.read(sql -> sql.all(query, PayQueries::payGroup, where.values()));
    }

    static boolean madeUp(Database database, Filter asked) {
        Where where = Where.jobs(lighter(database, asked));
        String query = "SELECT 1 FROM jobs WHERE " + where.sql() + " AND made_up = 1 LIMIT 1";
        return database.first(query, row -> true, where.values()) != null;
    }

    static Optional<Collected> collected(Database database, Filter filter) {
        Where runs = Where.runs(filter);
        Where jobs = Where.jobs(filter);
        Collected byRuns = database.first(
                "SELECT min(started) AS first, max(coalesce(ended, started)) AS last FROM runs r WHERE " + runs.sql()
                        + " HAVING min(started) IS NOT NULL",
                PayQueries::collected,
                runs.values());
        // A file may hold rows of no known run; reading all their times is slow, so it comes second.
        return byRuns != null
                ? Optional.of(byRuns)
                : Optional.ofNullable(database.first(
                        "SELECT min(first_seen) AS first, max(last_seen) AS last FROM jobs WHERE " + jobs.sql()
                                + " HAVING min(first_seen) IS NOT NULL",
                        PayQueries::collected,
                        jobs.values()));
    }

    static List<RunPay> payByRun(Database database, Filter filter) {
        Where runs = Where.runs(filter);
        Long count =
                database.first("SELECT count(*) FROM runs r WHERE " + runs.sql(), row -> row.getLong(1), runs.values());
        if (count == null || count < ENOUGH_FOR_HISTORY) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(List.of(runs.values()));
        values.addAll(filter.cities());
        String query =
                """
                SELECT r.id AS run, r.started, r.keyword, city, salary, coalesce(salary_months, 0) AS months,
                    count(*) AS n, sum(openings) AS openings
                FROM runs r JOIN run_jobs ON run_id = r.id JOIN jobs ON jobs.id = job_id
                WHERE\s""" + runs.sql() + (filter.cities().isEmpty() ? "" : " AND city IN " + Where.marks(filter.cities()))
                        + " GROUP BY r.id, city, salary, months ORDER BY r.id, city, salary, months";
        return database.read(sql -> sql.all(query, PayQueries::runPay, values.toArray()));
    }

    /**
     * Without the keyword where all runs that found rows of the site searched for it: the index then answers alone (a
     * million rows in 0.1 s instead of 0.5 s). Rows of no known run count in then.
     */
    private static Filter lighter(Database database, Filter filter) {
        if (filter.keywords().isEmpty()) {
            return filter;
        }
        List<Object> values = new ArrayList<>(filter.keywords());
        values.add(filter.site());
        Long matching = database.first(
                "SELECT min(lower(keyword) IN " + Where.folded(filter.keywords()) + ") FROM runs r WHERE site = ? AND "
                        + FOUND_ROWS,
                row -> row.getLong(1),
                values.toArray());
        return matching != null && matching == 1
                ? new Filter(filter.site(), List.of(), filter.cities(), filter.since())
                : filter;
    }

    private static Collected collected(ResultSet row) throws SQLException {
        return new Collected(row.getString("first"), row.getString("last"));
    }

    private static RunPay runPay(ResultSet row) throws SQLException {
        return new RunPay(row.getLong("run"), row.getString("started"), row.getString("keyword"), payGroup(row));
    }

    private static PayGroup payGroup(ResultSet row) throws SQLException {
        return new PayGroup(
                row.getString("city"),
                row.getString("salary"),
                row.getInt("months"),
                row.getLong("n"),
                row.getLong("openings"));
    }
}
