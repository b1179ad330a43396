package paymap.store;

import java.time.Instant;
import java.util.Optional;

/** What earlier visits taught about a site besides its pace, by name. Every method is one transaction. */
public final class SiteNotes {

    /** The last protocol that served rows. */
    public static final String ERA = "era";

    /** Where it was last found: a name such as {@code 127.0.0.1:8080} does not tell the scheme. */
    public static final String ADDRESS = "address";

    private final Database database;

    SiteNotes(Database database) {
        this.database = database;
    }

    /**
     * What was noted last; empty = nothing.
     *
     * @param site as in {@code jobs.site}
     */
    public Optional<String> read(String site, String name) {
        return Optional.ofNullable(database.first(
                "SELECT value FROM site_notes WHERE site = ? AND name = ?", row -> row.getString(1), site, name));
    }

    /** Notes a value in place of an earlier one. */
    public void write(String site, String name, String value, Instant now) {
        database.transaction(sql -> sql.update("""
                INSERT INTO site_notes (site, name, value, noted) VALUES (?, ?, ?, ?)
                ON CONFLICT (site, name) DO UPDATE SET value = excluded.value, noted = excluded.noted""", site, name, value, SqliteLedger.text(now)));
    }

    /** Without effect where nothing is noted. */
    public void forget(String site, String name) {
        database.transaction(sql -> sql.update("DELETE FROM site_notes WHERE site = ? AND name = ?", site, name));
    }
}
