package paymap.store;

import java.nio.file.Path;
import java.util.Optional;
import paymap.job.OtherStores;
import paymap.job.StoreException;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.sqlite.SqliteDatabase;

/** Other databases of paymap, opened for reading and left as they are: SQLite files of whichever schema, and PostgreSQL. */
public final class OtherDatabases implements OtherStores {

    /** Of all that a copy takes over, wherever its rows stand in the tables. */
    private static final String CONTENT = """
            SELECT md5(concat_ws(' ',
                (SELECT sum(hashtextextended(jobs::text, 0)) FROM jobs),
                (SELECT sum(hashtextextended(openings::text, 0)) FROM openings),
                (SELECT sum(hashtextextended(run_jobs::text, 0)) FROM run_jobs),
                (SELECT sum(hashtextextended(runs::text, 0)) FROM runs)))""";

    private final Absence absence;

    /** @param absence how long a server may be away */
    public OtherDatabases(Absence absence) {
        this.absence = absence;
    }

    @Override
    public Optional<String> refusal(Path file) {
        try {
            SqliteDatabase.openOther(file).close();
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Rows open(Path file) {
        return new OtherRows(SqliteDatabase.openOther(file));
    }

    @Override
    public boolean isAddress(String name) {
        return PostgresAddress.isOne(name);
    }

    @Override
    public String fingerprint(String address) {
        try (PostgresDatabase database = PostgresDatabase.openToRead(PostgresAddress.of(address), absence)) {
            return database.snapshot(
                    sql -> sql.all(CONTENT, row -> row.getString(1)).get(0));
        }
    }

    @Override
    public Rows open(String address) {
        return new OtherRows(PostgresDatabase.openToRead(PostgresAddress.of(address), absence));
    }
}
