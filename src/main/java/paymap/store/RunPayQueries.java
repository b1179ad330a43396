package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RunJob;
import paymap.job.JobStore.Title;
import paymap.store.sqlite.Database;
import paymap.store.sqlite.Sql.Row;

/** What two runs hold: which rows only one of them, and what the rows of both pay. */
final class RunPayQueries {

    private static final String ONLY_IN_ONE = " AND id IN (SELECT job_id FROM run_jobs WHERE run_id = ?)"
            + " AND id NOT IN (SELECT job_id FROM run_jobs WHERE run_id = ?)";

    private RunPayQueries() {}

    static Map<String, Long> onlyIn(Database database, long run, long other, Filter filter) {
        Map<String, Long> counts = new LinkedHashMap<>();
        PayCheck pay = PayCheck.of(filter);
        each(
                database,
                filter,
                "SELECT city, salary, coalesce(salary_months, 0), count(*) FROM jobs WHERE ",
                ONLY_IN_ONE + " GROUP BY city, salary, salary_months ORDER BY city",
                row -> {
                    if (pay.passes(row.getString(2), row.getInt(3))) {
                        counts.merge(row.getString(1), row.getLong(4), Long::sum);
                    }
                    return true;
                },
                run,
                other);
        return counts;
    }

    static List<Title> titlesOnlyIn(Database database, long run, long other, Filter filter, int mostOfACity) {
        List<Title> titles = new ArrayList<>();
        Map<String, Integer> ofCity = new LinkedHashMap<>();
        PayCheck pay = PayCheck.of(filter);
        each(
                database,
                filter,
                "SELECT city, title, salary, coalesce(salary_months, 0) FROM jobs WHERE ",
                ONLY_IN_ONE + " ORDER BY city, title, salary",
                row -> {
                    boolean room = ofCity.getOrDefault(row.getString(1), 0) < mostOfACity;
                    if (room && pay.passes(row.getString(3), row.getInt(4))) {
                        titles.add(new Title(row.getString(1), row.getString(2), row.getString(3)));
                        ofCity.merge(row.getString(1), 1, Integer::sum);
                    }
                    return true;
                },
                run,
                other);
        return titles;
    }

    static void rowsOfRuns(Database database, long run, long other, Filter filter, Consumer<RunJob> reader) {
        PayCheck pay = PayCheck.of(filter);
        each(
                database,
                filter,
                // From the runs to their rows, of which the site may have many more.
                "SELECT run_id, city, lower(title) AS plain, coalesce(experience, ''), salary, coalesce(salary_months, 0)"
                        + " FROM run_jobs CROSS JOIN jobs ON id = job_id WHERE ",
                " AND run_id IN (?, ?) ORDER BY city, plain",
                row -> {
                    if (pay.passes(row.getString(5), row.getInt(6))) {
                        reader.accept(runJob(row));
                    }
                    return true;
                },
                run,
                other);
    }

    private static RunJob runJob(ResultSet row) throws SQLException {
        return new RunJob(
                row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getInt(6));
    }

    private static void each(
            Database database, Filter filter, String before, String after, Row<?> reader, long run, long other) {
        database.read(sql -> {
            Where where = Where.jobs(sql, filter);
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList(where.values()));
            values.add(run);
            values.add(other);
            sql.each(before + where.sql() + after, reader, values.toArray());
            return true;
        });
    }
}
