package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.job.City;
import paymap.store.sql.Sql;

/** Begins a run anew, or once more. */
final class Beginning {

    /** A city with pages that were given up. */
    private record Lost(String city, boolean ended) {}

    private Beginning() {}

    /** The newest run of an equal plan that is not complete; null = there is none. */
    static Ledger.@Nullable Run unfinished(Sql sql, CrawlPlan plan) throws SQLException {
        return sql.first(
                "SELECT id, started FROM runs WHERE plan = ? AND complete = 0 ORDER BY id DESC LIMIT 1",
                row -> new Ledger.Run(row.getLong("id"), true, false, Sql.instant(row, "started")),
                plan.key());
    }

    static Ledger.Run create(Sql sql, CrawlPlan plan, int pageSize, Instant now) throws SQLException {
        long id = Ids.ofRuns(sql).next();
        sql.update(
                "INSERT INTO runs (id, plan, site, source, keyword, per_city, started) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                plan.key(),
                plan.site(),
                plan.source(),
                plan.keyword(),
                plan.perCity(),
                Sql.text(now));
        int place = 0;
        for (City city : plan.cities()) {
            sql.update(
                    "INSERT INTO run_cities (run_id, place, city, page_size) VALUES (?, ?, ?, ?)",
                    id,
                    place++,
                    city.chinese(),
                    pageSize);
        }
        return new Ledger.Run(id, false, false, now);
    }

    /** Makes an unfinished run ready to go on: what was given up is tried again. */
    static void again(Sql sql, long run) throws SQLException {
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
