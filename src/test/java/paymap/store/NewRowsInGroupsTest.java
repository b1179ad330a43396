package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.job.ImportSink;
import paymap.job.ImportSink.Entry;
import paymap.job.ImportSink.History;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.Posting;
import paymap.salary.SalaryParser;
import paymap.store.sqlite.SqliteDatabase;

/** Rows that come many at once leave what they leave one by one. */
class NewRowsInGroupsTest {

    /** All but the numbers of the rows: those in groups come before those that groups pass over. */
    private static final List<String> EVERYTHING = List.of(
            "SELECT site, city, title, salary, salary_low, salary_high, salary_interval, salary_months, company, district,"
                    + " experience, education, posted, openings, openings_without_id, first_seen, last_seen, made_up"
                    + " FROM jobs ORDER BY 1, 2, 3, 4",
            "SELECT site, city, title, salary, position_id, o.first_seen, o.last_seen FROM openings o"
                    + " JOIN jobs j ON j.id = job_id ORDER BY 1, 2, 3, 4, 5",
            "SELECT r.plan, j.site, city, title, salary FROM run_jobs JOIN jobs j ON j.id = job_id"
                    + " JOIN runs r ON r.id = run_id ORDER BY 1, 2, 3, 4, 5",
            "SELECT r.plan, city, stored, fresh, seen, repeated, unreadable FROM run_cities"
                    + " JOIN runs r ON r.id = run_id ORDER BY 1, 2");

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void leavesWhatTheSameRowsLeaveOneByOne(long seed) throws Exception {
        Random dice = new Random(seed);
        List<Entry> first = rows(dice, 700, 400);
        List<Entry> second = rows(dice, 700, 800);

        List<List<UpsertResult>> atOnce = new ArrayList<>();
        List<List<UpsertResult>> alone = new ArrayList<>();
        for (List<Entry> rows : List.of(first, second)) {
            atOnce.add(imported("at-once.db", rows, rows.size()));
            alone.add(imported("alone.db", rows, 1));
        }

        assertEquals(alone, atOnce);
        for (String query : EVERYTHING) {
            List<String> expected = Db.rows(folder.resolve("alone.db"), query);
            assertFalse(expected.isEmpty(), query);
            assertEquals(expected, Db.rows(folder.resolve("at-once.db"), query));
        }
    }

    @Test
    void rowsThatAreAllNewAreNumberedInTheirOrder() throws Exception {
        imported("x.db", distinct(1_234), 1_234);

        List<String> titles = Db.rows(folder.resolve("x.db"), "SELECT id, title FROM jobs ORDER BY id");
        assertEquals(IntStream.range(0, 1_234).mapToObj(i -> i + 1 + "|职位" + i).toList(), titles);
    }

    @Test
    void knownRowsCostNoNumbers() throws Exception {
        imported("x.db", distinct(2_000), 2_000);
        imported("x.db", distinct(2_060), 2_060);

        assertEquals(List.of("2060|2060"), Db.rows(folder.resolve("x.db"), "SELECT count(*), max(id) FROM jobs"));
    }

    @Test
    void theNumberOfARowThatIsGoneIsGivenToNoOther() throws Exception {
        imported("x.db", distinct(100), 100);
        Db.change(folder.resolve("x.db"), "DELETE FROM jobs WHERE id = ?", 100);
        imported("x.db", distinct(200).subList(100, 200), 100);

        assertEquals(
                List.of("199|200|0"),
                Db.rows(folder.resolve("x.db"), "SELECT count(*), max(id), sum(id = 100) FROM jobs"));
    }

    @Test
    void wholeGroupsAreInsertedAtOnceAndWhatIsLeftOverIsPassedOver() {
        assertEquals(places(0, 100), insertedOf(distinct(100)).keySet());
        assertEquals(places(0, 100), insertedOf(distinct(149)).keySet());
        assertEquals(places(0, 0), insertedOf(distinct(49)).keySet());
        assertEquals(places(0, 150), insertedOf(distinct(150)).keySet());
        assertEquals(51L, insertedOf(distinct(100)).get(50));
    }

    @Test
    void ofAGroupThatIsPartlyThereTheOthersAreInsertedWithTheirOpenings() throws Exception {
        imported("x.db", distinct(20), 20);

        Map<Integer, Long> inserted = insertedInto("x.db", distinct(100));

        assertEquals(places(20, 100), inserted.keySet());
        assertEquals(80, inserted.values().stream().distinct().count());
        assertEquals(
                List.of("100|100"),
                Db.rows(folder.resolve("x.db"), "SELECT count(*), (SELECT count(*) FROM openings) FROM jobs"));
    }

