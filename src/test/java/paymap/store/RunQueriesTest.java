package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.RunRow;
import paymap.job.RunRow.Brought;
import paymap.job.RunRow.Kind;
import paymap.job.RunRow.Standing;
import paymap.job.RunRow.State;
import paymap.job.RunRow.Work;
import paymap.job.StoreException;
import paymap.store.sql.Sql;
import paymap.store.sqlite.SqliteDatabase;

/** What is remembered of each run, and what is told of how it stands. */
class RunQueriesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path folder;

    private HandMade made;

    @BeforeEach
    void aDatabase() {
        made = HandMade.at(folder.resolve("x.db"));
    }

    @Test
    void aRunIsToldWithAllThatIsKnownOfIt() {
        made.run(3, "boss", "java", "01T08:00:00", "01T09:00:00");
        made.job(7, "boss", "北京", "t", List.of(3), "a 01T08:10:00 01T08:10:00");
        made.execute(
                "UPDATE runs SET made_up = 1, source = 'seed 1', series = 2, why = 'x'",
                "UPDATE run_cities SET fresh = 4 WHERE city = '上海'",
                "INSERT INTO pages (run_id, city, page, place, state) VALUES (3, '北京', 1, 0, 'DONE'),"
                        + " (3, '北京', 2, 0, 'LOST')");

        assertEquals(
                List.of(new RunRow(
                        3,
                        Kind.CRAWL,
                        new Work("boss", "seed 1", "java", List.of("北京", "上海"), 9, "p", 2L),
                        true,
                        Instant.parse("2026-11-01T08:00:00Z"),
                        new Standing(State.COMPLETE, Instant.parse("2026-11-01T09:00:00Z"), "x", false),
                        new Brought(1, 4, 1))),
                runs());
    }

    @Test
    void theNewestUnfinishedCrawlOfAPlanIsTheOneThatWouldGoOn() {
        made.run(1, "s", "java", "01T08:00:00", null);
        made.run(2, "s", "java", "02T08:00:00", null);
        made.run(3, "s", "java", "03T08:00:00", "03T09:00:00");
        made.run(4, "s", "java", "04T08:00:00", null);
        made.execute("UPDATE runs SET plan = 'other', kind = 'import' WHERE id = 4");

        assertEquals(List.of(false, true, false, false), told(RunRow::standing, Standing::continues));
        assertEquals(List.of(Kind.CRAWL, Kind.CRAWL, Kind.CRAWL, Kind.IMPORT), told(run -> run, RunRow::kind));
        assertEquals(
                4, runs().stream().filter(run -> run.work().series() == null).count());
    }

    @Test
    void aRunThatNobodyWorksOnAndNobodyEndedIsUnfinished() {
        made.run(1, "s", "a", "01T08:00:00", null);
        made.run(2, "s", "b", "02T08:00:00", null);
        made.run(3, "s", "c", "03T08:00:00", null);
        made.run(4, "s", "d", "04T08:00:00", null);
        long late = NOW.plusSeconds(30).toEpochMilli();
        made.execute(
                "UPDATE runs SET ended = '2026-11-05T00:00:00Z', why = 'interrupted' WHERE id IN (2, 3)",
                "INSERT INTO run_owners (run_id, owner, alive_until) VALUES (3, 'far/1@1', " + (late - 60_000)
                        + "), (4, 'far/2@1', " + late + ")");

        assertEquals(
                List.of(State.UNFINISHED, State.ENDED_EARLY, State.UNFINISHED, State.UNDER_WAY),
                told(RunRow::standing, Standing::state));
        assertEquals(
                List.of(4L),
                read(sql -> RunQueries.underWay(sql, NOW)).stream()
                        .map(RunRow::id)
                        .toList());
        assertEquals("interrupted", runs().get(1).standing().why());
    }

    @Test
    void aKindOfALaterVersionIsNotGuessedAt() {
        made.run(1, "s", "a", "01T08:00:00", null);
        made.execute("UPDATE runs SET kind = 'dream'");

        assertThrows(StoreException.class, this::runs);
    }

    private interface Query {
        List<RunRow> of(Sql sql) throws SQLException;
    }

    private List<RunRow> runs() {
        return read(sql -> RunQueries.all(sql, NOW));
    }

    private List<RunRow> read(Query query) {
        try (SqliteDatabase database = SqliteDatabase.openToRead(made.file())) {
            return database.snapshot(query::of);
        }
    }

    private <P, T> List<T> told(Function<RunRow, P> part, Function<P, T> value) {
        return runs().stream().map(part).map(value).toList();
    }
}
