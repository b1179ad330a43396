package paymap.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite waits for a slice in each attempt; here an attempt fails at once. */
class PatienceTest {

    private final AtomicInteger told = new AtomicInteger();
    private int tries;

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2000, 1", "2001, 2", "4000, 2", "4001, 3", "20000, 10"})
    void triesOnceForEachSliceThatIsBegunAndTellsThatOnce(long mostMillis, int expected) {
        SQLiteException held = error(SQLiteErrorCode.SQLITE_BUSY);

        SQLException last = assertThrows(
                SQLException.class,
                () -> patience(mostMillis).with(() -> {
                    tries++;
                    throw held;
                }));

        assertSame(held, last);
        assertEquals(expected, tries);
        assertEquals(expected > 1 ? 1 : 0, told.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED", "SQLITE_LOCKED_SHAREDCACHE"})
    void whatIsHeldIsTriedAgainUntilItIsFree(SQLiteErrorCode code) throws SQLException {
        String got = patience(20_000).with(() -> {
            if (++tries < 4) {
                throw error(code);
            }
            return "free";
        });

        assertEquals("free", got);
        assertEquals(4, tries);
        assertEquals(1, told.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CORRUPT", "SQLITE_ERROR"})
    void otherTroubleIsNotWaitedFor(SQLiteErrorCode code) {
        assertThrows(
                SQLiteException.class,
                () -> patience(20_000).with(() -> {
                    tries++;
                    throw error(code);
                }));

        assertEquals(1, tries);
        assertEquals(0, told.get());
    }

    @Test
    void usuallyItLastsTenSlices() {
        assertEquals(Patience.SLICE.multipliedBy(10), Patience.USUAL.most());
    }

    private Patience patience(long mostMillis) {
        return new Patience(Duration.ofMillis(mostMillis), told::incrementAndGet);
    }

    private static SQLiteException error(SQLiteErrorCode code) {
        return new SQLiteException("made up", code);
    }
}
