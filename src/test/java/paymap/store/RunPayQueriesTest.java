package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobRow;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.Held;
import paymap.job.JobStore.RunJob;
import paymap.job.JobStore.Title;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;

/** What two runs hold, and which rows each condition lets pass. */
class RunPayQueriesTest {

    private static final Filter ALL = new Filter("s", null, List.of());

    @TempDir
    Path folder;

    private SqlStore store;

    @BeforeEach
    void twoRuns() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.run(1, "s", "python", "01T08:00:00", "01T09:00:00");
        made.run(2, "s", "Java", "08T08:00:00", "08T09:00:00");
        made.job(1, "s", "北京", "A", List.of(1), "a 01T08:10:00 01T08:10:00");
        made.job(2, "s", "北京", "B both", List.of(1, 2), "b 01T08:10:00 08T08:10:00");
        made.job(3, "s", "上海", "C", List.of(2), "c 08T08:10:00 08T08:10:00");
        made.job(4, "s", "北京", "D", List.of(1), "d 01T08:10:00 01T08:10:00");
        made.job(5, "s", "北京", "E", List.of(1), "e 01T08:10:00 01T08:10:00");
        made.job(6, "s", "上海", "F", List.of(1), "f 01T08:10:00 01T08:10:00");
        made.job(7, "t", "北京", "other", List.of(), "g 01T08:10:00 01T08:10:00");
        made.execute(
                "UPDATE jobs SET salary = '30k-40k', salary_months = 14, experience = '3-5年', education = '本科',"
                        + " district = '海淀区', company = 'Acme Ltd' WHERE id = 2",
                "UPDATE jobs SET experience = '1-3年', education = '', district = '朝阳区', company = '某公司' WHERE id = 1");
        store = SqliteStore.open(made.file());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void titlesThatOnlyOneRunHoldsAreSoManyOfEachCityInTheirOrder() {
        assertEquals(
                List.of(
                        new Title("上海", "F", "10k-20k"),
                        new Title("北京", "A", "10k-20k"),
                        new Title("北京", "D", "10k-20k")),
                store.titlesOnlyIn(1, 2, ALL, 2));
        assertEquals(List.of(new Title("上海", "C", "10k-20k")), store.titlesOnlyIn(2, 1, ALL, 9));
        assertEquals(List.of(), store.titlesOnlyIn(2, 1, new Filter("s", null, List.of("北京")), 9));
        assertEquals(List.of(), store.titlesOnlyIn(1, 2, paying(25_000, null), 9));
    }

    @Test
    void rowsOfTwoRunsTellWhoHoldsThem() {
        assertEquals(
                List.of(
                        new RunJob(Held.SECOND, "上海", "c", "", "10k-20k", 0),
                        new RunJob(Held.FIRST, "上海", "f", "", "10k-20k", 0),
                        new RunJob(Held.FIRST, "北京", "a", "1-3年", "10k-20k", 0),
                        new RunJob(Held.BOTH, "北京", "b both", "3-5年", "30k-40k", 14),
                        new RunJob(Held.FIRST, "北京", "d", "", "10k-20k", 0),
                        new RunJob(Held.FIRST, "北京", "e", "", "10k-20k", 0)),
                rowsOfRuns(ALL));
        assertEquals(
                List.of(new RunJob(Held.BOTH, "北京", "b both", "3-5年", "30k-40k", 14)),
                rowsOfRuns(paying(25_000, null)));
    }

