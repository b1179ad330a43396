package paymap.store;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import paymap.crawl.CityProgress;
import paymap.job.ImportSink.Entry;
import paymap.job.Posting;
import paymap.salary.SalaryReader;
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
    private final Site site;
    private final String city;
    private final SalaryReader pay;
    private final Found found = new Found();
    private final ManyNewRows many;
    private final JobWriter jobs;

    /** @param now UTC, ISO 8601 */
    JobRows(Sql sql, long run, Site site, String city, String now, SalaryReader pay) throws SQLException {
        this.sql = sql;
        this.run = run;
        this.site = site;
        this.city = city;
        this.pay = pay;
        Writing writing = Writing.in(sql);
        this.many = new ManyNewRows(writing, now);
        this.jobs = new JobWriter(writing, site.name, now, found);
    }

    /** @param room how many more distinct rows the run wants */
    CityProgress.Settled settle(int page, List<Posting> rows, int unreadable, int room) throws SQLException {
        List<List<Object>> ids = rows.stream()
                .map(row -> List.<Object>of(run, city, row.positionId(), page))
                .toList();
        int newIds = sql.insertNew("run_positions", "run_id, city, position_id, page", ids);
        int added = 0;
        int fresh = 0;
        int surplus = 0;
        List<Entry> entries = rows.stream().map(this::entry).toList();
        Map<Integer, Long> inserted = insertNew(entries, room);
        for (int place = 0; place < rows.size(); place++) {
            Long id = inserted.get(place);
            switch (id == null ? place(entries.get(place), added < room) : found.add(id, Placed.FRESH)) {
                case FRESH -> {
                    added++;
                    fresh++;
                }
                case KNOWN_TO_OTHER_RUNS -> added++;
                case SURPLUS -> surplus++;
                case REPEATED -> {}
            }
        }
        found.write();
        return new CityProgress.Settled(page, rows.size() + unreadable, unreadable, newIds, added, fresh, surplus);
    }

    private Entry entry(Posting row) {
        return new Entry(site.name, "", row, pay.of(row.salary(), row.salaryMonths()), site.madeUp);
    }

    /** On a server, where each statement takes its way, all at once: if the run wants all, and they keep their order so. */
    private Map<Integer, Long> insertNew(List<Entry> entries, int room) throws SQLException {
        boolean together = sql.dialect().locks() && room >= entries.size() && many.takesAll(entries);
        return together ? many.insert(entries) : Map.of();
    }

    private enum Placed {
        FRESH,
        KNOWN_TO_OTHER_RUNS,
        REPEATED,
        SURPLUS
    }

    private Placed place(Entry row, boolean hasRoom) throws SQLException {
        if (!hasRoom) {
            return jobs.touch(row.posting()) ? Placed.REPEATED : Placed.SURPLUS;
        }
        JobWriter.Upserted job = jobs.upsert(row.posting(), row.salary(), row.madeUp());
        return switch (job.result()) {
            case INSERTED -> found.add(job.id(), Placed.FRESH);
            case UPDATED -> found.add(job.id(), Placed.KNOWN_TO_OTHER_RUNS);
            case DUPLICATE -> Placed.REPEATED;
        };
    }

    /** The rows of this run. Those of a page are written together, or before others need them. */
    private final class Found implements JobWriter.Brought {

        private final Set<Long> unwritten = new LinkedHashSet<>();

        Placed add(long job, Placed placed) {
            unwritten.add(job);
            return placed;
        }

        @Override
        public boolean has(JobWriter.Known job) throws SQLException {
            return unwritten.contains(job.id())
                    || sql.isThere("SELECT 1 FROM run_jobs WHERE run_id = ? AND job_id = ?", run, job.id());
        }

        @Override
        public void write() throws SQLException {
            List<List<Object>> rows =
                    unwritten.stream().map(job -> List.<Object>of(run, job)).toList();
            sql.insertNew("run_jobs", "run_id, job_id", rows);
            unwritten.clear();
        }
    }
}
