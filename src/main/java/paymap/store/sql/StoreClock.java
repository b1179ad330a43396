package paymap.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/** The time that a store goes by. */
public interface StoreClock {

    /** Now; within a transaction, as the wait for one, or for a row, may be long. */
    Instant now(Sql sql) throws SQLException;

    /** The same without asking the store, from any thread. */
    InstantSource outside();

    /** That of a clock of this machine. */
    static StoreClock of(InstantSource clock) {
        return new StoreClock() {
            @Override
            public Instant now(Sql sql) {
                return clock.instant();
            }

            @Override
            public InstantSource outside() {
                return clock;
            }
        };
    }
}
