package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.job.City;
import paymap.job.ImportSink;
import paymap.job.ImportSink.Entry;
import paymap.job.ImportSink.History;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.JobRow;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.salary.SalaryParser;

/** Rows that one store exports and another takes in keep what the first knew of them. */
class ExportedHistoryTest {

    private static final Filter ALL = new Filter("s", null, List.of());
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-10-02T00:00:00Z");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void aStoreWithTwoSearches() {
        try (SqlStore store = open("first.db")) {
            crawl(store, "python", posting("1", "甲"), posting("2", "甲"), posting("3", "乙"));
            now = now.plusSeconds(86_400);
            crawl(store, "java", posting("1", "甲"), posting("4", "丙"));
        }
        now = now.plusSeconds(86_400);
    }

    @Test
    void anExportTakenIntoANewStoreIsTheSameButForTheNumbersOfRuns() {
        List<JobRow> exported = rows("first.db");
        assertEquals(
                List.of("丙 java 1", "乙 python 1", "甲 java,python 2"),
                exported.stream()
                        .map(row -> row.title() + " " + row.found().keyword() + " "
                                + row.seen().openings())
                        .toList());

        put("second.db", exported);

        assertEquals(withoutRun(exported), withoutRun(rows("second.db")));
        try (SqlStore store = open("second.db")) {
            assertEquals(
                    2,
                    store.payGroups(new Filter("s", "python", List.of())).get(0).rows());
            assertEquals(
                    2,
                    store.payGroups(new Filter("s", "java", List.of())).get(0).rows());
        }
    }

    @Test
    void anExportTakenBackIntoItsOwnStoreChangesNothing() {
        List<JobRow> exported = rows("first.db");

        assertEquals(
                List.of(UpsertResult.UPDATED, UpsertResult.UPDATED, UpsertResult.UPDATED), put("first.db", exported));

        assertEquals(withoutRun(exported), withoutRun(rows("first.db")));
    }

    @Test
    void aRowThatIsCrawledAfterItsExportWasTakenInGainsNoOpening() {
        put("second.db", rows("first.db"));

        try (SqlStore store = open("second.db")) {
            crawl(store, "python", posting("1", "甲"), posting("2", "甲"));
            assertEquals(2, of(store, "甲").seen().openings());

            crawl(store, "python", posting("8", "甲"), posting("9", "甲"));
            assertEquals(4, of(store, "甲").seen().openings());
        }
    }

    @Test
    void whatIsOlderFillsInAndOverwritesNothing() {
        try (SqlStore store = open("first.db")) {
            Posting older = new Posting("x", "甲", "1k", 0, "北京", new Posting.Details("旧", "旧区", null, null, null));
            store.importSink("old").put(List.of(entry(older, new History(9, FIRST, LAST))));
        }

        try (SqlStore store = open("first.db")) {
            assertEquals(
                    new JobRow.Seen(2, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"),
                    of(store, "甲").seen());
        }
        try (SqlStore store = open("first.db")) {
            ImportSink sink = store.importSink("old");
            Posting older = new Posting("x", "甲", "1k", 0, "北京", new Posting.Details("旧", "旧区", null, null, null));
            assertEquals(
                    List.of(UpsertResult.UPDATED, UpsertResult.DUPLICATE),
                    sink.put(List.of(
                            entry(older, new History(9, LAST, LAST)), entry(older, new History(1, FIRST, FIRST)))));
            sink.end(true, "");

            JobRow row = of(store, "甲");
            assertEquals(new JobRow.Seen(9, "2026-10-01T00:00:00Z", "2026-11-02T00:00:00Z"), row.seen());
            assertEquals(new Posting.Details("公司", "旧区", null, null, null), row.details());
        }
    }

    @Test
    void aTimeToComeCountsAsNow() {
        try (SqlStore store = open("third.db")) {
            ImportSink sink = store.importSink("a");
            sink.put(List.of(entry(posting("1", "甲"), new History(1, FIRST, Instant.MAX))));
            sink.end(true, "");

            assertEquals(
                    new JobRow.Seen(1, "2026-10-01T00:00:00Z", "2026-11-03T00:00:00Z"),
                    of(store, "甲").seen());
        }
    }

    @Test
    void aRowOfTwoFilesBelongsToTheSearchesOfBoth() {
        try (SqlStore store = open("third.db")) {
            ImportSink sink = store.importSink("a");
            History history = new History(1, FIRST, LAST);
            Posting row = posting("1", "甲");
            sink.put(List.of(
                    new Entry("s", "java", row, SalaryParser.parse("1k"), false, history),
                    new Entry("s", "java,go", row, SalaryParser.parse("1k"), false, history)));

            assertEquals(
                    List.of("java", "go"),
                    sink.end(true, "").stream().map(ImportSink.Run::keyword).toList());
            assertEquals("go,java", of(store, "甲").found().keyword());
        }
    }

    private SqlStore open(String name) {
        return SqliteStore.open(EmptyDatabase.at(folder.resolve(name)), () -> now);
    }

    private List<UpsertResult> put(String name, List<JobRow> exported) {
        try (SqlStore store = open(name)) {
            ImportSink sink = store.importSink("export");
            List<UpsertResult> results =
                    sink.put(exported.stream().map(ExportedHistoryTest::entry).toList());
            sink.end(true, "");
            return results;
        }
    }

    /** As an importer reads a line of an export, whose id it makes up. */
    private static Entry entry(JobRow row) {
        Integer months = row.pay().months();
        Posting posting = new Posting(
                "row:" + row.title(),
                row.title(),
                row.pay().written(),
                months == null ? 0 : months,
                row.city(),
                row.details());
        History history = new History(
                row.seen().openings(),
                Instant.parse(row.seen().first()),
                Instant.parse(row.seen().last()));
        return new Entry(
                row.site(),
                row.found().keyword(),
                posting,
                SalaryParser.parse(posting.salary(), posting.salaryMonths()),
                row.madeUp(),
                history);
    }

    private static Entry entry(Posting posting, History history) {
        return new Entry("s", "python", posting, SalaryParser.parse(posting.salary()), false, history);
    }

    private List<JobRow> rows(String name) {
        try (SqlStore store = open(name)) {
            return rows(store);
        }
    }

    private static List<JobRow> rows(SqlStore store) {
        List<JobRow> rows = new ArrayList<>();
        store.rows(List.of(ALL), rows::add);
        return rows;
    }

    private static JobRow of(SqlStore store, String title) {
        return rows(store).stream()
                .filter(row -> Objects.equals(row.title(), title))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Object>> withoutRun(List<JobRow> rows) {
        return rows.stream()
                .map(row -> {
                    List<Object> values = new ArrayList<>(row.values());
                    values.remove(JobRow.COLUMNS.indexOf(new JobRow.Column("run", true, true)));
                    return values;
                })
                .toList();
    }

    private static void crawl(SqlStore store, String keyword, Posting... rows) {
        Ledger ledger = store.ledger();
        long run = ledger.begin(new CrawlPlan("s", keyword, City.listOf("bj"), 9, ""), 15, true)
                .id();
        ledger.enqueuePages(run, "北京", 1);
        ledger.done(ledger.lease(run).orElseThrow(), new Outcome.Fetched(List.of(rows), List.of(), 15, null, null));
        ledger.end(run, true, "");
    }

    private static Posting posting(String id, String title) {
        return new Posting(id, title, "1k", 0, "北京", new Posting.Details("公司", null, null, null, null));
    }
}
