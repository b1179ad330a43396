package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import paymap.pace.PaceState;

class SqliteStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    private SqliteStore store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("deep/down/x.db"));
        ledger = store.ledger();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesAreLeasedLowestFirstAcrossCitiesAndOnlyOnce() {
        long run = begin("bj,sh").id();
        ledger.ask(run, "北京", 2);
        ledger.ask(run, "上海", 1);

        List<String> order = new ArrayList<>();
        Optional<PageTask> page = ledger.lease(run, NOW);
        while (page.isPresent()) {
            order.add(page.get().city() + page.get().page());
            page = ledger.lease(run, NOW);
        }

        assertEquals(List.of("北京1", "上海1", "北京2"), order);
    }

    @Test
    void rowsOfALaterPageWaitForTheEarlierOne() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 2);
        PageTask one = ledger.lease(run, NOW).orElseThrow();
        PageTask two = ledger.lease(run, NOW).orElseThrow();

        CityProgress afterTwo = ledger.done(two, fetched("c", "d"), NOW).orElseThrow();
        assertEquals(0, afterTwo.stored());
        CityProgress afterOne = ledger.done(one, fetched("a", "b"), NOW).orElseThrow();

        assertEquals(4, afterOne.stored());
        assertEquals(2, afterOne.settled());
        assertEquals(List.of("a", "b", "c", "d"), texts("SELECT title FROM jobs ORDER BY id"));
        assertEquals(List.of(), texts("SELECT title FROM waiting_rows"));
    }

    @Test
    void whoeverLostTheLeaseStoresNothing() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        PageTask frozen = ledger.lease(run, NOW).orElseThrow();
        PageTask fresh = ledger.lease(run, NOW.plus(Duration.ofHours(1))).orElseThrow();

        assertTrue(ledger.done(frozen, fetched("late"), NOW).isEmpty());
        assertTrue(ledger.done(fresh, fetched("in time"), NOW).isPresent());
        assertTrue(ledger.done(fresh, fetched("twice"), NOW).isEmpty());
        assertEquals(List.of("in time"), texts("SELECT title FROM jobs"));
    }

    @Test
    void pagesOfAProcessThatDiedAreFreeAtOnce() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        ledger.lease(run, NOW).orElseThrow();
        change("UPDATE pages SET owner = '999999999@1'");

        assertTrue(ledger.lease(run, NOW).isPresent());
    }

    @Test
    void aPageGivenBackIsReadyAgainWhenItsTimeHasCome() {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        PageTask page = ledger.lease(run, NOW).orElseThrow();

        ledger.giveBack(page, NOW.plusSeconds(5), true);

        assertEquals(NOW.plusSeconds(5), ledger.nextReady(run, NOW));
        assertTrue(ledger.lease(run, NOW).isEmpty());
        assertEquals(1, ledger.lease(run, NOW.plusSeconds(5)).orElseThrow().attempt());
    }

    @Test
    void anEqualPlanContinuesTheUnfinishedRunAndNoOther() {
        long run = begin("bj,sh").id();

        assertEquals(run, begin("sh,bj").id(), "the order of cities is not part of the plan");
        assertTrue(begin("bj,sh").continued());
        assertNotEquals(run, begin("bj").id());
        ledger.end(run, true, "", NOW);
        assertFalse(begin("bj,sh").continued());
    }

    @Test
    void equalRowsAreOneRowWithAllOpeningsBehindIt() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        PageTask page = ledger.lease(run, NOW).orElseThrow();
        List<Posting> rows = List.of(
                posting("1", "Python", "15k-25k"),
                posting("2", "Python", "15k-25k"),
                posting("1", "Python", "15k-25k"));

        CityProgress city = ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, null, null), NOW)
                .orElseThrow();

        assertEquals(1, city.stored());
        assertEquals(2, city.repeated());
        assertEquals(List.of("2"), texts("SELECT openings FROM jobs"));
        assertEquals(
                List.of("15000|25000|month|12"),
                texts(
                        "SELECT salary_low || '|' || salary_high || '|' || salary_interval || '|' || salary_months FROM jobs"));
    }

    @Test
    void payThatIsOpenOrUndisclosedHasNoNumbers() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        PageTask page = ledger.lease(run, NOW).orElseThrow();
        List<Posting> rows = List.of(posting("1", "a", "20k以上"), posting("2", "b", "面议"), posting("3", "c", ""));
        ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, null, null), NOW);

        assertEquals(
                List.of("a|20000|null|month", "b|null|null|null", "c|null|null|null"),
                texts("SELECT title || '|' || ifnull(salary_low, 'null') || '|' || ifnull(salary_high, 'null') || '|'"
                        + " || ifnull(salary_interval, 'null') FROM jobs ORDER BY title"));
    }

    @Test
    void aSecondRunUpdatesWhatItSeesAgain() throws SQLException {
        long first = begin("bj").id();
        finish(first, NOW, "old", "gone");
        Instant later = NOW.plus(Duration.ofDays(7));
        long second = ledger.begin(plan("bj"), false, later).id();
        finish(second, later, "old", "new");

        assertEquals(
                List.of("gone 2026-11-23 2026-11-23", "new 2026-11-30 2026-11-30", "old 2026-11-23 2026-11-30"),
                texts("SELECT title || ' ' || substr(first_seen, 1, 10) || ' ' || substr(last_seen, 1, 10) FROM jobs"
                        + " ORDER BY title"));
        assertEquals(1, ledger.progress(second).get(0).fresh());
    }

    @Test
    void rowsOfTwoSitesAreNeverCountedTogether() {
        finish(begin("bj").id(), NOW, "a");
        CrawlPlan other = new CrawlPlan("other", "python", City.listOf("bj"), 100, "");
        finish(ledger.begin(other, false, NOW).id(), NOW, "a", "b");

        assertEquals(Optional.of("other"), store.latestSite());
        assertEquals(List.of("made up", "other"), store.sites());
        assertEquals(1, rows(store.payGroups(new Filter("made up", null, List.of()))));
        assertEquals(2, rows(store.payGroups(new Filter("other", null, List.of()))));
    }

    @Test
    void figuresCanBeKeptToAKeywordAndToCities() {
        finish(begin("bj").id(), NOW, "a", "b");
        CrawlPlan java = new CrawlPlan("made up", "java", City.listOf("bj"), 100, "");
        finish(ledger.begin(java, false, NOW).id(), NOW, "b", "c", "d");

        assertEquals(4, rows(store.payGroups(new Filter("made up", null, List.of()))));
        assertEquals(3, rows(store.payGroups(new Filter("made up", "java", List.of("北京")))));
        assertEquals(0, rows(store.payGroups(new Filter("made up", "java", List.of("上海")))));
    }

    @Test
    void thePaceOfASiteOutlivesTheProcess() {
        PaceState angry = new PaceState(
                Duration.ofMillis(5100),
                NOW.plusNanos(17),
                NOW.plusSeconds(900),
                NOW,
                2,
                3,
                NOW.plusSeconds(1),
                7,
                new PaceState.Calm(40, Duration.ofSeconds(8)));
        ledger.pace("lagou", before -> angry);
        store.close();
        open();

        assertEquals(angry, ledger.pace("lagou", before -> before));
    }

    @Test
    void aFailedTransactionLeavesNothingBehind() throws SQLException {
        long run = begin("bj").id();
        ledger.ask(run, "北京", 1);
        PageTask page = ledger.lease(run, NOW).orElseThrow();
        change("CREATE TRIGGER broken BEFORE INSERT ON jobs WHEN new.title = 'b' BEGIN SELECT raise(ABORT, 'no'); END");

        assertThrows(StoreException.class, () -> ledger.done(page, fetched("a", "b"), NOW));
        change("DROP TRIGGER broken");

        assertEquals(List.of(), texts("SELECT title FROM jobs"));
        assertTrue(ledger.done(page, fetched("a", "b"), NOW).isPresent(), "the page is still ours");
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

    @Test
    void aMissingDatabaseIsNotMadeByLookingAtIt() {
        Path file = folder.resolve("none.db");

        assertThrows(StoreException.class, () -> SqliteStore.openExisting(file));
        assertFalse(Files.exists(file));
    }

    private Ledger.Run begin(String cities) {
        return ledger.begin(plan(cities), false, NOW);
    }

    private static CrawlPlan plan(String cities) {
        return new CrawlPlan("made up", "python", City.listOf(cities), 100, "");
    }

    private void finish(long run, Instant now, String... titles) {
        ledger.ask(run, "北京", 1);
        PageTask page = ledger.lease(run, now).orElseThrow();
        ledger.done(page, fetched(titles), now).orElseThrow();
        ledger.end(run, true, "", now);
    }

    private static Outcome.Fetched fetched(String... titles) {
        List<Posting> rows = new ArrayList<>();
        for (String title : titles) {
            rows.add(posting("id-" + title, title, "10k-20k"));
        }
        return new Outcome.Fetched(rows, List.of(), 15, null, null);
    }

    private static Posting posting(String id, String title, String salary) {
        return new Posting(id, title, salary, 0, "北京", "海淀区", "3-5年", "本科", "某公司", "2026-11-01");
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
