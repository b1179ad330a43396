package paymap.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import paymap.job.ImportSink.Entry;
import paymap.job.UpsertResult;
import paymap.salary.Salary;

/** Imported rows of one run in one transaction. What is cheaper for many rows at once waits for {@link #finish}. */
final class ImportedRows {

    private static final String CITY = """
            INSERT INTO run_cities (run_id, place, city, page_size, ended, stored, fresh, seen, repeated, unreadable)
            VALUES (?, (SELECT count(*) FROM run_cities WHERE run_id = ?), ?, 1, 1, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, city) DO UPDATE SET stored = stored + excluded.stored, fresh = fresh + excluded.fresh,
                seen = seen + excluded.seen, repeated = repeated + excluded.repeated,
                unreadable = unreadable + excluded.unreadable""";

    private static final class Tally {
        private int stored;
        private int fresh;
        private int seen;
        private int repeated;
        private int unreadable;
    }

    private final Sql sql;
    private final long run;
    private final JobWriter jobs;
    private final Map<String, Tally> cities = new LinkedHashMap<>();
    private boolean madeUp;
    private long firstNew = -1;
    private long lastNew = -2;

    /** @param jobs counts a row as brought by this import if it was last seen when the import began */
    ImportedRows(Sql sql, long run, JobWriter jobs) {
        this.sql = sql;
        this.run = run;
        this.jobs = jobs;
    }

    UpsertResult put(Entry entry) throws SQLException {
        Tally tally = cities.computeIfAbsent(entry.posting().city(), city -> new Tally());
        tally.seen++;
        madeUp |= entry.madeUp();
        JobWriter.Upserted job = jobs.upsert(entry.posting(), entry.salary(), entry.madeUp());
        switch (job.result()) {
            case INSERTED -> {
                tally.fresh++;
                tally.stored++;
                tally.unreadable += entry.salary() instanceof Salary.Unreadable ? 1 : 0;
                isNew(job.id());
            }
            case UPDATED ->
                tally.stored += sql.update(
                        "INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING", run, job.id());
            case DUPLICATE -> tally.repeated++;
        }
        return job.result();
    }

    /** Writes what has waited. */
    void finish() throws SQLException {
        namesNewRows();
        if (madeUp) {
            sql.update("UPDATE runs SET made_up = 1 WHERE id = ?", run);
        }
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
}
