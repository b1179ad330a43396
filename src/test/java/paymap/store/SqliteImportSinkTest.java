package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.job.ImportSink;
import paymap.job.ImportSink.History;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.salary.SalaryParser;

/** The sink of imports, on a real file. */
class SqliteImportSinkTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void tellsWhatBecameOfEachRowInTheOrderTheyCame() {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), clock)) {
            List<UpsertResult> placed = store.importSink("a")
                    .put(List.of(row("上海", "丙", "1"), row("北京", "甲", "1"), row("上海", "丙", "2"), row("北京", "乙", "3")));

            assertEquals(
                    List.of(
                            UpsertResult.INSERTED,
                            UpsertResult.INSERTED,
                            UpsertResult.DUPLICATE,
                            UpsertResult.INSERTED),
                    placed);
        }
    }

    @Test
    void manyRowsAreArrangedAsTheyAreStoredAndAFewStayInTheOrderOfTheFile() {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), clock)) {
            ImportSink sink = store.importSink("a");
            List<ImportSink.Entry> few = new ArrayList<>(List.of(row("北京", "b", "1"), row("上海", "a", "2")));
            List<ImportSink.Entry> many = new ArrayList<>();
            for (int i = 9_999; i >= 0; i--) {
                many.add(row(i % 2 == 0 ? "北京" : "上海", "t" + 1_000_000 + i % 100, String.valueOf(i)));
            }
            Comparator<ImportSink.Entry> order = Comparator.comparing(
                            (ImportSink.Entry each) -> each.posting().city())
                    .thenComparing(each -> each.posting().title());
            List<ImportSink.Entry> expected = many.stream().sorted(order).toList();

            sink.arrange(few);
            sink.arrange(many);

            assertEquals("b", few.get(0).posting().title());
            assertEquals(expected, many, "and equal ones stay in theirs");
        }
    }

    @Test
    void sitesAndPayArrangeThemToo() {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), clock)) {
            List<ImportSink.Entry> many = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                many.add(paying("b", "1k"));
                many.add(paying("a", "2k"));
                many.add(paying("a", "1k"));
            }

            store.importSink("a").arrange(many);

            assertEquals("a 1k", words(many.get(4_999)));
            assertEquals("a 2k", words(many.get(5_000)));
            assertEquals("b 1k", words(many.get(10_000)));
        }
    }

    private static ImportSink.Entry paying(String site, String salary) {
        Posting posting = new Posting("1", "t", salary, 0, "北京", Posting.Details.NONE);
        return new ImportSink.Entry(site, "java", posting, SalaryParser.parse(salary), false);
    }

    private static String words(ImportSink.Entry entry) {
        return entry.site() + " " + entry.posting().salary();
    }

    @Test
    void theSameFileAgainGoesOnWithTheSameRunAndCountsAnew() throws Exception {
        Path db = folder.resolve("x.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink first = store.importSink("a");
            first.put(List.of(row("北京", "甲", "1"), row("北京", "甲", "1")));
            first.end(false, "interrupted");
            assertEquals(List.of("0|interrupted"), Db.rows(db, "SELECT complete || '|' || why FROM runs"));

            ImportSink again = store.importSink("a");
            again.put(List.of(row("北京", "甲", "1"), row("北京", "乙", "2")));
            assertEquals(
                    List.of(1L),
                    again.end(true, "").stream().map(ImportSink.Run::id).toList());

            assertEquals(
                    List.of("1||1"),
                    Db.rows(db, "SELECT complete || '|' || why || '|' || (ended IS NOT NULL) FROM runs"));
            assertEquals(
                    List.of("2|2|0"), Db.rows(db, "SELECT stored || '|' || seen || '|' || repeated FROM run_cities"));
        }
    }

    @Test
    void openingsThatAnotherStoreKnewAreAddedOnceAndTheirTimesGrow() throws Exception {
        Path db = folder.resolve("x.db");
        Instant early = now.minusSeconds(9_000);
        Instant late = now.minusSeconds(1_000);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink sink = store.importSink("a");
            sink.put(List.of(knowing("甲", opening("x", late, late))));
            sink.put(List.of(knowing("甲", opening("x", early, late), opening("y", late, now.plusSeconds(5)))));
            sink.end(true, "");
        }

        assertEquals(
                List.of("x|" + early + "|" + late, "y|" + late + "|" + now),
                Db.rows(db, "SELECT position_id || '|' || first_seen || '|' || last_seen FROM openings ORDER BY 1"));
        assertEquals(
                List.of("2|" + early + "|" + now),
                Db.rows(db, "SELECT openings || '|' || first_seen || '|' || last_seen FROM jobs"));
    }

    private static History.Opening opening(String id, Instant first, Instant last) {
        return new History.Opening(id, first, last);
    }

    private ImportSink.Entry knowing(String title, History.Opening... openings) {
        Instant first = Stream.of(openings)
                .map(History.Opening::firstSeen)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = Stream.of(openings)
                .map(History.Opening::lastSeen)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Posting posting = new Posting("x", title, "15k-25k", 0, "北京", Posting.Details.NONE);
        return new ImportSink.Entry(
                "made-up",
                "java",
                posting,
                SalaryParser.parse("15k-25k"),
                false,
                new History(openings.length, first, last, List.of(openings), List.of()));
    }

    @Test
    void eachCityIsCountedByWhatBecameOfItsRows() throws Exception {
        Path db = folder.resolve("x.db");
        String counts = "SELECT run_id || ' ' || city || ' stored ' || stored || ' fresh ' || fresh || ' seen ' || seen"
                + " || ' repeated ' || repeated || ' unreadable ' || unreadable FROM run_cities ORDER BY run_id, place";
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink first = store.importSink("a");
            first.put(List.of(
                    row("北京", "甲", "1"),
                    row("北京", "甲", "1"),
                    row("北京", "乙", "2"),
                    unreadable("北京"),
                    row("上海", "丙", "3")));
            first.end(true, "");
            ImportSink second = store.importSink("b");
            second.put(List.of(row("北京", "甲", "1"), row("北京", "丁", "4")));
            second.put(List.of(row("北京", "乙", "2"), row("北京", "乙", "2")));
            second.end(true, "");
        }

        assertEquals(
                List.of(
                        "1 北京 stored 3 fresh 3 seen 4 repeated 1 unreadable 1",
                        "1 上海 stored 1 fresh 1 seen 1 repeated 0 unreadable 0",
                        "2 北京 stored 3 fresh 1 seen 4 repeated 1 unreadable 0"),
                Db.rows(db, counts));
        assertEquals(
                List.of("1: 4", "2: 3"),
                Db.rows(db, "SELECT run_id || ': ' || count(*) FROM run_jobs GROUP BY run_id ORDER BY 1"));
    }

    @Test
    void aRunIsMadeUpAsSoonAsOneOfItsRowsIs() throws Exception {
        Path db = folder.resolve("x.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink sink = store.importSink("a");
            ImportSink.Entry real = row("北京", "甲", "1");
            Posting posting = new Posting("2", "乙", "15k-25k", 0, "北京", Posting.Details.NONE);
            sink.put(List.of(
                    real, new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse("15k-25k"), true), real));
            sink.end(true, "");
        }

        assertEquals(List.of("1"), Db.rows(db, "SELECT made_up FROM runs"));
    }

    private static ImportSink.Entry unreadable(String city) {
        Posting posting = new Posting("9", "戊", "a lot", 0, city, Posting.Details.NONE);
        return new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse("a lot"), false);
    }

    @Test
    void rowsOfAnEarlierImportAreKnownAndOfThisOneRepeatedThoughSeveralTransactionsPass() {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), clock)) {
            ImportSink first = store.importSink("a");
            first.put(List.of(row("北京", "甲", "1")));
            now = now.plusSeconds(60);
            assertEquals(List.of(UpsertResult.DUPLICATE), first.put(List.of(row("北京", "甲", "1"))));
            now = now.plusSeconds(60);
            assertEquals(
                    List.of(UpsertResult.DUPLICATE, UpsertResult.INSERTED),
                    first.put(List.of(row("北京", "甲", "1"), row("北京", "乙", "2"))));
            first.end(true, "");
            now = now.plusSeconds(60);

            ImportSink second = store.importSink("b");
            assertEquals(
                    List.of(UpsertResult.UPDATED, UpsertResult.DUPLICATE),
                    second.put(List.of(row("北京", "甲", "9"), row("北京", "甲", "1"))));
            assertEquals(
                    List.of(2L),
                    second.end(true, "").stream().map(ImportSink.Run::id).toList());

            assertEquals(
                    2,
                    store.payGroups(new Filter("made-up", null, List.of()))
                            .get(0)
                            .rows());
            assertEquals(
                    3,
                    store.payGroups(new Filter("made-up", null, List.of()))
                            .get(0)
                            .openings());
            assertEquals(
                    2,
                    store.payByRun(new Filter("made-up", "java", List.of("北京"))).size());
            assertEquals("made-up", store.latestSite().orElseThrow());
        }
    }

    @Test
    void whatIsNotEndedIsThereUpToTheLastCommit() {
        Path db = folder.resolve("x.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink sink = store.importSink("a");
            sink.put(List.of(row("北京", "甲", "1")));
            now = now.plusSeconds(60);
            sink.put(List.of(row("北京", "乙", "2"))); // the transaction is old enough to be committed
            sink.put(List.of(row("北京", "丙", "3")));
        }
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            assertEquals(
                    2,
                    store.payGroups(new Filter("made-up", "java", List.of()))
                            .get(0)
                            .rows());
        }
    }

    @Test
    void anImportThatBringsNoRowsForHoursIsKnownToBeAlive() throws Exception {
        Path db = folder.resolve("x.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink sink = store.importSink("a");
            sink.renew(); // there is no run yet
            sink.put(List.of(row("北京", "甲", "1")));
            sink.commit();
            for (Instant end = now.plusSeconds(7200); now.isBefore(end); now = now.plusSeconds(10)) {
                sink.renew();
                assertEquals(List.of("1"), Db.rows(db, alive()), now.toString());
            }
            now = now.plus(Owners.LEASE);
            assertEquals(List.of("0"), Db.rows(db, alive()), "nobody renews it");

            sink.put(List.of(row("北京", "乙", "2")));
            sink.renew(); // what is under way is not waited for
            assertEquals(List.of("1"), Db.rows(db, alive()));
            sink.end(true, "");
            assertEquals(List.of("0"), Db.rows(db, "SELECT count(*) FROM run_owners"));
        }
    }

    @Test
    void whoDiedOverAnImportIsForgottenByTheOneThatGoesOnWithIt() throws Exception {
        Path db = folder.resolve("x.db");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(db), clock)) {
            ImportSink killed = store.importSink("a");
            killed.put(List.of(row("北京", "甲", "1")));
            killed.commit();
            new HandMade(db)
                    .execute("UPDATE run_owners SET owner = 'far/1@1', alive_until = "
                            + now.minusSeconds(1).toEpochMilli());

            ImportSink again = store.importSink("a");
            again.put(List.of(row("北京", "甲", "1")));
            again.end(true, "");

            assertEquals(List.of(), Db.rows(db, "SELECT owner FROM run_owners"));
        }
    }

    private String alive() {
        return "SELECT count(*) FROM run_owners WHERE alive_until > " + now.toEpochMilli();
    }

    private static ImportSink.Entry row(String city, String title, String id) {
        Posting posting = new Posting(id, title, "15k-25k", 0, city, Posting.Details.NONE);
        return new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse("15k-25k"), false);
    }
}
