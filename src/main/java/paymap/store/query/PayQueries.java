package paymap.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/** The frequency tables of pay. */
public final class PayQueries {

    private static final int ENOUGH_FOR_HISTORY = 2;

    private static final String FOUND_ROWS = "EXISTS (SELECT 1 FROM run_jobs j WHERE j.run_id = r.id)";

    private PayQueries() {}

    public static Optional<String> latestSite(Database database) {
        String ofRuns = "SELECT site FROM runs r WHERE EXISTS (SELECT 1 FROM jobs j WHERE j.site = r.site)"
                + " ORDER BY id DESC LIMIT 1";
        String ofNoRun = "SELECT site FROM jobs ORDER BY id DESC LIMIT 1";
        return Optional.ofNullable(database.first(ofRuns, row -> row.getString(1)))
                .or(() -> Optional.ofNullable(database.first(ofNoRun, row -> row.getString(1))));
    }

    public static List<String> keywords(Database database, String site) {
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

    public static void payGroups(Database database, Filter asked, List<Column> by, Consumer<PayGroup> reader) {
        String columns = grouped(by);
        Filter filter = lighter(database, asked);
        PayCheck pay = PayCheck.of(filter);
        database.read(sql -> {
            Where where = Where.jobs(sql, filter);
            String query = "SELECT " + values(by) + "salary, coalesce(salary_months, 0), count(*), sum(openings)"
                    + " FROM jobs WHERE " + where.sql() + " GROUP BY " + columns + " ORDER BY " + columns;
            sql.each(
                    query,
                    row -> {
                        PayGroup line = payGroup(row, by.size());
                        if (pay.passes(line.salary(), line.salaryMonths())) {
                            reader.accept(line);
                        }
                        return true;
                    },
                    where.values());
            return true;
        });
    }

    /**
     * Bare columns in the order of the index jobs_by_pay, so that nothing is sorted where it has them: by education with
     * experience before it, for a few more lines are read sooner than a million rows are sorted.
     */
    private static String grouped(List<Column> by) {
        Set<Column> columns = by.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(by);
        if (columns.contains(Column.EDUCATION)) {
            columns.add(Column.EXPERIENCE);
        }
        columns.remove(Column.CITY);
        return Stream.concat(
                        Stream.of("city", "salary", "salary_months"),
                        columns.stream().map(PayQueries::name))
                .collect(Collectors.joining(", "));
    }

    private static String values(List<Column> by) {
        return by.stream().map(column -> "coalesce(" + name(column) + ", ''), ").collect(Collectors.joining());
    }

    private static String name(Column column) {
        return switch (column) {
            case CITY -> "city";
            case EXPERIENCE -> "experience";
            case EDUCATION -> "education";
            case DISTRICT -> "district";
            case COMPANY -> "company";
            case TITLE -> "title";
        };
    }

    public static boolean madeUp(Database database, Filter asked) {
        Filter filter = lighter(database, asked);
        return database.read(sql -> {
            Where where = Where.jobs(sql, filter);
            String query = "SELECT 1 FROM jobs WHERE " + where.sql() + " AND made_up = 1 LIMIT 1";
            return sql.isThere(query, where.values());
        });
    }

    public static Optional<Collected> collected(Database database, Filter filter) {
        return database.read(sql -> {
            Where runs = Where.runs(filter);
            Collected byRuns = sql.first(
                    "SELECT min(started) AS first, max(coalesce(ended, started)) AS last FROM runs r WHERE "
                            + runs.sql() + " HAVING min(started) IS NOT NULL",
                    PayQueries::collected,
                    runs.values());
            // A file may hold rows of no known run; reading all their times is slow, so it comes second.
            return byRuns != null ? Optional.of(byRuns) : Optional.ofNullable(seen(sql, filter));
        });
    }

    private static @Nullable Collected seen(Sql sql, Filter filter) throws SQLException {
        Where jobs = Where.jobs(sql, filter);
        return sql.first(
                "SELECT min(first_seen) AS first, max(last_seen) AS last FROM jobs WHERE " + jobs.sql()
                        + " HAVING min(first_seen) IS NOT NULL",
                PayQueries::collected,
                jobs.values());
    }

    public static List<RunPay> payByRun(Database database, Filter filter) {
        Where runs = Where.runs(filter);
        Long count =
                database.first("SELECT count(*) FROM runs r WHERE " + runs.sql(), row -> row.getLong(1), runs.values());
        if (count == null || count < ENOUGH_FOR_HISTORY) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(List.of(runs.values()));
        values.addAll(filter.cities());
        PayCheck pay = PayCheck.of(filter);
        return database.read(sql -> {
            String which =
                    runs.sql() + (filter.cities().isEmpty() ? "" : " AND city IN " + Where.marks(filter.cities()));
            if (!filter.conditions().isNone()) {
                Where jobs = Where.jobs(sql, filter);
                which += " AND jobs.id IN (SELECT id FROM jobs WHERE " + jobs.sql() + ")";
                values.addAll(Arrays.asList(jobs.values()));
            }
            return sql
                    .all(
                            """
                            SELECT r.id AS run, r.started, r.keyword, city, salary, coalesce(salary_months, 0) AS months,
                                count(*) AS n, sum(openings) AS openings
                            FROM runs r JOIN run_jobs ON run_id = r.id JOIN jobs ON jobs.id = job_id
                            WHERE\s""" + which + " GROUP BY r.id, city, salary, months ORDER BY r.id, city, salary, months",
                            PayQueries::runPay,
                            values.toArray())
                    .stream()
                    .filter(line -> pay.passes(line.pay().salary(), line.pay().salaryMonths()))
                    .toList();
        });
    }

    /**
     * Without the keyword where all runs that found rows of the site searched for it: the index then answers alone (a
     * million rows in 0.1 s instead of 0.5 s). Rows of no known run count in then.
     */
    private static Filter lighter(Database database, Filter filter) {
        if (filter.keywords().isEmpty()) {
            return filter;
        }
        List<Object> values = new ArrayList<>(Where.folded(filter.keywords()));
        values.add(filter.site());
        Long matching = database.first(
                "SELECT min(CASE WHEN lower(keyword) IN " + Where.marks(filter.keywords())
                        + " THEN 1 ELSE 0 END) FROM runs r WHERE site = ? AND "
                        + FOUND_ROWS,
                row -> row.getLong(1),
                values.toArray());
        return matching != null && matching == 1 ? filter.of(List.of()) : filter;
    }

    private static Collected collected(ResultSet row) throws SQLException {
        return new Collected(row.getString("first"), row.getString("last"));
    }

    private static RunPay runPay(ResultSet row) throws SQLException {
        return new RunPay(
                row.getLong("run"),
                row.getString("started"),
                row.getString("keyword"),
                new PayGroup(
                        row.getString("city"),
                        row.getString("salary"),
                        row.getInt("months"),
                        row.getLong("n"),
                        row.getLong("openings")));
    }

    /** By place, not by name: a million lines make the difference felt. */
    private static PayGroup payGroup(ResultSet row, int columns) throws SQLException {
        String[] values = new String[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getString(i + 1);
        }
        return new PayGroup(
                List.of(values),
                row.getString(columns + 1),
                row.getInt(columns + 2),
                row.getLong(columns + 3),
                row.getLong(columns + 4));
    }
}
