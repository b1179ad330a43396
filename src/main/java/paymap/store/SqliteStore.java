package paymap.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Ledger;
import paymap.job.JobStore;

/** One SQLite file: the postings, and the ledger that a crawl works by. Not for several threads at once. */
public final class SqliteStore implements JobStore {

    private final Database database;
    private final Ledger ledger;

    private SqliteStore(Database database) {
        this.database = database;
        this.ledger = new SqliteLedger(database);
    }

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore open(Path file) {
        return new SqliteStore(Database.open(file));
    }

    /**
     * Opens a database that must be there.
     *
     * @throws StoreException if it is not there or cannot be used
     */
    public static SqliteStore openExisting(Path file) {
        if (!Files.exists(file)) {
            throw new StoreException(
                    "there is no database " + file + " yet; paymap crawl makes it, or name another with --db",
                    true,
                    null);
        }
        return open(file);
    }

    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Optional<String> latestSite() {
        return Optional.ofNullable(
                database.first("SELECT site FROM runs ORDER BY id DESC LIMIT 1", row -> row.getString(1)));
    }

    @Override
    public List<String> sites() {
        return database.read(sql -> sql.all("SELECT DISTINCT site FROM jobs ORDER BY site", row -> row.getString(1)));
    }

    @Override
    public List<PayGroup> payGroups(Filter filter) {
        List<@Nullable Object> values = new ArrayList<>(List.of(filter.site()));
        StringBuilder where = new StringBuilder("site = ?");
        if (!filter.cities().isEmpty()) {
            where.append(" AND city IN (")
                    .append(String.join(
                            ", ", Collections.nCopies(filter.cities().size(), "?")))
                    .append(")");
            values.addAll(filter.cities());
        }
        if (filter.keyword() != null) {
            where.append("""
                     AND id IN (SELECT job_id FROM run_jobs j JOIN runs r ON r.id = j.run_id
                        WHERE r.site = ? AND r.keyword = ?)""");
            values.add(filter.site());
            values.add(filter.keyword());
        }
        String query =
                "SELECT city, salary, coalesce(salary_months, 0) AS months, count(*) AS n, sum(openings) AS openings"
                        + " FROM jobs WHERE " + where + " GROUP BY city, salary, months ORDER BY city, salary, months";
        return database.read(sql -> sql.all(query, SqliteStore::payGroup, values.toArray()));
    }

    private static PayGroup payGroup(ResultSet row) throws SQLException {
        return new PayGroup(
                row.getString("city"),
                row.getString("salary"),
                row.getInt("months"),
                row.getLong("n"),
                row.getLong("openings"));
    }

    @Override
    public void close() {
        database.close();
    }
}
