package paymap.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.store.sql.Sql;

/**
 * When a row was seen, UTC, ISO 8601, and how many openings were behind it then at least.
 *
 * @param withoutId how many of them are known by their number only
 * @param namesId whether it is a sight of the one opening that the posting names
 */
record Sight(String first, String last, int openings, int withoutId, boolean namesId) {

    /**
     * @param history of an earlier store; null = the row is seen now
     * @param now UTC, ISO 8601
     */
    static Sight of(@Nullable History history, String now) {
        return history == null
                ? new Sight(now, now, 1, 0, true)
                : new Sight(
                        earlier(history.firstSeen(), now),
                        earlier(history.lastSeen(), now),
                        Math.max(history.openings(), history.known().size()),
                        Math.max(0, history.openings() - history.known().size()),
                        false);
    }

    /** A time that is yet to come is the mistake of a clock; with it the row would count as new for ever. */
    static String earlier(Instant time, String now) {
        return time.isBefore(Instant.parse(now)) ? Sql.text(time) : now;
    }
}
