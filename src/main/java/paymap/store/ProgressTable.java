package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import paymap.crawl.CityProgress;
import paymap.store.sql.Sql;
import paymap.words.Words;

/** How far the cities of a run are, a row each. */
final class ProgressTable {

    private static final String PROGRESS = """
            SELECT c.*, r.per_city AS wanted,
                (SELECT coalesce(max(page), 0) FROM pages p WHERE p.run_id = c.run_id AND p.city = c.city) AS asked,
                (SELECT count(*) FROM pages p WHERE p.run_id = c.run_id AND p.city = c.city AND state = 'DONE') AS pages,
                (SELECT count(*) FROM pages p WHERE p.run_id = c.run_id AND p.city = c.city AND state = 'LOST') AS lost
            FROM run_cities c JOIN runs r ON r.id = c.run_id
            WHERE c.run_id = ?""";

    private ProgressTable() {}

    /** In the order of the plan. */
    static List<CityProgress> all(Sql sql, long run) throws SQLException {
        return sql.all(PROGRESS + " ORDER BY place", ProgressTable::read, run);
    }

    /** @throws SQLException if the run has no such city */
    static CityProgress of(Sql sql, long run, String city) throws SQLException {
        CityProgress found = sql.first(PROGRESS + " AND c.city = ?", ProgressTable::read, run, city);
        if (found == null) {
            throw new SQLException(Words.say("run %d has no city %s; it may have been deleted meanwhile", run, city));
        }
        return found;
    }

    private static CityProgress read(ResultSet row) throws SQLException {
        CityProgress.Counts counts = new CityProgress.Counts(
                row.getInt("stored"),
                row.getInt("fresh"),
                row.getInt("pages"),
                row.getInt("lost"),
                row.getInt("seen"),
                row.getInt("repeated"),
                row.getInt("unreadable"),
                row.getInt("surplus"));
        CityProgress.ListPosition list = new CityProgress.ListPosition(
                row.getInt("settled"),
                row.getInt("asked"),
                row.getInt("page_size"),
                Sql.integer(row, "total_count"),
                row.getString("list_token"),
                row.getInt("to_end") == 1);
        return new CityProgress(
                row.getString("city"),
                row.getInt("wanted"),
                counts,
                list,
                row.getInt("ended") == 1,
                row.getString("why"));
    }
}
