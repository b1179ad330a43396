package paymap.page.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.Conditions;
import paymap.job.JobRow;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.Line;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.StoredRow;
import paymap.job.PayLines;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.page.rows.Facets.Count;
import paymap.page.rows.PostingsOf.Span;
import paymap.salary.Basis;
import paymap.salary.SalaryParser;
import paymap.salary.SalaryStatistics;
import paymap.store.SqliteStore;

/** What the table says beside what a real store says of the same rows. */
class RowTableTest {

    private static final int ROWS = 3_000;
    private static final int QUESTIONS = 150;

    @TempDir
    private static Path folder;

    private static SqliteStore store;
    private static RowTable table;

    @BeforeAll
    static void manyRows() throws Exception {
        Path file = folder.resolve("a.db");
        new MixedRows(1).fill(file, ROWS);
        store = SqliteStore.openToRead(file);
        table = RowTable.read(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private record Key(List<String> values, String salary, int months) {}

    /** Lines of the same group and pay put together, as the store may tell them in several. */
    private static Map<Key, List<Long>> groups(PayLines lines, Filter filter, List<Column> by) {
        Map<Key, List<Long>> groups = new HashMap<>();
        lines.payGroups(
                filter,
                by,
                line -> groups.merge(
                        new Key(line.values(), line.salary(), line.salaryMonths()),
                        List.of(line.rows(), line.openings()),
                        (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1))));
        return groups;
    }

    private static long count(PayLines lines, Filter filter) {
        long[] rows = new long[1];
        lines.payGroups(filter, List.of(), line -> rows[0] += line.rows());
        return rows[0];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void hasTheSameFrequencyTablesAsTheStore(long seed) {
        MixedRows mixed = new MixedRows(seed);
        long rows = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Filter filter = mixed.filter();
            List<Column> by = mixed.anyOf(Line.COLUMNS, 4);
            assertEquals(groups(store, filter, by), groups(table, filter, by), () -> filter + " by " + by);
            rows += count(table, filter);
        }
        assertTrue(rows > ROWS, "hardly any filter met a row");
    }

    @Test
    void answersQuestionsAsTheStoreDoes() {
        MixedRows mixed = new MixedRows(5);
        List<Dimension> dimensions = List.of(
                Dimension.CITY,
                Dimension.EXPERIENCE,
                Dimension.EDUCATION,
                Dimension.DISTRICT,
                Dimension.KEYWORD,
                Dimension.SITE);
        for (int i = 0; i < QUESTIONS; i++) {
            List<Dimension> by = mixed.anyOf(dimensions, 2);
            Question question = new Question(
                    new Grouping(by.isEmpty() ? List.of(Dimension.CITY) : by), mixed.basis(), List.of(mixed.filter()));
            assertEquals(figures(store, question), figures(table, question), question::toString);
        }
    }

    private static List<Object> figures(PayLines lines, Question question) {
        List<Object> figures = new ArrayList<>();
        for (PayFigures each : Answer.likeForLike(lines, question).groups()) {
            figures.add(List.of(each.group(), each.rows(), each.openings(), Optional.ofNullable(each.offered())));
        }
        figures.add(Optional.ofNullable(Answer.likeForLike(lines, question).likeForLike()));
        return figures;
    }

    @Test
    void knowsTheSitesAndTheirSearchesOfTheStore() {
        assertEquals(store.sites(), table.sites());
        assertEquals(ROWS, table.size());
        MixedRows.SITES.forEach(site -> assertEquals(store.keywords(site), table.keywords(site)));
        assertEquals(List.of(), table.keywords("unknown"));
    }

    @Test
    void countsForEachValueWhatTheStoreWouldFindByIt() {
        MixedRows mixed = new MixedRows(6);
        for (int i = 0; i < QUESTIONS / 3; i++) {
            Filter filter = mixed.filter();
            Facets facets = table.facets(filter);
            for (Facet facet : Facet.values()) {
                for (Count count : facets.of(facet)) {
                    assertEquals(
                            rows(filter, facet, count.value()),
                            count.rows(),
                            () -> facet + " " + count.value() + " of " + filter);
                }
            }
        }
    }

    /** What the store has if of a facet only this is chosen. */
    private static long rows(Filter of, Facet facet, String value) {
        Conditions c = of.conditions();
        List<String> one = List.of(value);
        return switch (facet) {
            case SITE -> count(store, new Filter(value, of.keywords(), of.cities(), of.since(), c));
            case KEYWORD -> count(store, of.of(one));
            case CITY -> count(store, new Filter(of.site(), of.keywords(), one, of.since(), c));
            case EXPERIENCE ->
                count(
                        store,
                        with(
                                of,
                                new Conditions(
                                        List.of(step(Experience.values(), value, Experience::code)),
                                        c.education(),
                                        c.districts(),
                                        List.of(),
                                        List.of(),
                                        c.pay())));
            case EDUCATION ->
                count(
                        store,
                        with(
                                of,
                                new Conditions(
                                        c.experience(),
                                        List.of(step(Education.values(), value, Education::code)),
                                        c.districts(),
                                        List.of(),
                                        List.of(),
                                        c.pay())));
            case DISTRICT ->
                count(
                        store,
                        with(of, new Conditions(c.experience(), c.education(), one, List.of(), List.of(), c.pay())));
            case PAY -> told(with(of, c.ofAnyPay()), value);
        };
    }

    private static <T> Optional<T> step(T[] steps, String value, java.util.function.Function<T, String> code) {
        return List.of(steps).stream()
                .filter(step -> code.apply(step).equals(value))
                .findFirst();
    }

    private static Filter with(Filter filter, Conditions conditions) {
        return new Filter(filter.site(), filter.keywords(), filter.cities(), filter.since(), conditions);
    }

    private static long told(Filter filter, String code) {
        return groups(store, filter, List.of()).entrySet().stream()
                .filter(line -> PayTold.of(SalaryParser.parse(line.getKey().salary, line.getKey().months))
                        .code()
                        .equals(code))
                .mapToLong(line -> line.getValue().get(0))
                .sum();
    }

    @Test
    void offersEveryValueOfTheSiteWithAndWithoutRowsInOrder() {
        Filter filter = new Filter(
                "a",
                List.of("Java"),
                List.of("上海"),
                null,
                new Conditions(
                        List.of(Optional.of(Experience.FROM_5_TO_10)),
                        List.of(Optional.empty()),
                        List.of("浦东"),
                        List.of(),
                        List.of(),
                        null));
        Facets facets = table.facets(filter);

        assertEquals(List.of("a*", "b", "one search"), values(facets, Facet.SITE));
        assertEquals(
                List.of("", "é", "É", "java*", "Python"),
                values(facets, Facet.KEYWORD),
                "the newest first, letters beyond A to Z as they are");
        assertEquals(List.of("北京", "上海*", "杭州", "长春", "Xanadu"), values(facets, Facet.CITY));
        assertEquals(List.of("none", "3-5", "5-10*", "any", "unreadable", ""), values(facets, Facet.EXPERIENCE));
        assertEquals(
                List.of("any", "college", "bachelor", "master", "unreadable", "*"), values(facets, Facet.EDUCATION));
        assertEquals(List.of("朝阳区", "浦东新区*", "海淀区", ""), values(facets, Facet.DISTRICT));
        assertEquals(List.of("told", "undisclosed", "unreadable"), values(facets, Facet.PAY));
    }

    private static List<String> values(Facets facets, Facet facet) {
        return facets.of(facet).stream()
                .map(count -> count.value() + (count.chosen() ? "*" : ""))
                .toList();
    }

    @Test
    void keepsTheOtherSitesWhereTheChosenOneHasNoRows() {
        Facets facets = table.facets(new Filter("unknown", null, List.of()));

        assertEquals(MixedRows.SITES, values(facets, Facet.SITE));
        assertEquals(List.of(), facets.of(Facet.CITY));
    }

    @Test
    void listsTheRowsOfTheStoreInItsOrderPageByPage() {
        MixedRows mixed = new MixedRows(7);
        for (int i = 0; i < QUESTIONS / 3; i++) {
            Filter filter = mixed.filter();
            List<JobRow> expected = new ArrayList<>();
            // Figures count rows of no known run where all searches of a site are meant, and rows are listed as
            // counted.
            boolean all =
                    filter.site().equals("one search") && filter.keywords().contains("go");
            store.rows(List.of(all ? filter.of(List.of()) : filter), expected::add);
            assertEquals(expected, listed(filter), filter::toString);
        }
    }

    private static List<JobRow> listed(Filter filter) {
        List<JobRow> rows = new ArrayList<>();
        Long after = null;
        do {
            Listing page = table.ids(filter, PostingsOf.ALL, after, 100);
            assertEquals(rows.size(), page.before());
            store.rows(page.ids()).stream().map(StoredRow::row).forEach(rows::add);
            after = page.next();
            assertEquals(after == null, rows.size() == page.total());
        } while (after != null);
        return rows;
    }

    @Test
    void listsBehindEachGroupAsManyAsItsFiguresCount() {
        MixedRows mixed = new MixedRows(8);
        for (int i = 0; i < QUESTIONS / 3; i++) {
            Filter filter = mixed.filter();
            List<Dimension> by = mixed.anyOf(
                    List.of(
                            Dimension.DISTRICT,
                            Dimension.EXPERIENCE,
                            Dimension.EDUCATION,
                            Dimension.KEYWORD,
                            Dimension.SITE),
                    2);
            Basis basis = mixed.basis();
            Question question =
                    new Question(new Grouping(by.isEmpty() ? List.of(Dimension.CITY) : by), basis, List.of(filter));
            for (PayFigures figures : Answer.of(store, question).groups()) {
                assertEquals(all(figures.rows()), total(filter, new PostingsOf(figures.group(), Set.of(), null)));
                double half = figures.median();
                long below =
                        total(filter, new PostingsOf(figures.group(), Set.of(PayTold.TOLD), new Span(0, half, basis)));
                long from = total(
                        filter,
                        new PostingsOf(figures.group(), Set.of(), new Span(half, Double.POSITIVE_INFINITY, basis)));
                assertEquals(figures.n(), below + from);
                assertTrue(figures.n() == 0 || from > 0 && below <= figures.n() / 2.0);
            }
        }
    }

    private static long all(SalaryStatistics rows) {
        return rows.n() + rows.openEnded() + rows.undisclosed() + rows.dayOrHourRate() + rows.unreadable();
    }

    private static long total(Filter filter, PostingsOf what) {
        return table.ids(filter, what, null, 1).total();
    }

    @Test
    void listsByHowPayIsTold() {
        Filter all = new Filter("b", null, List.of());
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> found = new TreeMap<>();
        for (PayTold told : PayTold.values()) {
            expected.put(told.code(), told(all, told.code()));
            found.put(told.code(), total(all, new PostingsOf(Group.ALL, Set.of(told), null)));
        }
        assertEquals(expected, found);
    }

    @Test
    void refusesWhatItDoesNotKeep() {
        Filter all = new Filter("a", null, List.of());
        Conditions title = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of("x"), null);

        assertThrows(IllegalArgumentException.class, () -> table.payGroups(all, List.of(Column.COMPANY), line -> {}));
        assertThrows(IllegalArgumentException.class, () -> count(table, with(all, title)));
        IllegalArgumentException gone =
                assertThrows(IllegalArgumentException.class, () -> table.ids(all, PostingsOf.ALL, -1L, 10));
        assertEquals(
                "the posting that this page begins after is stored no more; begin at the first page",
                gone.getMessage());
        assertEquals(
                0,
                table.ids(new Filter("unknown", null, List.of()), PostingsOf.ALL, null, 10)
                        .total());
        assertNull(table.ids(new Filter("unknown", null, List.of()), PostingsOf.ALL, null, 10)
                .next());
    }

    /** More groups than there is room for at first. */
    @Test
    void countsManyGroups() {
        int rows = 100_000;
        int[] one = new int[rows];
        int[] other = new int[rows];
        for (int row = 0; row < rows; row++) {
            one[row] = row / 2 % 300;
            other[row] = row / 2 / 300;
        }
        GroupCounts groups = new GroupCounts(List.of(one, other));
        for (int row = 0; row < rows; row++) {
            groups.add(row, 3);
        }
        assertEquals(rows / 2, groups.size());
        for (int group = 0; group < groups.size(); group++) {
            assertEquals(2 * group, groups.first(group));
            assertEquals(2, groups.rows(group));
            assertEquals(6, groups.openings(group));
        }
    }

    @Test
    void aLineIsOneOfTheFrequencyTable() {
        List<PayGroup> lines = new ArrayList<>();
        table.payGroups(new Filter("b", null, List.of("北京")), List.of(Column.CITY, Column.DISTRICT), lines::add);
        assertTrue(lines.stream().allMatch(line -> line.values().get(0).equals("北京")));
        assertEquals(
                lines.size(),
                lines.stream()
                        .map(line -> new Key(line.values(), line.salary(), line.salaryMonths()))
                        .distinct()
                        .count());
    }
}
