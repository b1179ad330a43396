package paymap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;
import paymap.store.sql.Sql;

/**
 * One position whose pay a site hid at one sight, as from visitors who are not logged in, and told at another: one row,
 * which tells it. Any other change of pay, title or city is another row, as both were true in their time.
 */
final class HiddenPay {

    /** Texts that hide pay are empty or stars, and stand before all others in the order of the index. */
    private static final String HIDING = """
            SELECT id, salary, openings FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary < '+' LIMIT 20""";

    /** The pay that was told last. A title has a few hundred texts of pay; more are looked at only to slow paymap down. */
    private static final String TOLD = """
            SELECT j.salary FROM (SELECT id, salary FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary >= '+'
                LIMIT 1000) j %s openings o ON o.job_id = j.id AND o.position_id = ?
            ORDER BY rtrim(o.last_seen, 'Z') DESC, j.id DESC LIMIT 1""";

    private static final String OPENING =
            "SELECT first_seen, last_seen FROM openings WHERE job_id = ? AND position_id = ?";

    private static final String TELL = """
            UPDATE jobs SET salary = ?, salary_low = ?, salary_high = ?, salary_interval = ?, salary_months = ?
            WHERE id = ? AND NOT EXISTS (SELECT 1 FROM jobs o WHERE o.site = jobs.site AND o.city = jobs.city
                AND o.title = jobs.title AND o.salary = ?)""";

    /** Those that may have seen the opening. */
    private static final String RUNS = """
            INSERT INTO run_jobs (run_id, job_id) SELECT f.run_id, ? FROM run_jobs f JOIN runs r ON r.id = f.run_id
            WHERE f.job_id = ? AND rtrim(r.started, 'Z') <= rtrim(?, 'Z')
                AND rtrim(coalesce(r.ended, ?), 'Z') >= rtrim(?, 'Z')
            ON CONFLICT DO NOTHING""";

    private static final String KEEP_ALL = """
            UPDATE jobs SET company = coalesce(jobs.company, gone.company),
                district = coalesce(jobs.district, gone.district),
                experience = coalesce(jobs.experience, gone.experience),
                education = coalesce(jobs.education, gone.education), posted = coalesce(jobs.posted, gone.posted),
                first_seen = min(jobs.first_seen, gone.first_seen)
            FROM (SELECT * FROM jobs WHERE id = ?) AS gone WHERE jobs.id = ?""";

    /** A row that hides its pay; {@code openings} behind it. */
    record Hiding(long id, String salary, int openings) {}

    /** When an opening was seen, UTC, ISO 8601. */
    record Seen(String first, String last) {}

    /** An opening that is behind a row without pay and belongs behind one with pay. */
    record Move(Hiding from, String position, Seen seen) {}

    private final Writing writing;
    private final Sql sql;
    private final String site;

    /** @param site as it stands in {@code jobs.site} */
    HiddenPay(Writing writing, String site) {
        this.writing = writing;
        this.sql = writing.sql();
        this.site = site;
    }

    /** Whether the site shows no pay, and not even that there is none to be told. */
    private static boolean isHidden(String salary, Salary read) {
        return salary.isBlank() || read instanceof Salary.Unreadable text && text.flaw() == Salary.Flaw.HIDDEN;
    }

    /**
     * The posting with the pay that is known of its position; the same where it names pay itself, or none is known.
     *
     * @param positions that it stands for, by the site's own ids
     */
    Posting told(Posting row, Salary salary, List<String> positions) throws SQLException {
        if (positions.size() != 1 || !isHidden(row.salary(), salary)) {
            return row;
        }
        String told = sql.first(
                TOLD.formatted(sql.dialect().joinInOrder()),
                found -> found.getString(1),
                site,
                row.city(),
                row.title(),
                positions.get(0));
        return told == null ? row : row.paying(told);
    }

    /**
     * What is to be done as pay is told that was hidden. A row that stands for this position alone becomes the one with
     * pay; what is returned is to be {@link #move moved} once that one is there.
     *
     * @param positions as for {@link #told}
     */
    List<Move> tell(Posting row, Salary salary, List<String> positions) throws SQLException {
        if (positions.isEmpty() || !writing.mayHidePay(site, row.city()) || isHidden(row.salary(), salary)) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        for (Hiding hiding : hiding(row)) {
            for (String position : positions) {
                Seen seen = sql.first(
                        OPENING, found -> new Seen(found.getString(1), found.getString(2)), hiding.id, position);
                if (seen != null && !(hiding.openings == 1 && becomes(hiding, row, salary))) {
                    moves.add(new Move(hiding, position, seen));
                }
            }
        }
        return moves;
    }

    private List<Hiding> hiding(Posting row) throws SQLException {
        List<Hiding> found = sql.all(
                HIDING,
                job -> new Hiding(job.getLong(1), job.getString(2), job.getInt(3)),
                site,
                row.city(),
                row.title());
        found.removeIf(job -> !isHidden(job.salary, SalaryParser.parse(job.salary)));
        return found;
    }

    /** @return whether it does; there may be such a row already */
    private boolean becomes(Hiding hiding, Posting row, Salary salary) throws SQLException {
        Salary.@Nullable Disclosed pay = salary instanceof Salary.Disclosed disclosed ? disclosed : null;
        return sql.update(
                        TELL,
                        row.salary(),
                        pay == null ? null : pay.low(),
                        pay == null ? null : pay.high(),
                        pay == null ? null : pay.interval().code(),
                        pay == null ? null : pay.months(),
                        hiding.id,
                        row.salary())
                > 0;
    }

    /**
     * Takes openings from rows without pay to the one with pay, which has them already as they are seen now. A row that
     * has none left goes.
     *
     * @param now UTC, ISO 8601
     */
    void move(List<Move> moves, long to, String now) throws SQLException {
        for (Move move : moves) {
            long from = move.from.id;
            Seen seen = move.seen;
            sql.update(
                    "UPDATE openings SET first_seen = min(first_seen, ?), last_seen = max(last_seen, ?)"
                            + " WHERE job_id = ? AND position_id = ?",
                    seen.first,
                    seen.last,
                    to,
                    move.position);
            sql.update("UPDATE jobs SET first_seen = min(first_seen, ?) WHERE id = ?", seen.first, to);
            sql.update(RUNS, to, from, seen.last, now, seen.first);
            sql.update("DELETE FROM openings WHERE job_id = ? AND position_id = ?", from, move.position);
            sql.update("UPDATE jobs SET openings = openings - 1 WHERE id = ?", from);
            if (sql.isThere("SELECT 1 FROM jobs WHERE id = ? AND openings < 1", from)) {
                sql.update(KEEP_ALL, from, to);
                sql.update("DELETE FROM jobs WHERE id = ?", from);
            }
        }
    }
}
