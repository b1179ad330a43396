package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Activity.Held;
import paymap.crawl.watch.Activity.Work;
import paymap.crawl.watch.Activity.Worker;
import paymap.job.RunRow;
import paymap.job.RunRow.Kind;
import paymap.store.sqlite.Database;
import paymap.store.sqlite.Sql;

/** What is under way. Asked again and again while others write, so it looks up few rows and counts no large table. */
final class Activities {

    private static final String OWNERS = "SELECT owner, alive_until FROM run_owners WHERE run_id = ? ORDER BY owner";
    private static final String HELD = """
            SELECT city, page, attempt FROM pages WHERE run_id = ? AND state = 'LEASED' AND owner = ?
            ORDER BY page, place""";
    private static final String RETRY = """
            SELECT min(not_before) AS at FROM pages WHERE run_id = ? AND state = 'READY' AND not_before > ?
            HAVING count(*) > 0""";

    private Activities() {}

    /** @param now in the store's time, read before anything else */
    static Activity at(Database database, Instant now) {
        return database.snapshot(sql -> {
            List<Work> works = new ArrayList<>();
            for (RunRow run : RunQueries.underWay(sql, now)) {
                works.add(work(sql, run, now));
            }
            return new Activity(now, works, PaceTable.all(sql));
        });
    }

    private static Work work(Sql sql, RunRow run, Instant now) throws SQLException {
        boolean crawl = run.kind() == Kind.CRAWL;
        return new Work(
                run,
                crawl ? ProgressTable.all(sql, run.id()) : List.of(),
                workers(sql, run.id(), now),
                sql.first(RETRY, row -> Instant.ofEpochMilli(row.getLong("at")), run.id(), now.toEpochMilli()));
    }

    private static List<Worker> workers(Sql sql, long run, Instant now) throws SQLException {
        List<Worker> alive = new ArrayList<>();
        for (Owners.Worker worker : sql.all(OWNERS, Owners.Worker::read, run)) {
            Owner owner = Owner.of(worker.name()).orElse(null);
            if (owner != null && worker.isAlive(now)) {
                List<Held> holds = sql.all(
                        HELD,
                        row -> new Held(row.getString("city"), row.getInt("page"), row.getInt("attempt")),
                        run,
                        worker.name());
                alive.add(new Worker(owner.pid(), owner.isHere(), holds));
            }
        }
        return alive;
    }
}
