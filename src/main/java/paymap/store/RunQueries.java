package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.job.JobStore.Title;
import paymap.job.RunKind;
import paymap.job.RunRow;

/** What the database remembers of its runs. */
final class RunQueries {

    private static final String RUNS = """
            SELECT r.*,
                (SELECT count(*) FROM run_jobs j WHERE j.run_id = r.id) AS stored,
                (SELECT coalesce(sum(fresh), 0) FROM run_cities c WHERE c.run_id = r.id) AS fresh,
                (SELECT count(*) FROM pages p WHERE p.run_id = r.id AND state = 'DONE') AS pages,
                r.id = (SELECT max(id) FROM runs o WHERE o.plan = r.plan AND o.complete = 0) AS newest
            FROM runs r ORDER BY r.id""";
    private static final String CITIES = "SELECT city FROM run_cities WHERE run_id = ? ORDER BY place";
    private static final String OWNERS = "SELECT owner, alive_until FROM run_owners WHERE run_id = ?";

    private RunQueries() {}

    /**
     * All runs, the oldest first.
     *
     * @param now decides which are under way
     */
    static List<RunRow> all(Database database, Instant now) {
        return database.snapshot(sql -> {
            List<RunRow> bare = sql.all(RUNS, RunQueries::bare);
            List<RunRow> whole = new ArrayList<>();
            for (RunRow run : bare) {
                List<String> cities = sql.all(CITIES, row -> row.getString(1), run.id());
                List<Owners.Worker> workers = sql.all(OWNERS, Owners.Worker::read, run.id());
                whole.add(whole(run, cities, state(run, workers, now)));
            }
            return whole;
        });
    }

    static Map<String, Long> onlyIn(Database database, long run, long other, List<String> cities) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.read(sql -> {
            sql.each(
                    "SELECT city, count(*) AS n FROM (" + onlyIn(cities) + ") GROUP BY city ORDER BY city",
                    row -> counts.put(row.getString("city"), row.getLong("n")),
                    values(cities, run, other));
            return true;
        });
        return counts;
    }

    static List<Title> titlesOnlyIn(Database database, long run, long other, List<String> cities, int mostOfACity) {
        return database.read(sql -> sql.all(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY city ORDER BY title, salary) AS place FROM ("
                        + onlyIn(cities) + ")) WHERE place <= ? ORDER BY city, place",
                row -> new Title(row.getString("city"), row.getString("title"), row.getString("salary")),
                values(cities, run, other, mostOfACity)));
    }

    private static String onlyIn(List<String> cities) {
        String chosen = cities.isEmpty() ? "" : "city IN " + PayQueries.marks(cities) + " AND ";
        return "SELECT city, title, salary FROM jobs WHERE " + chosen
                + "id IN (SELECT job_id FROM run_jobs WHERE run_id = ?)"
                + " AND id NOT IN (SELECT job_id FROM run_jobs WHERE run_id = ?)";
    }

    private static Object[] values(List<String> cities, Object... others) {
        List<Object> values = new ArrayList<>(cities);
        values.addAll(List.of(others));
        return values.toArray();
    }

    private static RunRow bare(ResultSet row) throws SQLException {
        boolean complete = row.getInt("complete") == 1;
        String ended = row.getString("ended");
        RunKind kind = kind(row.getString("kind"));
        return new RunRow(
                row.getLong("id"),
                kind,
                row.getString("site"),
                row.getString("source"),
                row.getInt("made_up") == 1,
                row.getString("keyword"),
                List.of(),
                row.getInt("per_city"),
                row.getString("plan"),
                Instant.parse(row.getString("started")),
                ended == null ? null : Instant.parse(ended),
                complete ? RunRow.State.COMPLETE : RunRow.State.UNFINISHED,
                row.getString("why"),
                new RunRow.Brought(row.getInt("stored"), row.getInt("fresh"), row.getInt("pages")),
                !complete && row.getInt("newest") == 1 && kind == RunKind.CRAWL);
    }

    private static RunKind kind(String stored) throws SQLException {
        for (RunKind kind : RunKind.values()) {
            if (kind.code().equals(stored)) {
                return kind;
            }
        }
        throw new SQLException("a run of a kind that this version does not know");
    }

    private static RunRow whole(RunRow run, List<String> cities, RunRow.State state) {
        return new RunRow(
                run.id(),
                run.kind(),
                run.site(),
                run.source(),
                run.madeUp(),
                run.keyword(),
                cities,
                run.perCity(),
                run.plan(),
                run.started(),
                run.ended(),
                state,
                run.why(),
                run.brought(),
                run.continues());
    }

    private static RunRow.State state(RunRow run, List<Owners.Worker> workers, Instant now) {
        if (run.state() == RunRow.State.COMPLETE) {
            return RunRow.State.COMPLETE;
        }
        if (workers.stream().anyMatch(worker -> worker.isAlive(now))) {
            return RunRow.State.UNDER_WAY;
        }
        // A dead owner that is still listed did not come to ending the run.
        return workers.isEmpty() && run.ended() != null ? RunRow.State.ENDED_EARLY : RunRow.State.UNFINISHED;
    }
}
