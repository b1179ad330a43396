package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.job.Forget;
import paymap.job.Forgotten;
import paymap.job.RunRow;
import paymap.job.RunRow.Kind;
import paymap.job.RunRow.State;
import paymap.job.StoreException;
import paymap.store.query.Where;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.words.Words;

/**
 * Takes out again what runs brought. Of a row that others found too, it takes what only these runs can have seen: an
 * opening whose sights all lie in the time of one of them, and of no other run that found the row.
 */
final class Forgetting {

    /**
     * Runs that found a row; those whose plan names another database (db-) brought sights of any time. Of the times of runs
     * and of sights, texts of any precision are compared.
     */
    private static final String FOUND =
            "SELECT 1 FROM runs r JOIN run_jobs f ON f.run_id = r.id WHERE f.job_id = ? AND ";

    private static final String TAKE_OPENINGS =
            "DELETE FROM openings WHERE job_id = ? AND EXISTS (" + FOUND + """
            r.id IN (%1$s) AND rtrim(r.started, 'Z') <= rtrim(first_seen, 'Z')
                AND rtrim(coalesce(r.ended, ?), 'Z') >= rtrim(last_seen, 'Z'))
            AND NOT EXISTS (""" + FOUND + """
            r.id NOT IN (%1$s) AND (instr(r.plan, 'db-') > 0 OR rtrim(r.started, 'Z') <= rtrim(last_seen, 'Z')
                AND rtrim(coalesce(r.ended, ?), 'Z') >= rtrim(first_seen, 'Z')))""";

    private static final String LATEST = """
            last_seen = max(first_seen, min(last_seen, (SELECT max(coalesce(r.ended, ?))
                FROM runs r JOIN run_jobs f ON f.run_id = r.id WHERE f.job_id = ? AND r.id NOT IN (%1$s))))""";
    private static final String LAST_OF_OPENINGS = "UPDATE openings SET " + LATEST + " WHERE job_id = ?";
    private static final String LAST_AND_NUMBER = "UPDATE jobs SET " + LATEST + """
            , openings = max(1, openings_without_id + (SELECT count(*) FROM openings WHERE job_id = jobs.id))
            WHERE id = ?""";
    private static final String FIRST = """
            UPDATE jobs SET first_seen = (SELECT min(first_seen) FROM openings WHERE job_id = jobs.id)
            WHERE id = ? AND openings_without_id = 0 AND EXISTS (SELECT 1 FROM openings WHERE job_id = jobs.id)""";

    private final Sql sql;
    private final Forget what;
    private final String now;
    private final List<RunRow> runs;

    /** Inside of an SQL list: numbers need no marks, of which a statement may hold few; 0 is that of no run. */
    private final String chosen;

    private final Where city;

    private Forgetting(Sql sql, Forget what, Instant now) throws SQLException {
        this.sql = sql;
        this.what = what;
        this.now = Sql.text(now);
        this.runs = RunQueries.all(sql, now).stream().filter(what::means).toList();
        this.chosen = runs.stream().map(run -> "," + run.id()).collect(Collectors.joining("", "0", ""));
        this.city = what.cities().isEmpty()
                ? new Where("1 = 1")
                : new Where(
                        "city IN " + Where.marks(what.cities()), what.cities().toArray());
        runs.forEach(this::refuseOpen);
    }

    /** What would go; changes nothing. */
    static Forgotten look(Database database, Forget what, Instant now) {
        return database.snapshot(sql -> new Forgetting(sql, what, now).found());
    }

    /** Takes it out, all or nothing. */
    static Forgotten forget(Database database, Forget what, Instant now) {
        return database.transaction(sql -> {
            Forgetting forgetting = new Forgetting(sql, what, now);
            Forgotten found = forgetting.found();
            forgetting.delete();
            return found;
        });
    }

    private void refuseOpen(RunRow run) {
        if (run.standing().state() == State.UNDER_WAY) {
            throw new StoreException(
                    Words.say("run %d is under way; end it first, or wait for its end", run.id()), false, null);
        }
        // It would be continued as if it still had the rows of these cities.
        if (!what.cities().isEmpty()
                && run.kind() == Kind.CRAWL
                && run.standing().state() != State.COMPLETE) {
            throw new StoreException(
                    Words.say(
                            "run %d is not complete, and is forgotten with all its cities or not at all: leave --city"
                                    + " out, or continue it first",
                            run.id()),
                    false,
                    null);
        }
    }

    private Forgotten found() throws SQLException {
        List<Forgotten.Rows> rows = sql.all(
                "SELECT site, city, count(*) FROM jobs WHERE " + gone() + " GROUP BY site, city ORDER BY site, city",
                row -> new Forgotten.Rows(row.getString(1), row.getString(2), row.getLong(3)),
                goneValues());
        Long shared = sql.first("SELECT count(*) FROM jobs WHERE " + shared(), row -> row.getLong(1), city.values());
        return new Forgotten(runs, rows, shared == null ? 0 : shared);
    }

    /** Rows that go: their runs are all among the chosen ones. */
    private String gone() {
        return city.sql() + " AND "
                + (what.isWholeSite() ? "site = ?" : "id IN (" + ofChosen() + ") AND NOT " + foundByOthers("jobs.id"));
    }

    private @Nullable Object[] goneValues() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(city.values()));
        if (what.isWholeSite()) {
            values.add(what.site());
        }
        return values.toArray();
    }

    private String shared() {
        return city.sql() + " AND id IN (" + ofChosen() + ") AND " + foundByOthers("jobs.id");
    }

    private String ofChosen() {
        return "SELECT job_id FROM run_jobs WHERE run_id IN (" + chosen + ")";
    }

    private String foundByOthers(String job) {
        return "EXISTS (SELECT 1 FROM run_jobs o WHERE o.job_id = " + job + " AND o.run_id NOT IN (" + chosen + "))";
    }

    private void delete() throws SQLException {
        List<Long> stay = sql.all("SELECT id FROM jobs WHERE " + shared(), row -> row.getLong(1), city.values());
        for (long job : stay) {
            takeSights(job);
        }
        sql.update("DELETE FROM jobs WHERE " + gone(), goneValues());
        if (what.cities().isEmpty()) {
            sql.update("DELETE FROM runs WHERE id IN (" + chosen + ")");
        } else {
            takeCities();
        }
    }

    /** What is left of a row are the sights of other runs. */
    private void takeSights(long job) throws SQLException {
        sql.update(TAKE_OPENINGS.formatted(chosen), job, job, now, job, now);
        sql.update(LAST_OF_OPENINGS.formatted(chosen), now, job, job);
        sql.update(LAST_AND_NUMBER.formatted(chosen), now, job, job);
        sql.update(FIRST, job);
    }

    private void takeCities() throws SQLException {
        sql.update(
                "DELETE FROM run_jobs WHERE run_id IN (" + chosen + ") AND job_id IN (SELECT id FROM jobs WHERE "
                        + city.sql() + ")",
                city.values());
        for (String table : List.of("run_cities", "pages", "waiting_rows", "run_positions")) {
            sql.update("DELETE FROM " + table + " WHERE run_id IN (" + chosen + ") AND " + city.sql(), city.values());
        }
    }
}
