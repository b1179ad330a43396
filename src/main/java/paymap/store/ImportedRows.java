package paymap.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.Entry;
import paymap.job.Posting;
import paymap.job.UpsertResult;
import paymap.salary.Salary;

/** Rows of one run in one transaction. Most of them are new, so a new row costs two statements and no look-up. */
final class ImportedRows {

    private static final String INSERT = """
            INSERT INTO jobs (id, site, city, title, salary, salary_low, salary_high, salary_interval, salary_months,
                company, district, experience, education, posted, openings, first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String FIND =
            "SELECT id, last_seen FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary = ?";

    /** A file may know less than what is stored: what it does not tell stays. */
    private static final String SEEN_AGAIN = """
            UPDATE jobs SET company = coalesce(?, company), district = coalesce(?, district),
                experience = coalesce(?, experience), education = coalesce(?, education),
                posted = coalesce(?, posted), last_seen = ? WHERE id = ?""";

    private static final String OPENING = """
            INSERT INTO openings (job_id, position_id, first_seen, last_seen) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String CITY = """
            INSERT INTO run_cities (run_id, place, city, page_size, ended, stored, fresh, seen, repeated, unreadable)
            VALUES (?, (SELECT count(*) FROM run_cities WHERE run_id = ?), ?, 1, 1, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, city) DO UPDATE SET stored = stored + excluded.stored, fresh = fresh + excluded.fresh,
                seen = seen + excluded.seen, repeated = repeated + excluded.repeated,
                unreadable = unreadable + excluded.unreadable""";

    /** The numbers of new rows in one transaction, so that no row has to be asked for its own. */
    static final class Ids {
        private long next;

        /** Within a transaction that nobody else can write in. */
        Ids(Sql sql) throws SQLException {
            Long last = sql.first("SELECT coalesce(max(id), 0) FROM jobs", row -> row.getLong(1));
            next = last == null ? 1 : last + 1;
        }

        long next() {
            return next;
        }

        void taken() {
            next++;
        }
    }

    private record Known(long id, boolean inThisImport) {}

    private static final class Tally {
        private int stored;
        private int fresh;
        private int seen;
        private int repeated;
        private int unreadable;
    }

    private final Sql sql;
    private final long run;
    private final String site;
    private final String now;
    private final Ids ids;
    private final Map<String, Tally> cities = new LinkedHashMap<>();
    private long firstNew = -1;
    private long lastNew = -2;

    /** @param now when the import began, UTC, ISO 8601; a row last seen then was brought by this import */
    ImportedRows(Sql sql, long run, String site, String now, Ids ids) {
        this.ids = ids;
        this.sql = sql;
        this.run = run;
        this.site = site;
        this.now = now;
    }

    UpsertResult put(Entry entry) throws SQLException {
        Tally tally = cities.computeIfAbsent(entry.posting().city(), city -> new Tally());
        tally.seen++;
        long id = ids.next();
        if (insert(id, entry)) {
            ids.taken();
            tally.fresh++;
            tally.stored++;
            tally.unreadable += entry.salary() instanceof Salary.Unreadable ? 1 : 0;
            isNew(id);
            sql.update(OPENING, id, entry.posting().positionId(), now, now);
            return UpsertResult.INSERTED;
        }
        Known known = find(entry.posting());
        opening(known.id, entry.posting());
        if (known.inThisImport) {
            tally.repeated++;
            return UpsertResult.DUPLICATE;
        }
        seenAgain(known.id, entry.posting());
        tally.stored +=
                sql.update("INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING", run, known.id);
        return UpsertResult.UPDATED;
    }

    /** Writes what is cheaper for all rows at once. */
    void finish() throws SQLException {
        namesNewRows();
        for (Map.Entry<String, Tally> city : cities.entrySet()) {
            Tally tally = city.getValue();
            sql.update(
                    CITY,
                    run,
                    run,
                    city.getKey(),
                    tally.stored,
                    tally.fresh,
                    tally.seen,
                    tally.repeated,
                    tally.unreadable);
        }
    }

    /** New rows of a run follow each other, so that a range names them to the run. */
    private void isNew(long id) throws SQLException {
        if (id != lastNew + 1) {
            namesNewRows();
            firstNew = id;
        }
        lastNew = id;
    }

    private void namesNewRows() throws SQLException {
        if (lastNew >= firstNew) {
            sql.update(
                    "INSERT INTO run_jobs (run_id, job_id) SELECT ?, id FROM jobs WHERE id BETWEEN ? AND ?",
                    run,
                    firstNew,
                    lastNew);
        }
        firstNew = -1;
        lastNew = -2;
    }

    private boolean insert(long id, Entry entry) throws SQLException {
        Posting row = entry.posting();
        Salary.@Nullable Disclosed pay = entry.salary() instanceof Salary.Disclosed disclosed ? disclosed : null;
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
                now);
        return inserted > 0;
    }

    private Known find(Posting row) throws SQLException {
        Known known = sql.first(
                FIND,
                found -> new Known(found.getLong(1), now.equals(found.getString(2))),
                site,
                row.city(),
                row.title(),
                row.salary());
        if (known == null) {
            throw new SQLException("a row went away in the middle of a transaction");
        }
        return known;
    }

    private void seenAgain(long job, Posting row) throws SQLException {
        sql.update(
                SEEN_AGAIN, row.company(), row.district(), row.experience(), row.education(), row.posted(), now, job);
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
