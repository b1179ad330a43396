package paymap.store;

import java.time.Instant;
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
import paymap.job.age.CitySights;
import paymap.store.query.AgeQueries;
import paymap.store.query.LineQueries;
import paymap.store.query.PayQueries;
import paymap.store.query.RowQueries;
import paymap.store.query.RunPayQueries;
import paymap.store.sql.Database;
import paymap.store.sql.StoreClock;

/** An open database: the postings, and the ledger that a crawl works by. Not for several threads at once. */
public final class SqlStore implements Store {

    private final Database database;
    private final StoreClock clock;
    private final Ledger ledger;

    /** @param owner the name of the process that works on runs, see {@link Owner} */
    SqlStore(Database database, StoreClock clock, String owner) {
        this.database = database;
        this.clock = clock;
        this.ledger = new SqlLedger(database, clock, owner);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public SiteMemory memory(String site) {
        return new SqlSiteMemory(database, clock, site);
    }

    @Override
    public Activity activity() {
        return Activities.at(database, clock.outside().instant());
    }

    @Override
    public boolean forgetPace(String site) {
        return database.transaction(sql -> PaceTable.forget(sql, site));
    }

    @Override
    public ImportSink importSink(String fingerprint) {
        return new SqlImportSink(database, fingerprint, clock);
    }

    @Override
    public Forgotten forgettable(Forget what) {
        return Forgetting.look(database, what, clock.outside().instant());
    }

    @Override
    public Forgotten forget(Forget what) {
        return Forgetting.forget(database, what, clock.outside().instant());
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
        return RunQueries.all(database, clock.outside().instant());
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
    public void rows(List<Filter> filters, RowOrder order, Consumer<JobRow> reader) {
        RowQueries.rows(database, filters, order, reader);
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
