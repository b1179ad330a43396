package paymap.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.pace.PaceState;
import paymap.salary.SalaryReader;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/** The ledger in a database. */
final class SqlLedger implements Ledger {

    private static final String ENQUEUE = """
            INSERT INTO pages (run_id, city, page, place)
            WITH RECURSIVE numbers (page, most) AS (
                SELECT CAST(? AS integer), CAST(? AS integer)
                UNION ALL SELECT page + 1, most FROM numbers WHERE page < most)
            SELECT c.run_id, c.city, n.page, c.place FROM numbers n, run_cities c WHERE c.run_id = ? AND c.city = ?""";
    private static final String LIST = """
            UPDATE run_cities SET page_size = max(?, CASE settled WHEN 0 THEN 1 ELSE page_size END),
                total_count = CASE WHEN ? = 1 THEN ? ELSE total_count END, list_token = coalesce(list_token, ?)
            WHERE run_id = ? AND city = ?""";

    /** @param first of the pages put in, if any were */
    private record Enqueued(int first, CityProgress after) {}

    /** A page that is stored, and the next one. */
    private record Stored(CityProgress city, Leasing.@Nullable Taken next) {}

    private final Database database;
    private final StoreClock clock;
    private final String owner;
    private final Leasing leasing;
    private final SalaryReader pay = new SalaryReader();

    /**
     * @param clock read within a transaction, as the wait for one may be long
     * @param owner see {@link Owner}
     */
    SqlLedger(Database database, StoreClock clock, String owner) {
        this.database = database;
        this.clock = clock;
        this.owner = owner;
        this.leasing = new Leasing(database, clock, owner);
    }

    @Override
    public InstantSource clock() {
        return clock.outside();
    }

    @Override
    public List<Long> begin(List<CrawlPlan> plans, int pageSize, boolean fresh) {
        return database.transaction(sql -> {
            // Of two who begin at once the second finds the first's runs.
            Beginning.lock(sql, plans.stream().map(CrawlPlan::key).toList());
            List<Long> unfinished = fresh ? List.of() : Beginning.unfinished(sql, plans);
            return unfinished.isEmpty() ? Beginning.create(sql, plans, pageSize, clock.now(sql)) : unfinished;
        });
    }

    @Override
    public List<Long> unfinished(List<CrawlPlan> plans) {
        return database.look(sql -> Beginning.unfinished(sql, plans));
    }

    @Override
    public Run enter(long run) {
        leasing.lookAtAll(); // its pages may be given another chance
        return database.transaction(sql -> {
            Beginning.lock(sql, List.of(Beginning.plan(sql, run)));
            return Beginning.enter(sql, run, owner, clock.now(sql));
        });
    }

    @Override
    public Instant renew(long run) {
        return leasing.renew(run);
    }

    @Override
    public List<CityProgress> progress(long run) {
        return database.look(sql -> ProgressTable.all(sql, run));
    }

    @Override
    public Set<String> firstPageIds(long run, String city) {
        return database.look(sql -> new HashSet<>(sql.all(
                "SELECT position_id FROM run_positions WHERE run_id = ? AND city = ? AND page = 1",
                row -> row.getString(1),
                run,
                city)));
    }

    @Override
    public CityProgress enqueuePages(long run, String city, int lastPage) {
        Enqueued enqueued = database.transaction(sql -> {
            lock(sql, run, city);
            CityProgress progress = ProgressTable.of(sql, run, city);
            int first = progress.list().asked() + 1;
            if (first > lastPage) {
                return new Enqueued(first, progress);
            }
            sql.update(ENQUEUE, first, lastPage, run, city);
            return new Enqueued(first, ProgressTable.of(sql, run, city));
        });
        leasing.added(enqueued.first);
        return enqueued.after;
    }

    @Override
    public Optional<PageTask> lease(long run) {
        return leasing.lease(run);
    }

    @Override
    public @Nullable Instant nextReady(long run) {
        return leasing.nextReady(run);
    }

