package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.PageTask;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/**
 * Takes pages that are ready, for one process, keeps them its own, and gives them back. Which page is looked for first is
 * the {@link Frontier}'s; where that finds none, all pages are looked at.
 */
final class Leasing {

    /**
     * A page taken within a transaction.
     *
     * @param at its place in the order of pages
     */
    record Taken(PageTask page, Frontier.Point at, Instant when) {}

    private static final String NEXT = """
            UPDATE pages SET state = 'LEASED', owner = ?, fence = fence + 1, lease_until = ?
            WHERE (run_id, city, page) = (SELECT run_id, city, page FROM pages
                WHERE run_id = ? AND state = 'READY' AND (page, place) > (?, ?) AND not_before <= ?
                ORDER BY page, place LIMIT 1%s)
            RETURNING city, page, place, attempt, fence,
                (SELECT keyword FROM runs r WHERE r.id = pages.run_id) AS keyword,
                (SELECT list_token FROM run_cities c WHERE c.run_id = pages.run_id AND c.city = pages.city) AS list_token""";

    /**
     * Which page, and that its lease is still the one that was given. The state is no bare column, or PostgreSQL takes the
     * index by it, and passes over this page of every city.
     */
    static final String MINE = " WHERE run_id = ? AND city = ? AND page = ? AND fence = ? AND state || '' = 'LEASED'";

    private final Database database;
    private final StoreClock clock;
    private final String owner;
    private final KnownLeases leases = new KnownLeases();
    private final Frontier frontier = new Frontier();

    /** See {@link SqlLedger}. */
    Leasing(Database database, StoreClock clock, String owner) {
        this.database = database;
        this.clock = clock;
        this.owner = owner;
    }

    /** See {@link paymap.crawl.Ledger#lease}. */
    Optional<PageTask> lease(long run) {
        Optional<Taken> taken = database.transaction(sql -> {
            Instant now = clock.now(sql);
            Taken next = next(sql, run, now);
            boolean freed = next == null
                    && Owners.freePagesOfTheDead(sql, run, owner, now) + leases.freeUnknown(sql, run, owner) > 0;
            return Optional.ofNullable(freed ? first(sql, run, now) : next);
        });
        return taken.map(this::taken);
    }

    /**
     * Takes the next page within the caller's transaction.
     *
     * @return to be told to {@link #taken} when the transaction is over; null = {@link #lease} may find one
     */
    @Nullable
    Taken next(Sql sql, long run) throws SQLException {
        return next(sql, run, clock.now(sql));
    }

    private @Nullable Taken next(Sql sql, long run, Instant now) throws SQLException {
        Frontier.Point from = frontier.of(run, now);
        Taken behind = behind(from, sql, run, now);
        return behind != null || from.equals(Frontier.Point.START) ? behind : first(sql, run, now);
    }

    private @Nullable Taken first(Sql sql, long run, Instant now) throws SQLException {
        return behind(Frontier.Point.START, sql, run, now);
    }

    private @Nullable Taken behind(Frontier.Point from, Sql sql, long run, Instant now) throws SQLException {
        return sql.first(
                NEXT.formatted(sql.dialect().skippingLocked()),
                row -> new Taken(task(run, row), new Frontier.Point(row.getInt("page"), row.getInt("place")), now),
                owner,
                now.plus(Owners.LEASE).toEpochMilli(),
                run,
                from.page(),
                from.place(),
                now.toEpochMilli());
    }

    private static PageTask task(long run, ResultSet row) throws SQLException {
        return new PageTask(
                run,
                row.getString("city"),
                row.getString("keyword"),
                row.getInt("page"),
                row.getInt("attempt"),
                row.getLong("fence"),
                row.getString("list_token"));
    }

    /** The transaction that took this page is over, and did not fail. */
    PageTask taken(Taken taken) {
        leases.add(taken.page);
        frontier.took(taken.page.run(), taken.at, taken.when);
        return taken.page;
    }

    /** Pages of a run from this one on are in the ledger now. */
    void added(int page) {
        frontier.ready(page, Instant.MIN);
    }

    /** Any page may be ready now. */
    void lookAtAll() {
        frontier.forget();
    }

    /** It is about to be finished, and is this process's no more. */
    void over(PageTask page) {
        leases.remove(page);
    }

    /** See {@link paymap.crawl.Ledger#renew}. */
    Instant renew(long run) {
        lookAtAll(); // others may have given some back
        return database.transaction(sql -> {
            Instant now = clock.now(sql);
            Owners.stay(sql, run, owner, now);
            leases.renew(sql, run, now.plus(Owners.LEASE));
            return now.plus(Owners.RENEWAL);
        });
    }

    /** See {@link paymap.crawl.Ledger#nextReady}. */
    @Nullable
    Instant nextReady(long run) {
        return database.first("""
                SELECT min(CASE state WHEN 'READY' THEN not_before ELSE lease_until END) AS at
                FROM pages WHERE run_id = ? AND (state = 'READY' OR (state = 'LEASED' AND owner <> ?))
                HAVING count(*) > 0""", row -> Instant.ofEpochMilli(row.getLong("at")), run, owner);
    }

    /** See {@link paymap.crawl.Ledger#release}. */
    void release(PageTask page, Duration delay, boolean failed) {
        over(page);
        Instant at = database.transaction(sql -> {
            Instant ready = clock.now(sql).plus(delay);
            sql.update(
                    """
                    UPDATE pages SET state = 'READY', owner = NULL, lease_until = NULL, not_before = ?,
                        attempt = attempt + ?""" + MINE,
                    ready.toEpochMilli(),
                    failed ? 1 : 0,
                    page.run(),
                    page.city(),
                    page.page(),
                    page.fence());
            return ready;
        });
        frontier.ready(page.page(), at);
    }
}
