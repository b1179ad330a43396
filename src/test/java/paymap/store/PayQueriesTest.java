package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.figures.PayFigures;
import paymap.job.ImportSink;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.job.Posting;
import paymap.salary.SalaryParser;

/** The frequency tables, on a real file. */
class PayQueriesTest {

    private static final Filter ALL = new Filter("s", null, List.of());

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void twoRuns() throws Exception {
        file = folder.resolve("a.db");
        SqliteStore.open(EmptyDatabase.at(file)).close();
        execute("INSERT INTO runs (id, plan, site, keyword, per_city, started, ended) VALUES"
                + " (1, 'p', 's', 'python', 9, '2026-11-01T08:00:00Z', '2026-11-01T08:05:00Z'),"
                + " (2, 'p', 's', 'python', 9, '2026-11-08T08:00:00Z', NULL),"
                + " (3, 'p', 's', 'java', 9, '2026-11-09T08:00:00Z', '2026-11-09T08:01:00Z'),"
                + " (4, 'p', 'other', 'python', 9, '2026-12-01T08:00:00Z', NULL)");
        execute(
                "INSERT INTO jobs (id, site, city, title, salary, salary_months, openings, first_seen, last_seen) VALUES"
                        + " (1, 's', '北京', 'a', '10k-20k', NULL, 2, '2026-11-01T08:01:00Z', '2026-11-08T08:01:00Z'),"
                        + " (2, 's', '北京', 'b', '10k-20k', 12, 1, '2026-11-01T08:01:00Z', '2026-11-01T08:01:00Z'),"
                        + " (3, 's', '上海', 'c', '30k', 14, 1, '2026-11-08T08:01:00Z', '2026-11-08T08:01:00Z'),"
                        + " (4, 'no runs', '上海', 'c', '30k', 14, 1, '2026-10-01T08:01:00Z', '2026-10-02T08:01:00Z')");
        execute("INSERT INTO run_jobs VALUES (1, 1), (1, 2), (2, 1), (2, 3), (3, 3)");
        execute("INSERT INTO run_cities (run_id, place, city, page_size) VALUES (1, 0, '北京', 15), (2, 0, '北京', 15),"
                + " (2, 1, '上海', 15), (3, 0, '上海', 15)");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SqlStore store() {
        return SqliteStore.open(EmptyDatabase.at(file));
    }

    @Test
    void groupsRowsOfOneSiteByCityAndPay() {
        try (SqlStore store = store()) {
            assertEquals(
                    List.of(
                            new PayGroup("上海", "30k", 14, 1, 1),
                            new PayGroup("北京", "10k-20k", 0, 1, 2),
                            new PayGroup("北京", "10k-20k", 12, 1, 1)),
                    store.payGroups(ALL));
            assertEquals(
                    List.of(new PayGroup("上海", "30k", 14, 1, 1)), store.payGroups(new Filter("s", "java", List.of())));
        }
    }

    @Test
    void theDateOfCollectionIsThatOfTheRunsThatMatch() {
        try (SqlStore store = store()) {
            assertEquals(
                    Optional.of(new Collected("2026-11-01T08:00:00Z", "2026-11-09T08:01:00Z")), store.collected(ALL));
            assertEquals(
                    Optional.of(new Collected("2026-11-01T08:00:00Z", "2026-11-08T08:00:00Z")),
                    store.collected(new Filter("s", "python", List.of("北京"))));
            assertEquals(Optional.empty(), store.collected(new Filter("nobody", null, List.of())));
        }
    }

    @Test
    void rowsOfNoKnownRunWereCollectedWhenTheyWereSeen() {
        try (SqlStore store = store()) {
            assertEquals(
                    Optional.of(new Collected("2026-10-01T08:01:00Z", "2026-10-02T08:01:00Z")),
                    store.collected(new Filter("no runs", null, List.of())));
        }
    }

    @Test
    void historyHasTheRowsOfEachRun() {
        try (SqlStore store = store()) {
            List<RunPay> history = store.payByRun(new Filter("s", "python", List.of()));

            assertEquals(
                    List.of(1L, 1L, 2L, 2L), history.stream().map(RunPay::run).toList());
            assertEquals(
                    List.of("北京", "上海"),
                    history.stream()
                            .skip(2)
                            .map(pay -> pay.pay().values().get(0))
                            .sorted(java.util.Comparator.reverseOrder())
                            .toList());
            assertEquals(
                    3, store.payByRun(new Filter("s", "python", List.of("北京"))).size());
        }
    }

    @Test
    void oneRunIsNoHistory() {
        try (SqlStore store = store()) {
            assertEquals(List.of(), store.payByRun(new Filter("s", "java", List.of())));
            assertEquals(List.of(), store.payByRun(new Filter("other", null, List.of())));
        }
    }

    @Test
    void theLatestSiteIsTheNewestThatHasRows() throws Exception {
        try (SqlStore store = store()) {
            assertEquals(Optional.of("s"), store.latestSite(), "the run of \"other\" found nothing");
        }
        execute("DELETE FROM runs");
        try (SqlStore store = store()) {
            assertEquals(Optional.of("no runs"), store.latestSite());
        }
        execute("DELETE FROM jobs");
        try (SqlStore store = store()) {
            assertEquals(Optional.empty(), store.latestSite());
        }
    }

    @Test
    void keywordsAreThoseThatFoundRowsTheNewestFirstInAnyCase() throws Exception {
        execute("INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                + " (5, 'p', 's', 'PYTHON', 9, '2026-11-10T08:00:00Z'), (6, 'p', 's', 'go', 9, '2026-11-11T08:00:00Z'),"
                + " (7, 'p', 's', '', 9, '2026-11-12T08:00:00Z')");
        execute("INSERT INTO run_jobs VALUES (5, 2), (7, 1)");
        try (SqlStore store = store()) {
            assertEquals(List.of("", "PYTHON", "java"), store.keywords("s"));
            assertEquals(List.of(), store.keywords("other"));
            assertEquals(3, rows(store.payGroups(new Filter("s", "python", List.of()))));
            assertEquals(1, rows(store.payGroups(new Filter("s", "", List.of()))));
        }
    }

    @Test
    void aKeywordThatIsTheOnlyOneLeavesNoRowOut() throws Exception {
        execute("DELETE FROM runs WHERE id = 3");
        try (SqlStore store = store()) {
            assertEquals(3, rows(store.payGroups(new Filter("s", "Python", List.of()))));
            assertEquals(0, rows(store.payGroups(new Filter("s", "java", List.of()))));
        }
    }

    /** For people who query by hand: the README's first question is what each keyword pays. */
    @Test
    void theViewHasALineForEachKeywordOfARowWithItsNewestRun() throws Exception {
        execute("INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                + " (5, 'p', 's', 'PYTHON', 9, '2026-11-10T08:00:00Z')");
        execute("INSERT INTO run_jobs VALUES (5, 3)");

        assertEquals(
                List.of("1|python|2|a", "2|python|1|b", "3|PYTHON|5|c", "3|java|3|c", "4|null|null|c"),
                texts("SELECT id || '|' || ifnull(keyword, 'null') || '|' || ifnull(run, 'null') || '|' || title"
                        + " FROM postings ORDER BY id, keyword"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10k-20k", "15-25万/年", "200-300元/天", "20k以上", "面议", "", "9k-10k·14薪"})
    void theViewHasTheMidpointThatFiguresTake(String salary) throws Exception {
        Path other = folder.resolve("b.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(other))) {
            ImportSink sink = store.importSink("x");
            Posting posting = new Posting("1", "t", salary, 0, "北京", Posting.Details.NONE);
            sink.put(List.of(new ImportSink.Entry("s", "go", posting, SalaryParser.parse(salary), false)));
            sink.end(true, "");
            Double mean = PayFigures.of(store.payGroups(ALL)).get(0).rows().mean();
            file = other;

            assertEquals(List.of(String.valueOf(mean)), texts("SELECT ifnull(monthly_mid, 'null') FROM postings"));
        }
    }

    private List<String> texts(String query) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static long rows(List<PayGroup> groups) {
        return groups.stream().mapToLong(PayGroup::rows).sum();
    }
}
