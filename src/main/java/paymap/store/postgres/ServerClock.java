package paymap.store.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/**
 * The clock of the server: the only one that all machines agree on. Between two answers its time is the last one and what
 * has passed here since, so that a wrong clock of this machine changes nothing, and one that slept is right again at its
 * next answer.
 */
public final class ServerClock implements StoreClock {

    private record Answer(Instant at, long nanos) {}

    private final LongSupplier nanos;
    private volatile Answer last;

    private ServerClock(LongSupplier nanos, Answer last) {
        this.nanos = nanos;
        this.last = last;
    }

    /** Asks once. */
    public static ServerClock of(Database database) {
        ServerClock clock = new ServerClock(System::nanoTime, new Answer(Instant.EPOCH, 0));
        database.look(clock::now);
        return clock;
    }

    @Override
    public Instant now(Sql sql) throws SQLException {
        OffsetDateTime at = sql.first("SELECT clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class));
        if (at == null) {
            throw new SQLException("the server tells no time");
        }
        last = new Answer(at.toInstant(), nanos.getAsLong());
        return last.at;
    }

    @Override
    public InstantSource outside() {
        return () -> {
            Answer known = last;
            return known.at.plusNanos(nanos.getAsLong() - known.nanos);
        };
    }
}