    @Override
    public Optional<CityProgress> done(PageTask page, Outcome.Fetched fetched) {
        leasing.over(page);
        return database.transaction(sql -> Optional.ofNullable(store(sql, page, fetched)));
    }

    @Override
    public Optional<Done> doneThenLease(PageTask page, Outcome.Fetched fetched) {
        leasing.over(page);
        Optional<Stored> stored = database.transaction(sql -> {
            CityProgress city = store(sql, page, fetched);
            return Optional.ofNullable(city == null ? null : new Stored(city, leasing.next(sql, page.run())));
        });
        return stored.map(it -> new Done(it.city, it.next == null ? null : leasing.taken(it.next)));
    }

    /** @return the city after it; null = the lease was lost */
    private @Nullable CityProgress store(Sql sql, PageTask page, Outcome.Fetched fetched) throws SQLException {
        lock(sql, page.run(), page.city());
        int mine = sql.update(
                "UPDATE pages SET state = 'DONE', owner = NULL, lease_until = NULL, unreadable = ?" + Leasing.MINE,
                fetched.unreadable().size(),
                page.run(),
                page.city(),
                page.page(),
                page.fence());
        if (mine == 0) {
            return null;
        }
        if (fetched.madeUp()) {
            sql.update("UPDATE runs SET made_up = 1 WHERE id = ? AND made_up = 0", page.run());
        }
        sql.update(
                LIST,
                fetched.pageSize(),
                page.page(),
                fetched.totalCount(),
                fetched.listToken(),
                page.run(),
                page.city());
        return settling(sql, page).arrived(page.page(), fetched.rows());
    }

    private Settling settling(Sql sql, PageTask page) throws SQLException {
        return new Settling(sql, page.run(), page.city(), Sql.text(clock.now(sql)), pay);
    }

    @Override
    public void release(PageTask page, Duration delay, boolean failed) {
        leasing.release(page, delay, failed);
    }

    @Override
    public CityProgress abandon(PageTask page, String why, boolean endsCity) {
        leasing.over(page);
        return database.transaction(sql -> {
            lock(sql, page.run(), page.city());
            int mine = sql.update(
                    "UPDATE pages SET state = 'LOST', owner = NULL, lease_until = NULL, why = ?" + Leasing.MINE,
                    why,
                    page.run(),
                    page.city(),
                    page.page(),
                    page.fence());
            if (mine == 0) {
                return ProgressTable.of(sql, page.run(), page.city());
            }
            sql.update("UPDATE run_cities SET to_end = 0 WHERE run_id = ? AND city = ?", page.run(), page.city());
            Settling settling = settling(sql, page);
            settling.proceed();
            if (endsCity) {
                settling.end(why);
            }
            return ProgressTable.of(sql, page.run(), page.city());
        });
    }

    @Override
    public PaceState pace(String site, PaceChange change) {
        return database.transaction(sql -> PaceTable.change(sql, site, before -> change.apply(before, clock.now(sql))));
    }

    @Override
    public void end(long run, boolean complete, String why) {
        database.transaction(sql -> {
            Owners.freePagesOf(sql, run, owner);
            Owners.leave(sql, run, owner);
            // What another process completed stays complete, however this one ends.
            return sql.update("""
                    UPDATE runs SET ended = ?, complete = max(complete, ?), why = CASE complete WHEN 1 THEN why ELSE ? END
                    WHERE id = ?""", Sql.text(clock.now(sql)), complete ? 1 : 0, why, run);
        });
    }

    /** From here on nobody else counts pages of this city: its rows keep the site's order. */
    private static void lock(Sql sql, long run, String city) throws SQLException {
        if (sql.dialect().locks()) {
            String row = "SELECT 1 FROM run_cities WHERE run_id = ? AND city = ?"
                    + sql.dialect().forUpdate();
            sql.isThere(row, run, city);
        }
    }
}
