package paymap.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import paymap.crawl.Ledger;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.Activity;
import paymap.job.Forget;
import paymap.job.Forgotten;
import paymap.job.ImportSink;
import paymap.job.JobRow;
import paymap.job.RunRow;
import paymap.job.StoreException;
import paymap.job.age.CitySights;
import paymap.pace.SteadyClock;
import paymap.store.sqlite.Database;
import paymap.store.sqlite.Patience;

/** One SQLite file: the postings, and the ledger that a crawl works by. Not for several threads at once. */
public final class SqliteStore implements Store {

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
     * Opens a database as {@link #open(Path)} does, though another program may hold it for long.
     *
     * @param patience the longest wait for it, now and later
     * @param waiting told at the beginning of each wait of more than a few seconds
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore open(Path file, Duration patience, Runnable waiting) {
        return new SqliteStore(Database.open(file, new Patience(patience, waiting)), new SteadyClock(), Owners.self());
    }

    /**
     * Opens a database that is there for reading, which needs no right to write. What changes a store throws then.
     *
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore openToRead(Path file) {
        return new SqliteStore(Database.openToRead(file), new SteadyClock(), Owners.self());
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public SiteMemory memory(String site) {
        return new SqliteSiteMemory(database, clock, site);
    }

    @Override
    public Activity activity() {
        return Activities.at(database, clock.instant());
    }

    @Override
    public boolean forgetPace(String site) {
        return database.transaction(sql -> PaceTable.forget(sql, site));
    }

    @Override
    public ImportSink importSink(String fingerprint) {
        return new SqliteImportSink(database, fingerprint, clock);
    }

    @Override
    public Forgotten forgettable(Forget what) {
        return Forgetting.look(database, what, clock.instant());
    }

    @Override
    public Forgotten forget(Forget what) {
        return Forgetting.forget(database, what, clock.instant());
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
        // From one to the next along the index; DISTINCT would read all of it.
        String query = """
                WITH RECURSIVE each_site (site) AS (
                    SELECT min(site) FROM jobs
                    UNION ALL SELECT (SELECT min(site) FROM jobs WHERE site > each_site.site) FROM each_site
                        WHERE site IS NOT NULL)
                SELECT site FROM each_site WHERE site IS NOT NULL""";
        return database.read(sql -> sql.all(query, row -> row.getString(1)));
    }

    @Override
    public void payGroups(Filter filter, List<Column> by, Consumer<PayGroup> reader) {
        PayQueries.payGroups(database, filter, by, reader);
    }

    @Override
    public void rows(List<Filter> filters, Consumer<JobRow> reader) {
        RowQueries.rows(database, filters, reader);
    }

    @Override
    public List<StoredRow> rows(List<Long> ids) {
        return RowQueries.byId(database, ids);
    }

    @Override
    public void lines(Consumer<Line> reader) {
        LineQueries.lines(database, reader);
    }

    @Override
    public long version() {
        return LineQueries.version(database);
    }

    @Override
    public boolean madeUp(Filter filter) {
        return PayQueries.madeUp(database, filter);
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
    public List<Title> titlesOnlyIn(long run, long other, Filter filter, int mostOfACity) {
        return RunPayQueries.titlesOnlyIn(database, run, other, filter, mostOfACity);
    }

    @Override
    public void rowsOfRuns(long first, long second, Filter filter, Consumer<RunJob> reader) {
        RunPayQueries.rowsOfRuns(database, first, second, filter, reader);
    }

    @Override
    public void newRows(Filter filter, Instant firstSeen, Consumer<JobRow> reader) {
        RowQueries.newest(database, filter, firstSeen, reader);
    }

    @Override
    public List<CitySights> sights(String site, String keyword, List<String> cities) {
        return AgeQueries.sights(database, site, keyword, cities);
    }

    @Override
    public void close() {
        database.close();
    }
}
