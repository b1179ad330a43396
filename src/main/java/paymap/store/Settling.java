package paymap.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.job.Posting;
import paymap.salary.SalaryReader;
import paymap.store.sql.Sql;

/**
 * Counts the pages of one city in the site's order, whatever order they arrive in: a page's rows wait in a table of
 * their own until every earlier page is counted or given up. So 1 thread and 16 keep the same rows.
 */
final class Settling {

    private final Sql sql;
    private final long run;
    private final String city;
    private final String now;
    private final SalaryReader pay;

    /** @param now UTC, ISO 8601 */
    Settling(Sql sql, long run, String city, String now, SalaryReader pay) {
        this.sql = sql;
        this.run = run;
        this.city = city;
        this.now = now;
        this.pay = pay;
    }

    /**
     * A page that is marked done has these rows.
     *
     * @return the city after it
     */
    CityProgress arrived(int page, List<Posting> rows) throws SQLException {
        CityProgress progress = ProgressTable.of(sql, run, city);
        if (page == progress.list().settled() + 1 && !progress.ended()) {
            return proceed(count(progress, page, rows));
        }
        park(page, rows);
        return progress;
    }

    /**
     * Counts what has waited for the pages counted or given up by now.
     *
     * @return the city after it
     */
    CityProgress proceed() throws SQLException {
        return proceed(ProgressTable.of(sql, run, city));
    }

    private CityProgress proceed(CityProgress from) throws SQLException {
        CityProgress progress = from;
        while (!progress.ended()) {
            int page = progress.list().settled() + 1;
            PageState state = state(page);
            if (state == null) {
                return progress;
            }
            if (state.counted || state.lost) {
                sql.update("UPDATE run_cities SET settled = ? WHERE run_id = ? AND city = ?", page, run, city);
                progress = ProgressTable.of(sql, run, city);
            } else {
                progress = count(progress, page, unpark(page));
            }
        }
        return progress;
    }

    /** Ends the city though rows may be missing. */
    void end(String why) throws SQLException {
        sql.update(
                "UPDATE run_cities SET ended = 1, to_end = 0, why = ? WHERE run_id = ? AND city = ?", why, run, city);
        forgetOpenPages();
    }

    private CityProgress count(CityProgress progress, int page, List<Posting> rows) throws SQLException {
        Integer unreadable = sql.first(
                "SELECT unreadable FROM pages WHERE run_id = ? AND city = ? AND page = ?",
                row -> row.getInt(1),
                run,
                city,
                page);
        JobRows.Site site = sql.first(
                "SELECT site, made_up FROM runs WHERE id = ?",
                row -> new JobRows.Site(row.getString("site"), row.getInt("made_up") == 1),
                run);
        if (unreadable == null || site == null) {
            throw new SQLException("page " + page + " of " + city + " is in no run");
        }
        CityProgress.Settled settled =
                new JobRows(sql, run, site, city, now, pay).settle(page, rows, unreadable, progress.room());
        CityProgress after = progress.with(settled);
        save(after);
        sql.update("UPDATE pages SET counted = 1 WHERE run_id = ? AND city = ? AND page = ?", run, city, page);
        return after.ended() ? ProgressTable.of(sql, run, city) : after; // its open pages are gone with its end
    }

    private void save(CityProgress progress) throws SQLException {
        sql.update(
                """
                UPDATE run_cities SET stored = ?, fresh = ?, settled = ?, seen = ?, repeated = ?, unreadable = ?,
                    surplus = ?, ended = ?, to_end = ?, why = ? WHERE run_id = ? AND city = ?""",
                progress.stored(),
                progress.counts().fresh(),
                progress.list().settled(),
                progress.counts().seen(),
                progress.counts().repeated(),
                progress.counts().unreadable(),
                progress.counts().surplus(),
                progress.ended() ? 1 : 0,
                progress.list().toEnd() ? 1 : 0,
                progress.why(),
                run,
                city);
        if (progress.ended()) {
            forgetOpenPages();
        }
    }

    private void forgetOpenPages() throws SQLException {
        sql.update("DELETE FROM pages WHERE run_id = ? AND city = ? AND state = 'READY'", run, city);
        sql.update("DELETE FROM waiting_rows WHERE run_id = ? AND city = ?", run, city);
    }

    private record PageState(boolean counted, boolean lost) {}

    /** The page's state if it is over; null = it is still to do, or not asked for. */
    private @Nullable PageState state(int page) throws SQLException {
        return sql.first(
                """
                SELECT counted, state FROM pages
                WHERE run_id = ? AND city = ? AND page = ? AND state IN ('DONE', 'LOST')""",
                row -> new PageState(
                        row.getInt("counted") == 1, row.getString("state").equals("LOST")),
                run,
                city,
                page);
    }

    private void park(int page, List<Posting> rows) throws SQLException {
        int place = 0;
        for (Posting row : rows) {
            sql.update(
                    """
                    INSERT INTO waiting_rows (run_id, city, page, place, position_id, title, salary, salary_months,
                        district, experience, education, company, posted)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    run,
                    city,
                    page,
                    place++,
                    row.positionId(),
                    row.title(),
                    row.salary(),
                    row.salaryMonths(),
                    row.details().district(),
                    row.details().experience(),
                    row.details().education(),
                    row.details().company(),
                    row.details().posted());
        }
    }

    private List<Posting> unpark(int page) throws SQLException {
        List<Posting> rows = sql.all(
                "SELECT * FROM waiting_rows WHERE run_id = ? AND city = ? AND page = ? ORDER BY place",
                row -> new Posting(
                        row.getString("position_id"),
                        row.getString("title"),
                        row.getString("salary"),
                        row.getInt("salary_months"),
                        city,
                        new Posting.Details(
                                row.getString("company"),
                                row.getString("district"),
                                row.getString("experience"),
                                row.getString("education"),
                                row.getString("posted"))),
                run,
                city,
                page);
        sql.update("DELETE FROM waiting_rows WHERE run_id = ? AND city = ? AND page = ?", run, city, page);
        return rows;
    }
}
