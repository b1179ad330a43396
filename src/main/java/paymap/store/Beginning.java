package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.job.City;
import paymap.store.query.Where;
import paymap.store.sql.Sql;
import paymap.words.Words;

/** Begins runs anew, or once more. */
final class Beginning {

    /** A city with pages that were given up. */
    private record Lost(String city, boolean ended) {}

    private static final int VALUES_OF_A_CITY = 4;

    private Beginning() {}

    /** From here on nobody else begins, finds or enters a run of these plans. */
    static void lock(Sql sql, List<String> plans) throws SQLException {
        for (String plan : plans.stream().sorted().toList()) { // in one order, or two would wait for each other
            sql.lock("plan|" + plan);
        }
    }

    /** See {@link Ledger#unfinished}. */
    static List<Long> unfinished(Sql sql, List<CrawlPlan> plans) throws SQLException {
        List<String> keys = plans.stream().map(CrawlPlan::key).toList();
        if (plans.size() == 1) {
            Long run = sql.first(
                    "SELECT id FROM runs WHERE plan = ? AND complete = 0 ORDER BY id DESC LIMIT 1",
                    row -> row.getLong(1),
                    keys.get(0));
            return run == null ? List.of() : List.of(run);
        }
        Long series = series(sql, keys);
        if (series == null) {
            return List.of();
        }
        Map<String, Long> runs = new HashMap<>();
        sql.each(
                "SELECT plan, id FROM runs WHERE series = ?",
                row -> runs.put(row.getString(1), row.getLong(2)),
                series);
        return keys.stream().map(runs::get).toList();
    }

    /** The newest of just these plans that is not complete; null = there is none. */
    private static @Nullable Long series(Sql sql, List<String> plans) throws SQLException {
        List<Object> values = new ArrayList<>(plans);
        values.add(plans.size());
        values.add(plans.size());
        return sql.first("""
                SELECT series FROM runs WHERE series IS NOT NULL AND plan IN %s
                GROUP BY series HAVING min(complete) = 0 AND count(*) = ?
                    AND (SELECT count(*) FROM runs e WHERE e.series = runs.series) = ?
                ORDER BY series DESC LIMIT 1""".formatted(Where.marks(plans)), row -> row.getLong(1), values.toArray());
    }

    /** A run for each plan; several are a series. */
    static List<Long> create(Sql sql, List<CrawlPlan> plans, int pageSize, Instant now) throws SQLException {
        Ids ids = Ids.ofRuns(sql);
        long first = ids.next();
        List<Long> runs = new ArrayList<>();
        for (CrawlPlan plan : plans) {
            long id = ids.next();
            runs.add(id);
            sql.update(
                    "INSERT INTO runs (id, series, plan, site, source, keyword, per_city, started)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    plans.size() == 1 ? null : first,
                    plan.key(),
                    plan.site(),
                    plan.source(),
                    plan.keyword(),
                    plan.perCity(),
                    Sql.text(now));
            if (runs.size() < plans.size()) {
                ids.used();
            }
        }
        addCities(sql, first, plans.get(0).cities(), pageSize);
        return runs;
    }

