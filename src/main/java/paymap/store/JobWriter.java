package paymap.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.store.sql.Sql;

/**
 * Puts postings of one site among the jobs, each with the opening behind it: the one way in for a crawl and for an
 * import, so that a row and a second sight of it leave the same whichever way they came.
 *
 * <p>A row is inserted before anything is looked up. Most are new, and then that is all; and of two who write the same
 * row at once in a store that lets them, the second finds the first's.
 */
final class JobWriter {

    private static final String INSERT = """
            INSERT INTO jobs (id, site, city, title, salary, salary_low, salary_high, salary_interval, salary_months,
                company, district, experience, education, posted, openings, openings_without_id, first_seen, last_seen,
                made_up)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String FIND =
            "SELECT id, last_seen FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary = ?";

    /** A second sight may know less than what is stored: what it does not tell stays. */
    private static final String SEEN_AGAIN = update("coalesce(?, %1$s)");

    /** What is stored is newer than the sight, which can only fill in what is missing. */
    private static final String SEEN_EARLIER = update("coalesce(%1$s, ?)");

    /** An id that comes new may be one of those that were only counted: a row never gains openings by being exported. */
    private static final String ONE_MORE = """
            UPDATE jobs SET openings = openings + CASE openings_without_id WHEN 0 THEN 1 ELSE 0 END,
                openings_without_id = max(0, openings_without_id - 1) WHERE id = ?""";

    /** Apart, as it changes the index {@code jobs_by_pay}, which a mere second sight does not. */
    private static final String HISTORY = """
            UPDATE jobs SET first_seen = min(first_seen, ?), openings = max(openings, ?),
                openings_without_id = openings_without_id + max(0, ? - openings) WHERE id = ?""";

    private static final String OPENING = """
            INSERT INTO openings (job_id, position_id, first_seen, last_seen) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String LONGER = """
            UPDATE openings SET first_seen = min(first_seen, ?), last_seen = max(last_seen, ?)
            WHERE job_id = ? AND position_id = ?""";

    private static String update(String field) {
        String fields = Stream.of("company", "district", "experience", "education", "posted")
                .map(name -> name + " = " + field.formatted(name))
                .collect(Collectors.joining(", "));
        return "UPDATE jobs SET " + fields + ", last_seen = max(last_seen, ?), made_up = max(made_up, ?) WHERE id = ?";
    }

    /** Whether the run that rows are written for has brought a row already. */
    interface Brought {
        /** Asked of rows that were there before, within the transaction. */
        boolean has(Known job) throws SQLException;

        /** Writes to the tables which runs found which rows, where that has waited. */
        default void write() throws SQLException {}
    }

    /** A row that was stored before; {@code lastSeen} is UTC, ISO 8601. */
    record Known(long id, String lastSeen) {}

    /** The row of a posting, and what became of it. */
    record Upserted(long id, UpsertResult result) {}

    private final Writing writing;
    private final Sql sql;
    private final String site;
    private final String now;
    private final Brought brought;
    private final HiddenPay hiddenPay;

    /**
     * @param site as it stands in {@code jobs.site}
     * @param now UTC, ISO 8601
     * @param brought tells a row of an earlier run from one of this run
     */
    JobWriter(Writing writing, String site, String now, Brought brought) {
        this.writing = writing;
        this.sql = writing.sql();
        this.site = site;
        this.now = now;
        this.brought = brought;
        this.hiddenPay = new HiddenPay(writing, site);
    }

    /**
     * Stores a posting and the opening behind it, within a transaction.
     *
     * @param madeUp whether its site says that it is invented; once said, that stays
     */
    Upserted upsert(Posting row, Salary salary, boolean madeUp) throws SQLException {
        return upsert(row, salary, madeUp, null);
    }

    /** @param history of an earlier store; null = the row is seen now */
    Upserted upsert(Posting row, Salary salary, boolean madeUp, @Nullable History history) throws SQLException {
        writing.lock(site, row.city());
        List<String> positions = positions(row, history);
        List<HiddenPay.Move> moves = hiddenPay.tell(row, salary, positions);
        Upserted job = put(hiddenPay.told(row, salary, positions), salary, madeUp, history);
        if (!moves.isEmpty()) {
            brought.write();
            hiddenPay.move(moves, job.id, now);
        }
        return job;
    }

