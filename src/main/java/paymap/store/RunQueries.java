package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.RunRow;
import paymap.job.RunRow.Kind;
import paymap.job.RunRow.State;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/** What the database remembers of its runs. */
final class RunQueries {

    private static final String RUNS = """
            SELECT r.*,
                (SELECT count(*) FROM run_jobs j WHERE j.run_id = r.id) AS stored,
                (SELECT coalesce(sum(fresh), 0) FROM run_cities c WHERE c.run_id = r.id) AS fresh,
                (SELECT count(*) FROM pages p WHERE p.run_id = r.id AND state = 'DONE') AS pages,
                CASE r.id WHEN (SELECT max(id) FROM runs o WHERE o.plan = r.plan AND o.complete = 0) THEN 1 ELSE 0 END AS newest
            FROM runs r ORDER BY r.id""";

    /** Of each city it is kept how many rows are in it, so that none of them has to be counted. */
    private static final String OWNED = """
            SELECT r.*, 0 AS newest,
                (SELECT coalesce(sum(stored), 0) FROM run_cities c WHERE c.run_id = r.id) AS stored,
                (SELECT coalesce(sum(fresh), 0) FROM run_cities c WHERE c.run_id = r.id) AS fresh,
                (SELECT count(*) FROM pages p WHERE p.run_id = r.id AND state = 'DONE') AS pages
            FROM runs r WHERE r.complete = 0 AND r.id IN (SELECT run_id FROM run_owners) ORDER BY r.id""";

    private static final String CITIES = "SELECT city FROM run_cities WHERE run_id = ? ORDER BY place";
    private static final String OWNERS = "SELECT owner, alive_until FROM run_owners WHERE run_id = ?";

    private RunQueries() {}

    /**
     * All runs, the oldest first.
     *
     * @param now decides which are under way
     */
    static List<RunRow> all(Database database, Instant now) {
        return database.snapshot(sql -> all(sql, now));
    }

    /** The same within a transaction. */
    static List<RunRow> all(Sql sql, Instant now) throws SQLException {
        List<RunRow> runs = new ArrayList<>();
        sql.each(RUNS, row -> runs.add(run(sql, row, now)));
        return runs;
    }

    /** Those that somebody works on, the oldest first; of these it is not told which would be continued. */
    static List<RunRow> underWay(Sql sql, Instant now) throws SQLException {
        List<RunRow> owned = new ArrayList<>();
        sql.each(OWNED, row -> owned.add(run(sql, row, now)));
        return owned.stream()
                .filter(run -> run.standing().state() == State.UNDER_WAY)
                .toList();
    }

    private static RunRow run(Sql sql, ResultSet row, Instant now) throws SQLException {
        long id = row.getLong("id");
        Kind kind = kind(row.getString("kind"));
        State state = state(sql, row, now);
        List<String> cities = sql.all(CITIES, city -> city.getString(1), id);
        return new RunRow(
                id,
                kind,
                new RunRow.Work(
                        row.getString("site"),
                        row.getString("source"),
                        row.getString("keyword"),
                        cities,
                        row.getInt("per_city"),
                        row.getString("plan"),
                        series(row)),
                row.getInt("made_up") == 1,
                Sql.instant(row, "started"),
                new RunRow.Standing(
                        state,
                        row.getString("ended") == null ? null : Sql.instant(row, "ended"),
                        row.getString("why"),
                        state != State.COMPLETE && row.getInt("newest") == 1 && kind == Kind.CRAWL),
                new RunRow.Brought(row.getInt("stored"), row.getInt("fresh"), row.getInt("pages")));
    }

    private static @Nullable Long series(ResultSet row) throws SQLException {
        long first = row.getLong("series");
        return row.wasNull() ? null : first;
    }

    private static Kind kind(String stored) throws SQLException {
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(stored)) {
                return kind;
            }
        }
        throw new SQLException("a run of a kind that this version does not know");
    }

    private static State state(Sql sql, ResultSet row, Instant now) throws SQLException {
        if (row.getInt("complete") == 1) {
            return State.COMPLETE;
        }
        List<Owners.Worker> workers = sql.all(OWNERS, Owners.Worker::read, row.getLong("id"));
        if (workers.stream().anyMatch(worker -> worker.isAlive(now))) {
            return State.UNDER_WAY;
        }
        // A dead owner that is still listed did not come to ending the run.
        return workers.isEmpty() && row.getString("ended") != null ? State.ENDED_EARLY : State.UNFINISHED;
    }
}
