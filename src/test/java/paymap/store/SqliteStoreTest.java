package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.Posting;
import paymap.job.StoreException;

class SqliteStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOW;
    private SqlStore store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = SqliteStore.open(EmptyDatabase.at(folder.resolve("deep/down/x.db")), () -> now);
        ledger = store.ledger();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void equalRowsAreOneRowWithAllOpeningsBehindIt() throws SQLException {
        long run = begin("bj").id();
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = ledger.lease(run).orElseThrow();
        List<Posting> rows = List.of(
                posting("1", "Python", "15k-25k"),
                posting("2", "Python", "15k-25k"),
                posting("1", "Python", "15k-25k"));

        CityProgress city = ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, null, null))
                .orElseThrow();

        assertEquals(1, city.stored());
        assertEquals(2, city.counts().repeated());
        assertEquals(List.of("2"), texts("SELECT openings FROM jobs"));
        assertEquals(
                List.of("15000|25000|month|12"),
                texts(
                        "SELECT salary_low || '|' || salary_high || '|' || salary_interval || '|' || salary_months FROM jobs"));
    }

    @Test
    void payThatIsOpenOrUndisclosedHasNoNumbers() throws SQLException {
        long run = begin("bj").id();
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = ledger.lease(run).orElseThrow();
        List<Posting> rows = List.of(posting("1", "a", "20k以上"), posting("2", "b", "面议"), posting("3", "c", ""));
        ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, null, null));

        assertEquals(
                List.of("a|20000|null|month", "b|null|null|null", "c|null|null|null"),
                texts("SELECT title || '|' || ifnull(salary_low, 'null') || '|' || ifnull(salary_high, 'null') || '|'"
                        + " || ifnull(salary_interval, 'null') FROM jobs ORDER BY title"));
    }

    @Test
    void aSecondRunUpdatesWhatItSeesAgain() throws SQLException {
        long first = begin("bj").id();
        finish(first, "old", "gone");
        now = NOW.plus(Duration.ofDays(7));
        long second = begin("bj").id();
        finish(second, "old", "new");

        assertEquals(
                List.of("gone 2026-11-23 2026-11-23", "new 2026-11-30 2026-11-30", "old 2026-11-23 2026-11-30"),
                texts("SELECT title || ' ' || substr(first_seen, 1, 10) || ' ' || substr(last_seen, 1, 10) FROM jobs"
                        + " ORDER BY title"));
        assertEquals(1, ledger.progress(second).get(0).counts().fresh());
    }

    @Test
    void rowsOfTwoSitesAreNeverCountedTogether() {
        finish(begin("bj").id(), "a");
        CrawlPlan other = new CrawlPlan("other", "python", City.listOf("bj"), 100, "");
        finish(ledger.begin(other, 15, false).id(), "a", "b");

        assertEquals(Optional.of("other"), store.latestSite());
        assertEquals(List.of("made up", "other"), store.sites());
        assertEquals(1, rows(store.payGroups(new Filter("made up", null, List.of()))));
        assertEquals(2, rows(store.payGroups(new Filter("other", null, List.of()))));
    }

    @Test
    void figuresCanBeKeptToAKeywordAndToCities() {
        finish(begin("bj").id(), "a", "b");
        CrawlPlan java = new CrawlPlan("made up", "java", City.listOf("bj"), 100, "");
        finish(ledger.begin(java, 15, false).id(), "b", "c", "d");

        assertEquals(4, rows(store.payGroups(new Filter("made up", null, List.of()))));
        assertEquals(3, rows(store.payGroups(new Filter("made up", "java", List.of("北京")))));
        assertEquals(0, rows(store.payGroups(new Filter("made up", "java", List.of("上海")))));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "dear diary, nothing here looks like a database at all");

        StoreException refused = assertThrows(StoreException.class, () -> SqliteStore.open(file));

        assertTrue(refused.isWrongFile());
        assertTrue(refused.getMessage().contains("is not an SQLite database"), refused.getMessage());
        assertTrue(Files.readString(file).startsWith("dear diary"));
    }

    @Test
    void aFolderIsNoDatabase() {
        assertTrue(assertThrows(StoreException.class, () -> SqliteStore.open(folder))
                .getMessage()
                .contains("is a folder"));
    }

    private Ledger.Run begin(String cities) {
        return ledger.begin(plan(cities), 15, false);
    }

    private static CrawlPlan plan(String cities) {
        return new CrawlPlan("made up", "python", City.listOf(cities), 100, "");
    }

    private void finish(long run, String... titles) {
        ledger.enqueuePages(run, "北京", 1);
        PageTask page = ledger.lease(run).orElseThrow();
        ledger.done(page, fetched(titles)).orElseThrow();
        ledger.end(run, true, "");
    }

    private static Outcome.Fetched fetched(String... titles) {
        List<Posting> rows = new ArrayList<>();
        for (String title : titles) {
            rows.add(posting("id-" + title, title, "10k-20k"));
        }
        return new Outcome.Fetched(rows, List.of(), 15, null, null);
    }

    private static Posting posting(String id, String title, String salary) {
        return new Posting(id, title, salary, 0, "北京", new Posting.Details("某公司", "海淀区", "3-5年", "本科", "2026-11-01"));
    }

    private static long rows(List<PayGroup> groups) {
        return groups.stream().mapToLong(PayGroup::rows).sum();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("deep/down/x.db"));
    }
}
