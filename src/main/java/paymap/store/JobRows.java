package paymap.store;

import java.sql.SQLException;
import java.util.List;
import paymap.crawl.CityProgress;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;
import paymap.store.sql.Sql;

/** Puts the rows of a page among the jobs: the first distinct ones of a run, each with all openings behind it. */
final class JobRows {

    /**
     * Whose rows they are.
     *
     * @param madeUp whether it said during the run that they are invented
     */
    record Site(String name, boolean madeUp) {}

    private final Sql sql;
    private final long run;
    private final String city;
    private final boolean madeUp;
    private final JobWriter jobs;

    /** @param now UTC, ISO 8601 */
    JobRows(Sql sql, long run, Site site, String city, String now) throws SQLException {
        this.sql = sql;
        this.run = run;
        this.city = city;
        this.madeUp = site.madeUp;
        this.jobs = new JobWriter(Writing.in(sql), site.name, now, job -> isOfThisRun(job.id()));
    }

    /** @param room how many more distinct rows the run wants */
    CityProgress.Settled settle(int page, List<Posting> rows, int unreadable, int room) throws SQLException {
        int newIds = 0;
        int added = 0;
        int fresh = 0;
        int surplus = 0;
        for (Posting row : rows) {
            newIds += sql.update(
                    "INSERT INTO run_positions (run_id, city, position_id, page) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    run,
                    city,
                    row.positionId(),
                    page);
            switch (place(row, added < room)) {
                case FRESH -> {
                    added++;
                    fresh++;
                }
                case KNOWN_TO_OTHER_RUNS -> added++;
                case SURPLUS -> surplus++;
                case REPEATED -> {}
            }
        }
        return new CityProgress.Settled(page, rows.size() + unreadable, unreadable, newIds, added, fresh, surplus);
    }

    private enum Placed {
        FRESH,
        KNOWN_TO_OTHER_RUNS,
        REPEATED,
        SURPLUS
    }

    private Placed place(Posting row, boolean hasRoom) throws SQLException {
        if (!hasRoom) {
            return jobs.touch(row) ? Placed.REPEATED : Placed.SURPLUS;
        }
        Salary salary = SalaryParser.parse(row.salary(), row.salaryMonths());
        JobWriter.Upserted job = jobs.upsert(row, salary, madeUp);
        return switch (job.result()) {
            case INSERTED -> joins(job.id(), Placed.FRESH);
            case UPDATED -> joins(job.id(), Placed.KNOWN_TO_OTHER_RUNS);
            case DUPLICATE -> Placed.REPEATED;
        };
    }

    private Placed joins(long job, Placed placed) throws SQLException {
        sql.update("INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING", run, job);
        return placed;
    }

    private boolean isOfThisRun(long job) throws SQLException {
        return sql.first("SELECT 1 FROM run_jobs WHERE run_id = ? AND job_id = ?", row -> true, run, job) != null;
    }
}
