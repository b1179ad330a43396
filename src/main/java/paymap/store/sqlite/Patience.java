package paymap.store.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * How long to wait for a database that another program holds. SQLite does the waiting, a slice at a time, so that
 * somebody can be told what it is that takes so long.
 *
 * @param most the longest wait; rounded up to whole slices, at least one
 * @param waiting told once a wait outlasts a slice
 */
public record Patience(Duration most, Runnable waiting) {

    static final Duration SLICE = Duration.ofSeconds(2);

    /** As long as any transaction of ours lasts, ten times over. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(20), () -> {});

    interface Attempt<T> {
        /** May be called several times; an attempt that finds the database held must have done nothing. */
        T make() throws SQLException;
    }

    /** @throws SQLException of the last attempt; one that is not about the lock at once */
    <T> T with(Attempt<T> attempt) throws SQLException {
        long attempts = Math.max(1, (most.toMillis() + SLICE.toMillis() - 1) / SLICE.toMillis());
        for (long failed = 1; ; failed++) {
            try {
                return attempt.make();
            } catch (SQLiteException e) {
                if (!isHeld(e) || failed >= attempts) {
                    throw e;
                }
                if (failed == 1) {
                    waiting.run();
                }
            }
        }
    }

    static boolean isHeld(SQLiteException e) {
        SQLiteErrorCode code = e.getResultCode();
        return code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCKED");
    }
}
