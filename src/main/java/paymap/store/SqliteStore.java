package paymap.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import paymap.crawl.Ledger;
import paymap.job.ImportSink;
import paymap.job.JobRow;
import paymap.job.JobStore;
import paymap.job.RunRow;
import paymap.job.StoreException;
import paymap.pace.SteadyClock;

/** One SQLite file: the postings, and the ledger that a crawl works by. Not for several threads at once. */
public final class SqliteStore implements JobStore {

    private final Database database;
    private final InstantSource clock;
    private final Ledger ledger;

    private SqliteStore(Database database, InstantSource clock, String owner) {
        this.database = database;
        this.clock = clock;
        this.ledger = new SqliteLedger(database, clock, owner);
    }

    /**
     * Opens a database on this machine's own time, creating it and its folder where they are missing.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore open(Path file) {
        return open(file, new SteadyClock());
    }

    /**
     * Opens a database, creating it and its folder where they are missing.
     *
     * @param clock the store's time; SQLite has none of its own. Read from several threads
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore open(Path file, InstantSource clock) {
        return open(file, clock, Owners.self());
    }

    /** @param owner the name of the process that works on runs, see {@link Owner} */
    static SqliteStore open(Path file, InstantSource clock, String owner) {
        return new SqliteStore(Database.open(file), clock, owner);
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

    /** What crawls work by; good until this store is closed. */
    public Ledger ledger() {
        return ledger;
    }

    /** What earlier visits taught about sites; good until this store is closed. */
    public SiteNotes siteNotes() {
        return new SiteNotes(database);
    }

    /**
     * Where imported rows go.
     *
     * @param fingerprint tells the files of this import from all others: the same files again are the same run
     */
    public ImportSink importSink(String fingerprint, InstantSource clock) {
        return new SqliteImportSink(database, fingerprint, clock);
    }

    @Override
    public Optional<String> latestSite() {
        return PayQueries.latestSite(database);
    }

    @Override
    public List<String> keywords(String site) {
        return PayQueries.keywords(database, site);
    }

    @Override
    public List<RunRow> runs() {
        return RunQueries.all(database, clock.instant());
    }

    @Override
    public List<String> sites() {
        return database.read(sql -> sql.all("SELECT DISTINCT site FROM jobs ORDER BY site", row -> row.getString(1)));
    }

    @Override
    public List<PayGroup> payGroups(Filter filter) {
        return PayQueries.payGroups(database, filter);
    }

    @Override
    public void rows(List<Filter> filters, Consumer<JobRow> reader) {
        PayQueries.rows(database, filters, reader);
    }

    @Override
    public Optional<Collected> collected(Filter filter) {
        return PayQueries.collected(database, filter);
    }

    @Override
    public List<RunPay> payByRun(Filter filter) {
        return PayQueries.payByRun(database, filter);
    }

    @Override
    public Map<String, Long> onlyIn(long run, long other, List<String> cities) {
        return RunQueries.onlyIn(database, run, other, cities);
    }

    @Override
    public List<Title> titlesOnlyIn(long run, long other, List<String> cities, int mostOfACity) {
        return RunQueries.titlesOnlyIn(database, run, other, cities, mostOfACity);
    }

    @Override
    public void close() {
        database.close();
    }
}
