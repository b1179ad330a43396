package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paymap.crawl.Ledger;
import paymap.crawl.PageTask;
import paymap.job.JobStore;
import paymap.pace.PaceState;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.ServerClock;
import paymap.store.postgres.TestServer;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

class PostgresLedgerTest extends LedgerContract {

    private final PostgresAddress address = TestServer.database();
    private final List<SqlStore> stores = new ArrayList<>();
    private final List<LostAnswers> lines = new ArrayList<>();
    private @Nullable Instant start;
    private Duration passed = Duration.ZERO;

    @Override
    Ledger open(String holder) {
        PostgresDatabase database = PostgresDatabase.open(address, new Absence(Duration.ofSeconds(20), () -> {}));
        LostAnswers line = new LostAnswers(database);
        SqlStore store = new SqlStore(line, stopped(ServerClock.of(database)), holder + "/1@1");
        stores.add(store);
        lines.add(line);
        return store.ledger();
    }

    @Test
    void aPageWhoseLeaseIsNeverHeardOfIsLeasedAgain() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 2);
        lines.get(0).loseNext();

        PageTask heardOf = lease(run);
        PageTask other = lease(run);

        assertEquals(List.of(2, 1), List.of(heardOf.page(), other.page()));
        assertTrue(ledger.done(other, fetched("first")).isPresent());
        assertTrue(ledger.done(heardOf, fetched("second")).isPresent());
        assertTrue(ledger.lease(run).isEmpty());
    }

    @Test
    void aPageWhoseLeaseIsNeverHeardOfIsNotHeldForEver() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 3);
        lines.get(0).loseNext();
        assertEquals(2, lease(run).page());
        for (int i = 0; i < 3; i++) {
            pass(Owners.RENEWAL);
            ledger.renew(run);
        }

        assertEquals(3, other.lease(run).orElseThrow().page());
        assertEquals(1, other.lease(run).orElseThrow().page());
        assertTrue(other.lease(run).isEmpty(), "what is known is held");
    }

    @Test
    void aPageThatIsHeldIsNotTakenForOneThatWasNeverHeardOf() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = lease(run);

        assertTrue(ledger.lease(run).isEmpty());
        ledger.release(page, Duration.ZERO, true);
        PageTask again = lease(run);

        assertTrue(ledger.lease(run).isEmpty());
        assertTrue(ledger.done(again, fetched("row")).isPresent());
    }

    @Test
    void aLeaseDoesNotPassOverWhatWasLeasedWhileATransactionIsOpen() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 150);
        try (PostgresDatabase reader = PostgresDatabase.open(address, new Absence(Duration.ofSeconds(20), () -> {}));
                Database.Moment open = reader.moment();
                PostgresDatabase database =
                        PostgresDatabase.open(address, new Absence(Duration.ofSeconds(20), () -> {}))) {
            open.read(sql -> sql.first("SELECT count(*) FROM pages", row -> row.getLong(1)));
            Leasing leasing = new Leasing(database, stopped(ServerClock.of(database)), "one/1@1");
            for (int i = 0; i < 100; i++) {
                leasing.lease(run).orElseThrow();
            }

            assertTrue(entriesRead(database, leasing, run) < 10);
            leasing.renew(run);
            assertTrue(entriesRead(database, leasing, run) > 100, "what others gave back may lie among them");
        }
    }

    /** Of the index of what is to be done, for one more lease. */
    private static long entriesRead(PostgresDatabase database, Leasing leasing, long run) {
        return database.transaction(sql -> {
            long before = entriesRead(sql);
            leasing.next(sql, run);
            return entriesRead(sql) - before;
        });
    }

    private static long entriesRead(Sql sql) throws SQLException {
        return Objects.requireNonNull(sql.first(
                "SELECT pg_stat_get_xact_tuples_returned(CAST('pages_to_do' AS regclass))", row -> row.getLong(1)));
    }

    @Test
    void rowsAreCountedOnceThoughTheAnswerIsLost() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = lease(run);
        lines.get(0).loseNext();

        ledger.done(page, fetched("row", "another"));

        assertEquals(2, ledger.progress(run).get(0).stored());
        assertEquals(2, ledger.progress(run).get(0).counts().seen());
    }

    @Test
    void aPageTakenWithAnotherAndNeverHeardOfIsLeasedAgain() {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 2);
        PageTask first = lease(run);
        lines.get(0).loseNext();

        ledger.doneThenLease(first, fetched("row"));

        assertEquals(1, ledger.progress(run).get(0).stored());
        assertEquals(2, lease(run).page());
    }

    @Test
    void ofATurnWhoseAnswerIsLostNobodyMakesTwoRequests() {
        List<Instant> turns = new ArrayList<>();
        lines.get(0).loseNext();

        PaceState after = ledger.pace(SITE, (before, now) -> {
            PaceState pace = before == null ? PaceState.fresh(Duration.ofSeconds(5), now) : before;
            if (pace.permitAt().isAfter(now)) {
                return pace;
            }
            turns.add(now);
            return new PaceState(
                    pace.interval(), now.plus(pace.interval()), Instant.EPOCH, pace.incidents(), pace.quiet());
        });

        assertEquals(1, turns.size());
        assertEquals(turns.get(0).plusSeconds(5), after.permitAt());
    }

    @Override
    JobStore jobs() {
        return stores.get(0);
    }

    @Override
    void pass(Duration time) {
        passed = passed.plus(time);
    }

    @AfterEach
    void close() {
        stores.forEach(SqlStore::close);
    }

    /** The server's time when the test began, moved on as the test wants. */
    private StoreClock stopped(ServerClock clock) {
        Instant first = start == null ? clock.outside().instant() : start;
        start = first;
        return StoreClock.of(() -> first.plus(passed));
    }
}
