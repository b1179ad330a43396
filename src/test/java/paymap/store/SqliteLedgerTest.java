package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.Ledger;
import paymap.crawl.PageTask;
import paymap.job.JobStore;
import paymap.job.RunRow;
import paymap.job.StoreException;

class SqliteLedgerTest extends LedgerContract {

    @TempDir
    Path folder;

    private final List<SqlStore> stores = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Override
    Ledger open(String holder) {
        return openAs(holder + "/1@1").ledger();
    }

    @Override
    JobStore jobs() {
        return stores.get(0);
    }

    @Override
    void pass(Duration time) {
        now = now.plus(time);
    }

    @AfterEach
    void close() {
        stores.forEach(SqlStore::close);
    }

    @Test
    void whatAProcessOfThisMachineHeldIsFreeAtOnceWhenItDied() throws SQLException {
        Owner self = Owner.self();
        String dead = self.host() + "/" + self.pid() + "@" + (self.start() + 1);
        long run = leasedBy(dead);

        assertFalse(other.begin(plan("bj"), 15, false).joined());
        assertTrue(other.lease(run).isPresent());
    }

    @Test
    void whatALivingProcessOfThisMachineHoldsIsItsOwn() throws SQLException {
        long run = leasedBy(Owner.self().toString());

        assertTrue(other.begin(plan("bj"), 15, false).joined());
        assertTrue(other.lease(run).isEmpty());
    }

    @Test
    void whatAProcessInAnotherContainerHoldsIsItsOwnUntilItsLeaseEnds() throws SQLException {
        Owner self = Owner.self();
        long run = leasedBy("another-host/" + self.pid() + "@" + (self.start() + 1));

        assertTrue(other.begin(plan("bj"), 15, false).joined());
        assertTrue(other.lease(run).isEmpty());
        assertEquals(2, count("SELECT count(*) FROM run_owners"));
        pass(Owners.LEASE);

        assertTrue(other.lease(run).isPresent());
        assertFalse(other.begin(plan("bj"), 15, false).joined());
        assertEquals(1, count("SELECT count(*) FROM run_owners"));
    }

    @Test
    void aRunIsUnderWayWhileAProcessOfAnyHostIsHeardOf() throws SQLException {
        leasedBy("another-host/1@1");

        assertEquals(RunRow.State.UNDER_WAY, jobs().runs().get(0).standing().state());
        pass(Owners.LEASE);
        assertEquals(RunRow.State.UNFINISHED, jobs().runs().get(0).standing().state());
    }

    @Test
    void aFailedTransactionLeavesNothingBehind() throws SQLException {
        long run = begin("bj");
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = lease(run);
        change("CREATE TRIGGER broken BEFORE INSERT ON jobs WHEN new.title = 'b' BEGIN SELECT raise(ABORT, 'no'); END");

        assertThrows(StoreException.class, () -> ledger.done(page, fetched("a", "b")));
        change("DROP TRIGGER broken");

        assertEquals(0, count("SELECT count(*) FROM jobs"));
        assertTrue(ledger.done(page, fetched("a", "b")).isPresent(), "the page is still ours");
    }

    private long leasedBy(String owner) {
        Ledger holder = openAs(owner).ledger();
        long run = holder.begin(plan("bj"), 15, false).id();
        holder.enqueuePages(run, "北京", 1);
        holder.lease(run).orElseThrow();
        return run;
    }

    private SqlStore openAs(String owner) {
        SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), () -> now, owner);
        stores.add(store);
        return store;
    }

    private long count(String query) throws SQLException {
        try (Connection connection = connect();
                var found = connection.createStatement().executeQuery(query)) {
            return found.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
    }
}
