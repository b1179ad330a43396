package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.job.ImportSink;
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

    private String alive() {
        return "SELECT count(*) FROM run_owners WHERE alive_until > " + now.toEpochMilli();
    }

    private static ImportSink.Entry row(String city, String title, String id) {
        Posting posting = new Posting(id, title, "15k-25k", 0, city, Posting.Details.NONE);
        return new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse("15k-25k"), false);
    }
}
