package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.store.sql.Sql;

/** Who works on a run and holds its pages. */
final class Owners {

    /**
     * How long a holder that is not heard of keeps its pages. Renewed after a third, it outlasts a wait of 20 s for the
     * database with as much to spare.
     */
    static final Duration LEASE = Duration.ofMinutes(1);

    static final Duration RENEWAL = LEASE.dividedBy(3);

    /**
     * One that works on a run, or died over it.
     *
     * @param name see {@link Owner}
     * @param aliveUntil in ms since 1970, unless it renews that; null = it is of a version that renewed nothing
     */
    record Worker(String name, @Nullable Long aliveUntil) {

        static Worker read(ResultSet row) throws SQLException {
            long until = row.getLong("alive_until");
            boolean renews = !row.wasNull();
            return new Worker(row.getString("owner"), renews ? until : null);
        }

        /** Whether it was heard of in time, and is not known to be dead. */
        boolean isAlive(Instant now) {
            boolean heardOf = aliveUntil == null || aliveUntil > now.toEpochMilli();
            return heardOf && !isGone(name);
        }
    }

    private Owners() {}

    /** The name of this process. */
    static String self() {
        return Owner.self().toString();
    }

    /** @return how many pages are ready again, because their holder is gone or held them too long */
    static int freePagesOfTheDead(Sql sql, long run, String self, Instant now) throws SQLException {
        int freed = sql.update(
                "UPDATE pages SET state = 'READY', owner = NULL WHERE run_id = ? AND state = 'LEASED' AND lease_until <= ?",
                run,
                now.toEpochMilli());
        List<String> others = sql.all(
                "SELECT DISTINCT owner FROM pages WHERE run_id = ? AND state = 'LEASED' AND owner <> ?",
                row -> row.getString(1),
                run,
                self);
        for (String other : others) {
            freed += isGone(other) ? freePagesOf(sql, run, other) : 0;
        }
        return freed;
    }

    static int freePagesOf(Sql sql, long run, String owner) throws SQLException {
        return sql.update(
                "UPDATE pages SET state = 'READY', owner = NULL WHERE run_id = ? AND state = 'LEASED' AND owner = ?",
                run,
                owner);
    }

    /**
     * Forgets those that died over a run.
     *
     * @return whether another process that is alive works on it
     */
    static boolean forgetTheDead(Sql sql, long run, String self, Instant now) throws SQLException {
        List<Worker> others = sql.all(
                "SELECT owner, alive_until FROM run_owners WHERE run_id = ? AND owner <> ?", Worker::read, run, self);
        boolean alive = false;
        for (Worker other : others) {
            if (other.isAlive(now)) {
                alive = true;
            } else {
                leave(sql, run, other.name);
            }
        }
        return alive;
    }

    /** Takes part in a run, or goes on doing so, for one lease from now. */
    static void stay(Sql sql, long run, String self, Instant now) throws SQLException {
        sql.update("""
                INSERT INTO run_owners (run_id, owner, alive_until) VALUES (?, ?, ?)
                ON CONFLICT (run_id, owner) DO UPDATE SET alive_until = excluded.alive_until""", run, self, now.plus(LEASE).toEpochMilli());
    }

    static void leave(Sql sql, long run, String owner) throws SQLException {
        sql.update("DELETE FROM run_owners WHERE run_id = ? AND owner = ?", run, owner);
    }

    private static boolean isGone(String name) {
        return Owner.of(name).map(Owner::isGone).orElse(true);
    }
}
