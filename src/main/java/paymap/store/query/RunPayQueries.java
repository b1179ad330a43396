package paymap.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.Held;
import paymap.job.JobStore.RunJob;
import paymap.job.JobStore.Title;
import paymap.store.sql.Database;

/** What two runs hold: which rows only one of them, and what the rows of both pay. */
public final class RunPayQueries {

    private static final String TITLES = "SELECT city, title, salary, coalesce(salary_months, 0) FROM jobs"
            + " WHERE id IN (SELECT job_id FROM run_jobs WHERE run_id = ?)"
            + " AND id NOT IN (SELECT job_id FROM run_jobs WHERE run_id = ?) AND ";

    /** From the runs to their rows, of which the site may have many more. */
    private static final String ROWS = "SELECT held, city, lower(title) AS plain, coalesce(experience, ''), salary,"
            + " coalesce(salary_months, 0)"
            + " FROM (SELECT job_id, sum(CASE run_id WHEN ? THEN 1 ELSE 2 END) AS held FROM run_jobs"
            + " WHERE run_id IN (?, ?) GROUP BY job_id) held_by %s jobs ON id = job_id WHERE ";

    private RunPayQueries() {}

    public static List<Title> titlesOnlyIn(Database database, long run, long other, Filter filter, int mostOfACity) {
        List<Title> titles = new ArrayList<>();
        Map<String, Integer> ofCity = new HashMap<>();
        PayCheck pay = PayCheck.of(filter);
        return database.read(sql -> {
            Where where = Where.jobs(sql, filter);
            sql.each(
                    TITLES + where.sql() + " ORDER BY city, title, salary",
                    row -> {
                        boolean room = ofCity.getOrDefault(row.getString(1), 0) < mostOfACity;
                        if (room && pay.passes(row.getString(3), row.getInt(4))) {
                            titles.add(new Title(row.getString(1), row.getString(2), row.getString(3)));
                            ofCity.merge(row.getString(1), 1, Integer::sum);
                        }
                        return true;
                    },
                    values(where, run, other));
            return titles;
        });
    }

    public static void rowsOfRuns(Database database, long first, long second, Filter filter, Consumer<RunJob> reader) {
        PayCheck pay = PayCheck.of(filter);
        database.read(sql -> {
            Where where = Where.jobs(sql, filter);
            sql.each(
                    ROWS.formatted(sql.dialect().joinInOrder()) + where.sql() + " ORDER BY city, plain",
                    row -> {
                        if (pay.passes(row.getString(5), row.getInt(6))) {
                            reader.accept(runJob(row));
                        }
                        return true;
                    },
                    values(where, first, first, second));
            return true;
        });
    }

    private static RunJob runJob(ResultSet row) throws SQLException {
        int held = row.getInt(1);
        return new RunJob(
                held == 1 ? Held.FIRST : held == 2 ? Held.SECOND : Held.BOTH,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6));
    }

    private static @Nullable Object[] values(Where where, Object... before) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(before));
        values.addAll(Arrays.asList(where.values()));
        return values.toArray();
    }
}
