package paymap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import paymap.crawl.PageTask;
import paymap.store.sql.Sql;

/**
 * The pages that this process knows it holds. A server may lease one and be cut off before it can say so; the process,
 * being alive, would renew that lease for ever, and nobody would ask for the page.
 */
final class KnownLeases {

    private record Lease(long run, String city, int page, long fence) {}

    private final Set<Lease> known = new HashSet<>();

    void add(PageTask page) {
        known.add(of(page));
    }

    /** It is finished, given back, or not this process's any more. */
    void remove(PageTask page) {
        known.remove(of(page));
    }

    /** Prolongs those of a run, one by one: what holds for all of an owner's passes over each that it ever had. */
    void renew(Sql sql, long run, Instant until) throws SQLException {
        for (Lease lease : known) {
            if (lease.run == run) {
                sql.update(
                        "UPDATE pages SET lease_until = ?" + Leasing.MINE,
                        until.toEpochMilli(),
                        run,
                        lease.city,
                        lease.page,
                        lease.fence);
            }
        }
    }

    /** @return how many pages are ready again that this process holds without knowing of it */
    int freeUnknown(Sql sql, long run, String self) throws SQLException {
        List<Lease> held = sql.all(
                "SELECT city, page, fence FROM pages WHERE run_id = ? AND state = 'LEASED' AND owner = ?",
                row -> new Lease(run, row.getString("city"), row.getInt("page"), row.getLong("fence")),
                run,
                self);
        int freed = 0;
        for (Lease lease : held) {
            freed += known.contains(lease)
                    ? 0
                    : sql.update(
                            "UPDATE pages SET state = 'READY', owner = NULL" + Leasing.MINE,
                            lease.run,
                            lease.city,
                            lease.page,
                            lease.fence);
        }
        return freed;
    }

    private static Lease of(PageTask page) {
        return new Lease(page.run(), page.city(), page.page(), page.fence());
    }
}
