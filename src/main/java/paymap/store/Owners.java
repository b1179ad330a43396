package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who holds a lease: a process of this machine, named by its number and its start. */
final class Owners {

    private Owners() {}

    static String self() {
        return name(ProcessHandle.current());
    }

    /** @return how many pages are ready again, because their holder is gone or held them too long */
    static int freePagesOfTheDead(Sql sql, long run, String self, Instant now) throws SQLException {
        int freed = sql.update(
                "UPDATE pages SET state = 'READY', owner = NULL WHERE run_id = ? AND state = 'LEASED' AND lease_until < ?",
                run,
                now.toEpochMilli());
        List<String> others = sql.all(
                "SELECT DISTINCT owner FROM pages WHERE run_id = ? AND state = 'LEASED' AND owner <> ?",
                row -> row.getString(1),
                run,
                self);
        for (String other : others) {
            freed += isAlive(other) ? 0 : freePagesOf(sql, run, other);
        }
        return freed;
    }

    static int freePagesOf(Sql sql, long run, String owner) throws SQLException {
        return sql.update(
                "UPDATE pages SET state = 'READY', owner = NULL WHERE run_id = ? AND state = 'LEASED' AND owner = ?",
                run,
                owner);
    }

    /** Whether another process that is alive works on a run; those that died over it are forgotten. */
    static boolean othersWorkOn(Sql sql, long run, String self) throws SQLException {
        List<String> others = sql.all(
                "SELECT owner FROM run_owners WHERE run_id = ? AND owner <> ?", row -> row.getString(1), run, self);
        boolean alive = false;
        for (String other : others) {
            if (isAlive(other)) {
                alive = true;
            } else {
                leave(sql, run, other);
            }
        }
        return alive;
    }

    static void comeTo(Sql sql, long run, String owner) throws SQLException {
        sql.update("INSERT INTO run_owners (run_id, owner) VALUES (?, ?) ON CONFLICT DO NOTHING", run, owner);
    }

    static void leave(Sql sql, long run, String owner) throws SQLException {
        sql.update("DELETE FROM run_owners WHERE run_id = ? AND owner = ?", run, owner);
    }

    static boolean isAlive(String owner) {
        try {
            long pid = Long.parseLong(owner.substring(0, owner.indexOf('@')));
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isPresent() && name(process.get()).equals(owner);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return false; // no process of ours wrote that
        }
    }

    /** A number alone may be given to another process later. */
    private static String name(ProcessHandle process) {
        return process.pid() + "@"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
