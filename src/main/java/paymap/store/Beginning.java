package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.job.City;
import paymap.store.sqlite.Sql;

/** Begins a run anew, or once more. */
final class Beginning {

    private record Lost(String city, int firstPage) {}

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
                SqliteLedger.text(now));
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
        List<Lost> lost = sql.all(
                "SELECT city, min(page) AS first FROM pages WHERE run_id = ? AND state = 'LOST' GROUP BY city",
                row -> new Lost(row.getString("city"), row.getInt("first")),
                run);
        for (Lost city : lost) {
            sql.update("""
                    UPDATE run_cities SET ended = 0, to_end = 0, why = '', settled = ?
                    WHERE run_id = ? AND city = ?
                        AND EXISTS (SELECT 1 FROM runs r WHERE r.id = run_id AND (r.per_city = 0 OR stored < r.per_city))""", city.firstPage - 1, run, city.city);
        }
        sql.update("""
                UPDATE pages SET state = 'READY', attempt = 0, not_before = 0, why = '' WHERE run_id = ? AND state = 'LOST'
                AND EXISTS (SELECT 1 FROM run_cities c WHERE c.run_id = pages.run_id AND c.city = pages.city AND ended = 0)""", run);
        // Waits between attempts were meant for the process that died; the pace keeps what the site asked for.
        sql.update("UPDATE pages SET not_before = 0 WHERE run_id = ? AND state = 'READY'", run);
    }
}