    /** Those of the first run in one statement, and those of all others of its series in another. */
    private static void addCities(Sql sql, long first, List<City> cities, int pageSize) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (City city : cities) {
            values.addAll(List.of(first, values.size() / VALUES_OF_A_CITY, city.chinese(), pageSize));
        }
        sql.update(
                "INSERT INTO run_cities (run_id, place, city, page_size) VALUES "
                        + String.join(", ", Collections.nCopies(cities.size(), "(?, ?, ?, ?)")),
                values.toArray());
        sql.update("""
                INSERT INTO run_cities (run_id, place, city, page_size)
                SELECT r.id, c.place, c.city, c.page_size FROM runs r, run_cities c
                WHERE r.series = ? AND r.id <> ? AND c.run_id = ?""", first, first, first);
    }

    /** See {@link Ledger#enter}. */
    static Ledger.Run enter(Sql sql, long run, String owner, Instant now) throws SQLException {
        Ledger.Run found = found(sql, run);
        if (found.complete()) {
            return found;
        }
        Owners.freePagesOf(sql, run, owner); // an earlier crawl of this very process
        boolean joined = Owners.forgetTheDead(sql, run, owner, now);
        if (found.continued() && !joined) {
            again(sql, run);
        }
        Owners.stay(sql, run, owner, now);
        return new Ledger.Run(run, found.continued(), joined, false, found.started());
    }

    /** As it stands, before anybody else is looked for. */
    private static Ledger.Run found(Sql sql, long run) throws SQLException {
        Ledger.Run found = sql.first(
                """
                SELECT started, complete, CASE WHEN ended IS NOT NULL
                        OR EXISTS (SELECT 1 FROM run_owners o WHERE o.run_id = r.id)
                        OR EXISTS (SELECT 1 FROM pages p WHERE p.run_id = r.id) THEN 1 ELSE 0 END AS worked_on
                FROM runs r WHERE id = ?""",
                row -> new Ledger.Run(
                        run,
                        row.getInt("worked_on") == 1,
                        false,
                        row.getInt("complete") == 1,
                        Sql.instant(row, "started")),
                run);
        if (found == null) {
            throw gone(run);
        }
        return found;
    }

    /** The plan of a run, by which it is locked. */
    static String plan(Sql sql, long run) throws SQLException {
        String plan = sql.first("SELECT plan FROM runs WHERE id = ?", row -> row.getString(1), run);
        if (plan == null) {
            throw gone(run);
        }
        return plan;
    }

    private static SQLException gone(long run) {
        return new SQLException(Words.say("run %d is gone; it was forgotten meanwhile", run));
    }

    /** Makes an unfinished run ready to go on: what was given up is tried again. */
    private static void again(Sql sql, long run) throws SQLException {
        List<Lost> lost = sql.all("""
                SELECT c.city, c.ended FROM run_cities c JOIN runs r ON r.id = c.run_id
                WHERE c.run_id = ? AND (r.per_city = 0 OR c.stored < r.per_city) AND EXISTS
                    (SELECT 1 FROM pages p WHERE p.run_id = c.run_id AND p.city = c.city AND p.state = 'LOST')""", row -> new Lost(row.getString("city"), row.getInt("ended") == 1), run);
        for (Lost city : lost) {
            if (city.ended) {
                restoreOpenPages(sql, run, city.city);
            }
            sql.update("""
                    UPDATE pages SET state = 'READY', attempt = 0, why = ''
                    WHERE run_id = ? AND city = ? AND state = 'LOST'""", run, city.city);
            sql.update("""
                    UPDATE run_cities SET ended = 0, to_end = 0, why = '', settled = (SELECT min(page) FROM pages p
                        WHERE p.run_id = run_cities.run_id AND p.city = run_cities.city AND counted = 0) - 1
                    WHERE run_id = ? AND city = ?""", run, city.city);
        }
        // Waits between attempts were meant for the process that died; the pace keeps what the site asked for.
        sql.update("UPDATE pages SET not_before = 0 WHERE run_id = ? AND state = 'READY'", run);
    }

    /** Whoever ended a city forgot its open pages, and the rows of those that had come before their turn. */
    private static void restoreOpenPages(Sql sql, long run, String city) throws SQLException {
        sql.update("DELETE FROM waiting_rows WHERE run_id = ? AND city = ?", run, city);
        sql.update("""
                UPDATE pages SET state = 'READY', attempt = 0
                WHERE run_id = ? AND city = ? AND state = 'DONE' AND counted = 0""", run, city);
        sql.update("""
                INSERT INTO pages (run_id, city, page, place)
                WITH RECURSIVE numbers (page, most) AS (
                    SELECT 1, max(page) FROM pages WHERE run_id = ? AND city = ?
                    UNION ALL SELECT page + 1, most FROM numbers WHERE page < most)
                SELECT c.run_id, c.city, n.page, c.place FROM numbers n, run_cities c
                WHERE c.run_id = ? AND c.city = ? ON CONFLICT DO NOTHING""", run, city, run, city);
    }
}
