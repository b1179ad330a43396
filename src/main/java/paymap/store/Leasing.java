package paymap.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.PageTask;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/** Takes pages that are ready, for one process, keeps them its own, and gives them back. */
final class Leasing {

    private static final String NEXT = """
            UPDATE pages SET state = 'LEASED', owner = ?, fence = fence + 1, lease_until = ?
            WHERE (run_id, city, page) = (SELECT run_id, city, page FROM pages
                WHERE run_id = ? AND state = 'READY' AND not_before <= ? ORDER BY page, place LIMIT 1%s)
            RETURNING city, page, attempt, fence, (SELECT keyword FROM runs r WHERE r.id = pages.run_id) AS keyword,
                (SELECT list_token FROM run_cities c WHERE c.run_id = pages.run_id AND c.city = pages.city) AS list_token""";

    /** Which page, and that its lease is still the one that was given. */
    static final String MINE = " WHERE run_id = ? AND city = ? AND page = ? AND fence = ? AND state = 'LEASED'";

    private final Database database;
    private final StoreClock clock;
    private final String owner;
    private final KnownLeases leases = new KnownLeases();

    /** See {@link SqlLedger}. */
    Leasing(Database database, StoreClock clock, String owner) {
        this.database = database;
        this.clock = clock;
        this.owner = owner;
    }

    /** See {@link paymap.crawl.Ledger#lease}. */
    Optional<PageTask> lease(long run) {
        Optional<PageTask> leased = database.transaction(sql -> {
            Instant now = clock.now(sql);
            PageTask page = next(sql, run, now);
            if (page == null
                    && Owners.freePagesOfTheDead(sql, run, owner, now) + leases.freeUnknown(sql, run, owner) > 0) {
                page = next(sql, run, now);
            }
            return Optional.ofNullable(page);
        });
        leased.ifPresent(this::taken);
        return leased;
    }

    /**
     * Takes the next page within the caller's transaction.
     *
     * @return to be told to {@link #taken} when the transaction is over; null = {@link #lease} may find one
     */
    @Nullable
    PageTask next(Sql sql, long run) throws SQLException {
        return next(sql, run, clock.now(sql));
    }

    private @Nullable PageTask next(Sql sql, long run, Instant now) throws SQLException {
        return sql.first(
                NEXT.formatted(sql.dialect().skippingLocked()),
                row -> new PageTask(
                        run,
                        row.getString("city"),
                        row.getString("keyword"),
                        row.getInt("page"),
                        row.getInt("attempt"),
                        row.getLong("fence"),
                        row.getString("list_token")),
                owner,
                now.plus(Owners.LEASE).toEpochMilli(),
                run,
                now.toEpochMilli());
    }

    /** The transaction that took this page is over. */
    void taken(PageTask page) {
        leases.add(page);
    }

    /** It is about to be finished, and is this process's no more. */
    void over(PageTask page) {
        leases.remove(page);
    }

    /** See {@link paymap.crawl.Ledger#renew}. */
    Instant renew(long run) {
        return database.transaction(sql -> {
            Instant now = clock.now(sql);
            Owners.stay(sql, run, owner, now);
            sql.update(
                    "UPDATE pages SET lease_until = ? WHERE run_id = ? AND state = 'LEASED' AND owner = ?",
                    now.plus(Owners.LEASE).toEpochMilli(),
                    run,
                    owner);
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
        database.transaction(sql -> sql.update(
                "UPDATE pages SET state = 'READY', owner = NULL, lease_until = NULL, not_before = ?, attempt = attempt + ?"
                        + MINE,
                clock.now(sql).plus(delay).toEpochMilli(),
                failed ? 1 : 0,
                page.run(),
                page.city(),
                page.page(),
                page.fence()));
    }
}