    @Test
    void eachConditionLetsItsRowsPass() {
        Conditions none = Conditions.NONE;
        assertEquals(List.of("B both"), titles(conditions(List.of(Experience.read("3-5年")), List.of())));
        assertEquals(
                List.of("C", "D", "E", "F"),
                titles(conditions(List.of(Optional.empty()), List.of())),
                "nothing is said");
        assertEquals(List.of("B both"), titles(conditions(List.of(), List.of(Education.read("本科")))));
        assertEquals(List.of("A", "C", "D", "E", "F"), titles(conditions(List.of(), List.of(Optional.empty()))));
        assertEquals(
                List.of("B both"),
                titles(new Conditions(List.of(), List.of(), List.of("海淀"), List.of(), List.of(), null)));
        assertEquals(
                List.of("A", "B both"),
                titles(new Conditions(List.of(), List.of(), List.of("海淀区", "朝阳"), List.of(), List.of(), null)));
        assertEquals(
                List.of("B both"),
                titles(new Conditions(List.of(), List.of(), List.of(), List.of("aCME", "none"), List.of(), null)));
        assertEquals(
                List.of("B both"),
                titles(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of("B", "OTH"), null)));
        assertEquals(
                List.of(),
                titles(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of("B", "none"), null)));
        assertEquals(6, titles(none).size());
    }

    @Test
    void aSearchATimeAndACityLetTheirRowsPass() {
        assertEquals(List.of("B both", "C"), titles(new Filter("s", "jAVA", List.of())));
        assertEquals(List.of("C"), titles(new Filter("s", "java", List.of("上海"))));
        Instant since = Instant.parse("2026-11-08T08:10:00Z");
        assertEquals(List.of("B both", "C"), titles(since(since)));
        assertEquals(List.of(), titles(since(since.plusMillis(1))));
        assertEquals(List.of("B both"), titles(paying(25_000, null)));
        assertEquals(List.of("A", "C", "D", "E", "F"), titles(paying(null, 15_000)));
        assertEquals(List.of(), titles(paying(15_001, 34_999)));
    }

    @Test
    void whatIsNewestIsFirstSeenThenOrLater() {
        List<String> found = new ArrayList<>();
        store.newRows(ALL, Instant.parse("2026-11-08T08:10:00Z"), row -> found.add(row.title()));
        assertEquals(List.of("C"), found);
        store.newRows(ALL, Instant.parse("2026-11-08T08:10:01Z"), row -> found.add(row.title()));
        assertEquals(List.of("C"), found);
    }

    @Test
    void runsThatFitAreCountedForTheTimeOfCollection() {
        assertEquals(
                "2026-11-08T08:00:00Z",
                store.collected(new Filter("s", "JAVA", List.of()))
                        .orElseThrow()
                        .first());
        assertEquals(
                "2026-11-08T08:00:00Z",
                store.collected(since(Instant.parse("2026-11-08T09:00:00Z")))
                        .orElseThrow()
                        .first());
        assertEquals(
                "2026-11-01T08:00:00Z",
                store.collected(new Filter("s", null, List.of("北京")))
                        .orElseThrow()
                        .first());
    }

    @Test
    void groupsAreByWhateverIsAskedFor() {
        assertEquals(
                List.of("B both|Acme Ltd|海淀区|3-5年|本科|北京|30k-40k|14|1|1"),
                groups(
                        paying(25_000, null),
                        JobStore.Column.TITLE,
                        JobStore.Column.COMPANY,
                        JobStore.Column.DISTRICT,
                        JobStore.Column.EXPERIENCE,
                        JobStore.Column.EDUCATION,
                        JobStore.Column.CITY));
        assertEquals(List.of("10k-20k|0|5|5", "30k-40k|14|1|1"), merged(groups(ALL)));
        assertEquals(List.of("本科|30k-40k|14|1|1"), groups(paying(25_000, null), JobStore.Column.EDUCATION));
    }

    private List<String> groups(Filter filter, JobStore.Column... by) {
        List<String> found = new ArrayList<>();
        store.payGroups(
                filter,
                List.of(by),
                group -> found.add(String.join("|", group.values()) + (by.length == 0 ? "" : "|") + group.salary() + "|"
                        + group.salaryMonths() + "|" + group.rows() + "|" + group.openings()));
        return found;
    }

    /** Of no column the lines are by city all the same; here they are added up. */
    private static List<String> merged(List<String> lines) {
        java.util.TreeMap<String, long[]> sums = new java.util.TreeMap<>();
        for (String line : lines) {
            String[] part = line.split("\\|");
            long[] sum = sums.computeIfAbsent(part[0] + "|" + part[1], pay -> new long[2]);
            sum[0] += Long.parseLong(part[2]);
            sum[1] += Long.parseLong(part[3]);
        }
        return sums.entrySet().stream()
                .map(each -> each.getKey() + "|" + each.getValue()[0] + "|" + each.getValue()[1])
                .toList();
    }

    @Test
    void aRowTellsItsSearchesEachOnceAsTheNewestSpellsIt() {
        HandMade made = new HandMade(folder.resolve("x.db"));
        made.run(3, "s", "PYTHON", "09T08:00:00", "09T09:00:00");
        made.run(12, "s", "go", "10T08:00:00", "10T09:00:00");
        made.execute("INSERT INTO run_jobs VALUES (3, 2), (12, 2)", "UPDATE jobs SET salary_low = 0 WHERE id = 2");

        List<JobRow> rows = new ArrayList<>();
        store.rows(List.of(paying(25_000, null)), rows::add);

        assertEquals("Java,PYTHON,go", rows.get(0).found().keyword());
        assertEquals(12, rows.get(0).found().run());
        assertEquals(new JobRow.Pay("30k-40k", 0, null, null, 14), rows.get(0).pay());
    }

    @Test
    void rowsByIdAreThoseThatAreThereInTheOrderAskedFor() {
        assertEquals(
                List.of("3 C [c]", "1 A [a]"),
                store.rows(List.of(3L, 99L, 1L)).stream()
                        .map(row -> row.id() + " " + row.row().title() + " " + row.positionIds())
                        .toList());
        assertEquals(List.of(), store.rows(List.of()));
        assertEquals(
                1,
                store.rows(java.util.stream.LongStream.rangeClosed(7, 106)
                                .boxed()
                                .toList())
                        .size());
        assertThrows(
                IllegalArgumentException.class,
                () -> store.rows(
                        java.util.stream.LongStream.rangeClosed(1, 101).boxed().toList()));
    }

    @Test
    void historyHasTheRowsThatMeetTheConditions() {
        assertEquals(
                List.of("1 30k-40k", "2 30k-40k"),
                store.payByRun(paying(25_000, null)).stream()
                        .map(pay -> pay.run() + " " + pay.pay().salary())
                        .toList());
        assertEquals(
                List.of("1 30k-40k", "2 30k-40k"),
                store
                        .payByRun(new Filter(
                                "s",
                                List.of(),
                                List.of(),
                                null,
                                conditions(List.of(Experience.read("3-5年")), List.of())))
                        .stream()
                        .map(pay -> pay.run() + " " + pay.pay().salary())
                        .toList());
    }

    @Test
    void madeUpRowsAreNoticedWhereTheyAreMeant() {
        HandMade made = new HandMade(folder.resolve("x.db"));
        assertFalse(store.madeUp(ALL));
        made.execute("UPDATE jobs SET made_up = 1 WHERE id = 3");
        assertTrue(store.madeUp(ALL));
        assertFalse(store.madeUp(new Filter("s", null, List.of("北京"))));
        assertFalse(store.madeUp(new Filter("t", null, List.of())));
    }

    private static Conditions conditions(List<Optional<Experience>> experience, List<Optional<Education>> education) {
        return new Conditions(experience, education, List.of(), List.of(), List.of(), null);
    }

    private static Filter since(Instant since) {
        return new Filter("s", List.of(), List.of(), since, Conditions.NONE);
    }

    private static Filter paying(Integer low, Integer high) {
        PayRange range = new PayRange(low, high, Basis.MONTH);
        return new Filter(
                "s",
                List.of(),
                List.of(),
                null,
                new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), range));
    }

    private List<RunJob> rowsOfRuns(Filter filter) {
        List<RunJob> rows = new ArrayList<>();
        store.rowsOfRuns(1, 2, filter, rows::add);
        return rows;
    }

    private List<String> titles(Conditions conditions) {
        return titles(new Filter("s", List.of(), List.of(), null, conditions));
    }

    private List<String> titles(Filter filter) {
        List<String> titles = new ArrayList<>();
        store.rows(List.of(filter), row -> titles.add(row.title()));
        return titles.stream().sorted().toList();
    }
}
