package paymap.store.postgres;

import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import paymap.store.sql.Sql;

/** The tables of a database: which version they are of, and how they are brought to this one's. */
final class PostgresSchema {

    /** What this version of paymap writes: the number of the newest migration. */
    static final int VERSION = 9;

    private PostgresSchema() {}

    /** The newest migration in it; 0 = it holds nothing of ours. */
    static int of(Sql sql) throws SQLException {
        boolean ours = sql.first("SELECT to_regclass('flyway_schema_history') IS NOT NULL", row -> row.getBoolean(1))
                == Boolean.TRUE;
        Integer version = ours
                ? sql.first(
                        "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success",
                        row -> row.getInt(1))
                : null;
        return version == null ? 0 : version;
    }

    /** @throws paymap.job.StoreException if the tables are of another version */
    static void require(int version, PostgresAddress address) {
        if (version < VERSION) {
            throw PostgresTrouble.older(address, version, VERSION, null);
        }
        if (version > VERSION) {
            throw PostgresTrouble.newer(address, version, VERSION);
        }
    }

    /**
     * Makes the tables, or adds what they lack; of several processes that come at once, one.
     *
     * @param version it has now
     * @throws paymap.job.StoreException if that is not granted
     */
    static void migrate(int version, PostgresAddress address, Properties properties) {
        try {
            Flyway.configure()
                    .dataSource(address.jdbc(), properties.getProperty("user"), properties.getProperty("password"))
                    .locations("classpath:paymap/store/postgres")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw PostgresTrouble.older(address, version, VERSION, e);
        }
    }
}
