package paymap.store;

import java.sql.SQLException;
import java.util.List;

/** Makes an unfinished run ready to go on: what was given up is tried again. */
final class Reopening {

    private record Lost(String city, int firstPage) {}

    private Reopening() {}

    static void reopen(Sql sql, long run) throws SQLException {
        List<Lost> lost = sql.all(
                "SELECT city, min(page) AS first FROM pages WHERE run_id = ? AND state = 'LOST' GROUP BY city",
                row -> new Lost(row.getString("city"), row.getInt("first")),
                run);
        for (Lost city : lost) {
            sql.update("""
                    UPDATE run_cities SET ended = 0, why = '', settled = ?
                    WHERE run_id = ? AND city = ? AND stored < (SELECT per_city FROM runs WHERE id = run_id)""", city.firstPage - 1, run, city.city);
        }
        sql.update("""
                UPDATE pages SET state = 'READY', attempt = 0, not_before = 0, why = '' WHERE run_id = ? AND state = 'LOST'
                AND EXISTS (SELECT 1 FROM run_cities c WHERE c.run_id = pages.run_id AND c.city = pages.city AND ended = 0)""", run);
        // Waits between attempts were meant for the process that died; the pace keeps what the site asked for.
        sql.update("UPDATE pages SET not_before = 0 WHERE run_id = ? AND state = 'READY'", run);
    }
}
