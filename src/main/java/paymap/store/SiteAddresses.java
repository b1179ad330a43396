package paymap.store;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where each site was last found: its name alone, e.g. {@code 127.0.0.1:8080}, does not tell the scheme. */
public final class SiteAddresses {

    private static final String NAME = "address";

    private final Database database;

    SiteAddresses(Database database) {
        this.database = database;
    }

    /** @param site as in {@code jobs.site} */
    public void note(String site, URI address, Instant now) {
        database.transaction(sql -> sql.update("""
                INSERT INTO site_notes (site, name, value, noted) VALUES (?, ?, ?, ?)
                ON CONFLICT (site, name) DO UPDATE SET value = excluded.value, noted = excluded.noted""", site, NAME, address.toString(), SqliteLedger.text(now)));
    }

    /** Empty = never noted. */
    public Optional<String> of(String site) {
        return Optional.ofNullable(database.first(
                "SELECT value FROM site_notes WHERE site = ? AND name = ?", row -> row.getString(1), site, NAME));
    }
}
