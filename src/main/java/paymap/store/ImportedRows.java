package paymap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.Entry;
import paymap.job.ImportSink.UpsertResult;
import paymap.salary.Salary;
import paymap.store.sql.Sql;

/** Imported rows of one run in one transaction. What is cheaper for many rows at once waits for {@link #finish}. */
final class ImportedRows {

    private static final String CITY = """
            INSERT INTO run_cities (run_id, place, city, page_size, ended, stored, fresh, seen, repeated, unreadable)
            VALUES (?, (SELECT count(*) FROM run_cities WHERE run_id = ?), ?, 1, 1, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, city) DO UPDATE SET stored = run_cities.stored + excluded.stored,
                fresh = run_cities.fresh + excluded.fresh, seen = run_cities.seen + excluded.seen,
                repeated = run_cities.repeated + excluded.repeated,
                unreadable = run_cities.unreadable + excluded.unreadable""";

    private static final int MOST_FRESH = 5_000;

    /** Numbers of rows, a bit each where they lie close together: a million of them take 125 kB. */
    static final class IdSet {

        private static final int BITS = 16;

        private final Map<Long, BitSet> blocks = new HashMap<>();

        void add(long id) {
            blocks.computeIfAbsent(id >> BITS, block -> new BitSet()).set(place(id));
        }

        boolean has(long id) {
            BitSet block = blocks.get(id >> BITS);
            return block != null && block.get(place(id));
        }

        private static int place(long id) {
            return (int) (id & (1 << BITS) - 1);
        }
    }

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
    private final IdSet brought;
    private final Map<String, Tally> cities = new LinkedHashMap<>();
    private final List<Long> fresh = new ArrayList<>();
    private boolean madeUp;
    private long firstNew = -1;
    private long lastNew = -2;

    /**
     * @param jobs counts a row as brought by this import if it is in {@code brought}
     * @param brought the rows that this import has put in this run; grows
     */
    ImportedRows(Sql sql, long run, JobWriter jobs, IdSet brought) {
        this.sql = sql;
        this.run = run;
        this.jobs = jobs;
        this.brought = brought;
    }

    /**
     * Stores a row, for this run.
     *
     * @param number of the row if it is stored already, and new; else null
     */
    JobWriter.Upserted put(Entry entry, @Nullable Long number) throws SQLException {
        JobWriter.Upserted job = number == null
                ? jobs.upsert(entry.posting(), entry.salary(), entry.madeUp(), entry.history())
                : new JobWriter.Upserted(number, UpsertResult.INSERTED);
        join(entry, job);
        return job;
    }

    /** Notes that this run found a row too, which another one has just put. */
    void join(Entry entry, JobWriter.Upserted job) throws SQLException {
        Tally tally = cities.computeIfAbsent(entry.posting().city(), city -> new Tally());
        tally.seen++;
        madeUp |= entry.madeUp();
        if (brought.has(job.id())) {
            tally.repeated++;
            return;
        }
        brought.add(job.id());
        if (job.result() == UpsertResult.INSERTED) {
            tally.fresh++;
            tally.stored++;
            tally.unreadable += entry.salary() instanceof Salary.Unreadable ? 1 : 0;
            isNew(job.id());
        } else {
            tally.stored += sql.update(
                    "INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING", run, job.id());
        }
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

    /** New rows of a run follow each other, so that a range names them to the run; on a server even that is asked seldom. */
    private void isNew(long id) throws SQLException {
        if (sql.dialect().locks()) {
            fresh.add(id);
            if (fresh.size() >= MOST_FRESH) {
                namesNewRows();
            }
            return;
        }
        if (id != lastNew + 1) {
            namesNewRows();
            firstNew = id;
        }
        lastNew = id;
    }

    /** Writes which new rows this run has found. */
    void namesNewRows() throws SQLException {
        if (!fresh.isEmpty()) {
            sql.update("""
                    INSERT INTO run_jobs (run_id, job_id) SELECT ?, id FROM jobs WHERE id = ANY (?)
                    ON CONFLICT DO NOTHING""", run, fresh.toArray(new Long[0]));
            fresh.clear();
        }
        if (lastNew >= firstNew) {
            sql.update("""
                    INSERT INTO run_jobs (run_id, job_id) SELECT ?, id FROM jobs WHERE id BETWEEN ? AND ?
                    ON CONFLICT DO NOTHING""", run, firstNew, lastNew);
        }
        firstNew = -1;
        lastNew = -2;
    }
}
