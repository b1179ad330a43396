package paymap.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting;
import paymap.job.UpsertResult;
import paymap.salary.Salary;

/**
 * Puts postings of one site among the jobs, each with the opening behind it: the one way in for a crawl and for an
 * import, so that a row and a second sight of it leave the same whichever way they came.
 *
 * <p>A row is inserted before anything is looked up. Most are new, and then that is all; and of two who write the same
 * row at once in a store that lets them, the second finds the first's.
 */
final class JobWriter {

    private static final String INSERT = """
            INSERT INTO jobs (id, site, city, title, salary, salary_low, salary_high, salary_interval, salary_months,
                company, district, experience, education, posted, openings, first_seen, last_seen, made_up)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String FIND =
            "SELECT id, last_seen FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary = ?";

    /** A second sight may know less than what is stored: what it does not tell stays. */
    private static final String SEEN_AGAIN = """
            UPDATE jobs SET company = coalesce(?, company), district = coalesce(?, district),
                experience = coalesce(?, experience), education = coalesce(?, education),
                posted = coalesce(?, posted), last_seen = ?, made_up = max(made_up, ?) WHERE id = ?""";

    private static final String OPENING = """
            INSERT INTO openings (job_id, position_id, first_seen, last_seen) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    /** Whether the run that rows are written for has brought a row already. */
    interface Brought {
        boolean has(Known job) throws SQLException;
    }

    /** A row that was stored before; {@code lastSeen} is UTC, ISO 8601. */
    record Known(long id, String lastSeen) {}

    /** The row of a posting, and what became of it. */
    record Upserted(long id, UpsertResult result) {}

    /** The numbers of new rows in one transaction, so that no row has to be asked for its own. */
    static final class Ids {
        private long next;

        /** Within a transaction that nobody else can write in. */
        Ids(Sql sql) throws SQLException {
            Long last = sql.first("SELECT coalesce(max(id), 0) FROM jobs", row -> row.getLong(1));
            next = last == null ? 1 : last + 1;
        }
    }

    private final Sql sql;
    private final String site;
    private final String now;
    private final Ids ids;
    private final Brought brought;

    /**
     * @param site as it stands in {@code jobs.site}
     * @param now UTC, ISO 8601
     * @param brought tells a row of an earlier run from one of this run
     */
    JobWriter(Sql sql, String site, String now, Ids ids, Brought brought) {
        this.sql = sql;
        this.site = site;
        this.now = now;
        this.ids = ids;
        this.brought = brought;
    }

    /**
     * Stores a posting and the opening behind it, within a transaction.
     *
     * @param madeUp whether its site says that it is invented; once said, that stays
     */
    Upserted upsert(Posting row, Salary salary, boolean madeUp) throws SQLException {
        long id = ids.next;
        if (insert(id, row, salary, madeUp)) {
            ids.next++;
            sql.update(OPENING, id, row.positionId(), now, now);
            return new Upserted(id, UpsertResult.INSERTED);
        }
        Known known = find(row);
        if (known == null) {
            throw new SQLException("a row went away in the middle of a transaction");
        }
        return seenAgain(known, row, madeUp);
    }

    /**
     * Notes another sight of a row that this run has brought; any other row is left as it is.
     *
     * @return whether it has
     */
    boolean touch(Posting row) throws SQLException {
        Known known = find(row);
        if (known == null || !brought.has(known)) {
            return false;
        }
        opening(known.id, row);
        return true;
    }

    private Upserted seenAgain(Known known, Posting row, boolean madeUp) throws SQLException {
        opening(known.id, row);
        if (brought.has(known)) {
            if (madeUp) {
                sql.update("UPDATE jobs SET made_up = 1 WHERE id = ? AND made_up = 0", known.id);
            }
            return new Upserted(known.id, UpsertResult.DUPLICATE);
        }
        sql.update(
                SEEN_AGAIN,
                row.company(),
                row.district(),
                row.experience(),
                row.education(),
                row.posted(),
                now,
                madeUp ? 1 : 0,
                known.id);
        return new Upserted(known.id, UpsertResult.UPDATED);
    }

    private boolean insert(long id, Posting row, Salary salary, boolean madeUp) throws SQLException {
        Salary.@Nullable Disclosed pay = salary instanceof Salary.Disclosed disclosed ? disclosed : null;
        int inserted = sql.update(
                INSERT,
                id,
                site,
                row.city(),
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
                now,
                madeUp ? 1 : 0);
        return inserted > 0;
    }

    private @Nullable Known find(Posting row) throws SQLException {
        return sql.first(
                FIND,
                found -> new Known(found.getLong(1), found.getString(2)),
                site,
                row.city(),
                row.title(),
                row.salary());
    }

    private void opening(long job, Posting row) throws SQLException {
        if (sql.update(OPENING, job, row.positionId(), now, now) > 0) {
            sql.update("UPDATE jobs SET openings = openings + 1 WHERE id = ?", job);
        } else {
            sql.update(
                    "UPDATE openings SET last_seen = ? WHERE job_id = ? AND position_id = ?",
                    now,
                    job,
                    row.positionId());
        }
    }
}
