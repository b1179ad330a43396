package paymap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.SitePace;
import paymap.pace.PaceState;
import paymap.pace.PaceState.Incidents;
import paymap.pace.PaceState.QuietPeriod;
import paymap.pace.PaceState.Served;
import paymap.store.sqlite.Sql;

/** One row a site: how it takes our requests. */
final class PaceTable {

    private static final String SAVE = """
            INSERT INTO pace (site, interval_ns, next_turn, blocked_until, last_incident, patience, caution, calm_since,
                served, calm_before_served, calm_before_ns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (site) DO UPDATE SET interval_ns = excluded.interval_ns, next_turn = excluded.next_turn,
                blocked_until = excluded.blocked_until, last_incident = excluded.last_incident,
                patience = excluded.patience, caution = excluded.caution, calm_since = excluded.calm_since,
                served = excluded.served, calm_before_served = excluded.calm_before_served,
                calm_before_ns = excluded.calm_before_ns""";

    private static final String ALL = """
            SELECT p.*, coalesce(n.value, '') AS reason
            FROM pace p LEFT JOIN site_notes n ON n.site = p.site AND n.name = ? ORDER BY p.site""";

    private PaceTable() {}

    static List<SitePace> all(Sql sql) throws SQLException {
        return sql.all(
                ALL,
                row -> new SitePace(row.getString("site"), read(row), row.getString("reason")),
                SiteMemory.BLOCKED_BECAUSE);
    }

    /** @return whether there was one */
    static boolean forget(Sql sql, String site) throws SQLException {
        sql.update("DELETE FROM site_notes WHERE site = ? AND name = ?", site, SiteMemory.BLOCKED_BECAUSE);
        return sql.update("DELETE FROM pace WHERE site = ?", site) > 0;
    }

    static PaceState change(Sql sql, String site, Function<@Nullable PaceState, PaceState> change) throws SQLException {
        PaceState before = sql.first("SELECT * FROM pace WHERE site = ?", PaceTable::read, site);
        PaceState after = change.apply(before);
        if (!after.equals(before)) {
            save(sql, site, after);
        }
        return after;
    }

    private static void save(Sql sql, String site, PaceState pace) throws SQLException {
        QuietPeriod before = pace.incidents().quietBefore();
        sql.update(
                SAVE,
                site,
                pace.interval().toNanos(),
                nanos(pace.nextPermit()),
                nanos(pace.blockedUntil()),
                nanos(pace.incidents().last()),
                pace.incidents().backoffLevel(),
                pace.incidents().penalty(),
                nanos(pace.quiet().since()),
                pace.quiet().count(),
                before == null ? null : before.served(),
                before == null ? null : before.lasted().toNanos());
    }

    private static PaceState read(ResultSet row) throws SQLException {
        long served = row.getLong("calm_before_served");
        QuietPeriod before =
                row.wasNull() ? null : new QuietPeriod(served, Duration.ofNanos(row.getLong("calm_before_ns")));
        return new PaceState(
                Duration.ofNanos(row.getLong("interval_ns")),
                instant(row.getLong("next_turn")),
                instant(row.getLong("blocked_until")),
                new Incidents(
                        instant(row.getLong("last_incident")), row.getInt("patience"), row.getInt("caution"), before),
                new Served(instant(row.getLong("calm_since")), row.getLong("served")));
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
