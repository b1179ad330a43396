package paymap.store;

import java.util.Optional;
import paymap.crawl.SiteMemory;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/** Notes on one site, a row each. */
final class SqlSiteMemory implements SiteMemory {

    private final Database database;
    private final StoreClock clock;
    private final String site;

    /** @param site as in {@code jobs.site} */
    SqlSiteMemory(Database database, StoreClock clock, String site) {
        this.database = database;
        this.clock = clock;
        this.site = site;
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(database.first(
                "SELECT value FROM site_notes WHERE site = ? AND name = ?", row -> row.getString(1), site, name));
    }

    @Override
    public void write(String name, String value) {
        database.transaction(sql -> sql.update("""
                INSERT INTO site_notes (site, name, value, noted) VALUES (?, ?, ?, ?)
                ON CONFLICT (site, name) DO UPDATE SET value = excluded.value, noted = excluded.noted""", site, name, value, Sql.text(clock.now(sql))));
    }

    @Override
    public void forget(String name) {
        database.transaction(sql -> sql.update("DELETE FROM site_notes WHERE site = ? AND name = ?", site, name));
    }
}