    @Test
    void whereMostAreThereAlreadyTheFollowingGroupsAreLeftToOthers() {
        imported("x.db", distinct(26), 26);
        assertEquals(places(26, 50), insertedInto("x.db", distinct(100)).keySet());
        imported("y.db", distinct(24), 24);
        assertEquals(places(24, 100), insertedInto("y.db", distinct(100)).keySet());
    }

    @Test
    void citiesThatHidePayAndRowsWithAHistoryAreLeftToOthers() throws Exception {
        List<Entry> hiding = new ArrayList<>(distinct(100));
        hiding.add(row("北京", "职位x", "", 7, null));
        assertEquals(places(0, 0), insertedOf(hiding).keySet(), "one of these rows hides it");

        List<Entry> elsewhere = new ArrayList<>(distinct(100));
        elsewhere.add(row("上海", "职位x", "", 7, null));
        assertEquals(places(0, 100), insertedOf(elsewhere).keySet());

        imported("x.db", List.of(row("北京", "职位x", "", 7, null)), 1);
        assertEquals(places(0, 0), insertedInto("x.db", distinct(100)).keySet(), "a row that is there does");

        List<Entry> old = new ArrayList<>(distinct(100));
        old.add(row("北京", "职位x", "1k", 7, history(new Random(1))));
        assertEquals(places(0, 0), insertedOf(old).keySet());
    }

    @Test
    void aNumberThatWasGivenBeforeStopsThem() throws Exception {
        imported("x.db", distinct(60), 60);
        Db.change(folder.resolve("x.db"), "DELETE FROM jobs WHERE id = ?", 60);

        assertEquals(
                places(0, 0),
                insertedInto("x.db", distinct(160).subList(60, 160)).keySet());
    }

    private int databases;

    private Map<Integer, Long> insertedOf(List<Entry> rows) {
        return insertedInto("new" + databases++ + ".db", rows);
    }

    private Map<Integer, Long> insertedInto(String db, List<Entry> rows) {
        try (SqliteDatabase database = SqliteDatabase.open(EmptyDatabase.at(folder.resolve(db)))) {
            return database.transaction(
                    sql -> new NewRowsInGroups(Writing.in(sql), "2026-11-23T00:00:00Z").insert(rows));
        }
    }

    private static Set<Integer> places(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toSet());
    }

    private static List<Entry> distinct(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> row("北京", "职位" + i, "15k-25k", i, null))
                .toList();
    }

    private List<UpsertResult> imported(String db, List<Entry> rows, int atOnce) {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve(db)), CLOCK)) {
            ImportSink sink = store.importSink(rows.size() + " rows, the first is " + rows.get(0));
            List<UpsertResult> became = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += atOnce) {
                became.addAll(sink.put(rows.subList(from, Math.min(rows.size(), from + atOnce))));
            }
            sink.end(true, "");
            return became;
        }
    }

    /** Of so many different ones; a city shows little pay, and a few rows come from another store. */
    private static List<Entry> rows(Random dice, int many, int different) {
        List<Entry> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int kind = dice.nextInt(different);
            String city = List.of("北京", "上海", "广州", "苏州").get(kind % 4);
            String salary = city.equals("苏州") && dice.nextBoolean()
                    ? ""
                    : List.of("15k-25k", "面议", "20k以上").get(kind % 3);
            boolean old = i > many - 150 && dice.nextInt(10) == 0;
            rows.add(row(city, "职位" + kind / 12, salary, dice.nextInt(different), old ? history(dice) : null));
        }
        return rows;
    }

    private static History history(Random dice) {
        return new History(
                1 + dice.nextInt(3), Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-02T00:00:00Z"));
    }

    private static Entry row(String city, String title, String salary, int id, @Nullable History history) {
        Posting.Details details =
                new Posting.Details(id % 3 == 0 ? null : "公司" + id, null, "1-3年", id % 2 == 0 ? "本科" : null, null);
        Posting posting = new Posting("id" + id, title, salary, 0, city, details);
        String keyword = id % 5 == 0 ? "java" : "python";
        return new Entry("made-up", keyword, posting, SalaryParser.parse(salary), id % 7 == 0, history);
    }
}
