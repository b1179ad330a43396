package paymap.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;

/** Puts the rows of a page among the jobs: the first distinct ones of a run, each with all openings behind it. */
final class JobRows {

    private static final String FIND = "SELECT id FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary = ?";
    private static final String INSERT = """
            INSERT INTO jobs (site, city, title, salary, salary_low, salary_high, salary_interval, salary_months,
                company, district, experience, education, posted, first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id""";
    private static final String SEEN_AGAIN = """
            UPDATE jobs SET company = ?, district = ?, experience = ?, education = ?, posted = ?, last_seen = ?
            WHERE id = ?""";

    private final Sql sql;
    private final long run;
    private final String site;
    private final String city;
    private final String now;

    /** @param now UTC, ISO 8601 */
    JobRows(Sql sql, long run, String site, String city, String now) {
        this.sql = sql;
        this.run = run;
        this.site = site;
        this.city = city;
        this.now = now;
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
        Optional<Long> known =
                Optional.ofNullable(sql.first(FIND, found -> found.getLong(1), site, city, row.title(), row.salary()));
        if (known.isPresent() && inThisRun(known.get())) {
            opening(known.get(), row);
            return Placed.REPEATED;
        }
        if (!hasRoom) {
            return Placed.SURPLUS;
        }
        long job = known.isPresent() ? seenAgain(known.get(), row) : insert(row);
        sql.update("INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?)", run, job);
        opening(job, row);
        return known.isPresent() ? Placed.KNOWN_TO_OTHER_RUNS : Placed.FRESH;
    }

    private boolean inThisRun(long job) throws SQLException {
        return sql.first("SELECT 1 FROM run_jobs WHERE run_id = ? AND job_id = ?", row -> true, run, job) != null;
    }

    private long insert(Posting row) throws SQLException {
        Salary salary = SalaryParser.parse(row.salary(), row.salaryMonths());
        Salary.@Nullable Disclosed pay = salary instanceof Salary.Disclosed disclosed ? disclosed : null;
        Long id = sql.first(
                INSERT,
                found -> found.getLong(1),
                site,
                city,
                row.title(),
                row.salary(),
                pay == null ? null : pay.low(),
                pay == null ? null : pay.high(),
                pay == null ? null : pay.interval().code(),
                pay == null ? null : pay.months(),
                row.company(),
                row.district(),
                row.experience(),
                row.education(),
                row.posted(),
                now,
                now);
        if (id == null) {
            throw new SQLException("a row appeared in the middle of a transaction");
        }
        return id;
    }

    private long seenAgain(long job, Posting row) throws SQLException {
        sql.update(
                SEEN_AGAIN, row.company(), row.district(), row.experience(), row.education(), row.posted(), now, job);
        return job;
    }

    private void opening(long job, Posting row) throws SQLException {
        int known = sql.update(
                "UPDATE openings SET last_seen = ? WHERE job_id = ? AND position_id = ?", now, job, row.positionId());
        if (known == 0) {
            sql.update(
                    "INSERT INTO openings (job_id, position_id, first_seen, last_seen) VALUES (?, ?, ?, ?)",
                    job,
                    row.positionId(),
                    now,
                    now);
            sql.update("UPDATE jobs SET openings = openings + 1 WHERE id = ?", job);
        }
    }
}
