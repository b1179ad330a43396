package paymap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import paymap.crawl.Ledger;
import paymap.job.JobStore;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.ServerClock;
import paymap.store.postgres.TestServer;
import paymap.store.sql.StoreClock;

class PostgresLedgerTest extends LedgerContract {

    private final PostgresAddress address = TestServer.database();
    private final List<SqlStore> stores = new ArrayList<>();
    private @Nullable Instant start;
    private Duration passed = Duration.ZERO;

    @Override
    Ledger open(String holder) {
        PostgresDatabase database = PostgresDatabase.open(address, new Absence(Duration.ofSeconds(20), () -> {}));
        SqlStore store = new SqlStore(database, stopped(ServerClock.of(database)), holder + "/1@1");
        stores.add(store);
        return store.ledger();
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