    /** Those that a row stands for, by the site's own ids; empty = nobody knows all of them. */
    private static List<String> positions(Posting row, @Nullable History history) {
        if (history == null) {
            return Posting.isSitesOwn(row.positionId()) ? List.of(row.positionId()) : List.of();
        }
        Stream<String> known = history.known().size() < history.openings()
                ? Stream.of()
                : history.known().stream().map(History.Opening::id);
        return known.filter(Posting::isSitesOwn).toList();
    }

    private Upserted put(Posting row, Salary salary, boolean madeUp, @Nullable History history) throws SQLException {
        Sight sight = Sight.of(history, now);
        long id = writing.ids().next();
        if (insert(id, row, salary, madeUp, sight)) {
            writing.ids().used();
            writing.added(site, row.city(), row.salary());
            if (history == null) {
                sql.update(OPENING, id, row.positionId(), now, now);
            } else {
                for (History.Opening each : history.known()) {
                    sql.update(
                            OPENING,
                            id,
                            each.id(),
                            Sight.earlier(each.firstSeen(), now),
                            Sight.earlier(each.lastSeen(), now));
                }
            }
            return new Upserted(id, UpsertResult.INSERTED);
        }
        Known known = find(row);
        if (known == null) {
            throw new SQLException("a row went away in the middle of a transaction");
        }
        if (history != null) {
            known(known.id, history.known());
        }
        return seenAgain(known, row, madeUp, sight);
    }

    /** Openings that another store knew by their ids. */
    private void known(long job, List<History.Opening> openings) throws SQLException {
        for (History.Opening each : openings) {
            String first = Sight.earlier(each.firstSeen(), now);
            String last = Sight.earlier(each.lastSeen(), now);
            if (sql.update(OPENING, job, each.id(), first, last) > 0) {
                sql.update(ONE_MORE, job);
            } else {
                sql.update(LONGER, first, last, job, each.id());
            }
        }
    }

    /**
     * Notes another sight of a row that this run has brought; any other row is left as it is.
     *
     * @return whether it has
     */
    boolean touch(Posting row) throws SQLException {
        Known known = find(row);
        if (known == null || !brought.has(known)) {
            return false;
        }
        opening(known.id, row);
        return true;
    }

    private Upserted seenAgain(Known known, Posting row, boolean madeUp, Sight sight) throws SQLException {
        boolean repeated = brought.has(known);
        if (sight.namesId()) {
            opening(known.id, row);
        }
        if (repeated && sight.namesId()) {
            if (madeUp) {
                sql.update("UPDATE jobs SET made_up = 1 WHERE id = ? AND made_up = 0", known.id);
            }
            return new Upserted(known.id, UpsertResult.DUPLICATE);
        }
        sql.update(
                sight.last().compareTo(known.lastSeen) < 0 ? SEEN_EARLIER : SEEN_AGAIN,
                row.details().company(),
                row.details().district(),
                row.details().experience(),
                row.details().education(),
                row.details().posted(),
                sight.last(),
                madeUp ? 1 : 0,
                known.id);
        if (!sight.namesId()) {
            sql.update(HISTORY, sight.first(), sight.openings(), sight.openings(), known.id);
        }
        return new Upserted(known.id, repeated ? UpsertResult.DUPLICATE : UpsertResult.UPDATED);
    }

    private boolean insert(long id, Posting row, Salary salary, boolean madeUp, Sight sight) throws SQLException {
        Salary.@Nullable Disclosed pay = salary instanceof Salary.Disclosed disclosed ? disclosed : null;
        int inserted = sql.update(
                INSERT,
                id,
                site,
                row.city(),
                row.title(),
                row.salary(),
                pay == null ? null : pay.low(),
                pay == null ? null : pay.high(),
                pay == null ? null : pay.interval().code(),
                pay == null ? null : pay.months(),
                row.details().company(),
                row.details().district(),
                row.details().experience(),
                row.details().education(),
                row.details().posted(),
                sight.openings(),
                sight.withoutId(),
                sight.first(),
                sight.last(),
                madeUp ? 1 : 0);
        return inserted > 0;
    }

    private @Nullable Known find(Posting row) throws SQLException {
        return sql.first(
                FIND,
                found -> new Known(found.getLong(1), found.getString(2)),
                site,
                row.city(),
                row.title(),
                row.salary());
    }

    private void opening(long job, Posting row) throws SQLException {
        if (sql.update(OPENING, job, row.positionId(), now, now) > 0) {
            sql.update(ONE_MORE, job);
        } else {
            sql.update(
                    "UPDATE openings SET last_seen = ? WHERE job_id = ? AND position_id = ?",
                    now,
                    job,
                    row.positionId());
        }
    }
}
