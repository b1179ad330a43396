package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import paymap.crawl.CityProgress;
import paymap.store.sql.Sql;
import paymap.words.Words;

/** How far the cities of a run are, a row each. */
final class ProgressTable {

    /** The pages are counted once for all cities: no engine guesses rightly which index counts those of each. */
    private static final String PROGRESS = """
            SELECT c.*, r.per_city AS wanted, coalesce(p.asked, 0) AS asked, coalesce(p.done, 0) AS pages,
                coalesce(p.lost, 0) AS lost
            FROM run_cities c JOIN runs r ON r.id = c.run_id
            LEFT JOIN (
                SELECT city, max(page) AS asked, count(CASE state WHEN 'DONE' THEN 1 END) AS done,
                    count(CASE state WHEN 'LOST' THEN 1 END) AS lost
                FROM pages WHERE run_id = ? %1$s GROUP BY city) p ON p.city = c.city
            WHERE c.run_id = ? %2$s""";

    private static final String ALL = PROGRESS.formatted("", "") + " ORDER BY place";
    private static final String ONE = PROGRESS.formatted("AND city = ?", "AND c.city = ?");

    private ProgressTable() {}

    /** In the order of the plan. */
    static List<CityProgress> all(Sql sql, long run) throws SQLException {
        return sql.all(ALL, ProgressTable::read, run, run);
    }

    /** @throws SQLException if the run has no such city */
    static CityProgress of(Sql sql, long run, String city) throws SQLException {
        CityProgress found = sql.first(ONE, ProgressTable::read, run, city, run, city);
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
