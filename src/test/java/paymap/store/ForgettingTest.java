package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.Forget;
import paymap.job.Forgotten;
import paymap.job.RunRow;
import paymap.job.StoreException;

/** Three runs of one site, of which two found the same row, and one of another site. */
class ForgettingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    @TempDir
    Path folder;

    private HandMade made;

    @BeforeEach
    void fourRuns() {
        made = HandMade.at(folder.resolve("x.db"));
        made.run(1, "s", "python", "01T08:00:00", "01T09:00:00");
        made.run(2, "s", "python", "08T08:00:00", "08T09:00:00");
        made.run(3, "s", "java", "09T08:00:00", "09T09:00:00");
        made.run(4, "t", "python", "10T08:00:00", "10T09:00:00");
        made.job(1, "s", "北京", "first", List.of(1), "a 01T08:10:00 01T08:10:00");
        made.job(
                2,
                "s",
                "北京",
                "both",
                List.of(1, 2),
                "b 01T08:20:00 01T08:20:00",
                "c 01T08:30:00 08T08:30:00",
                "d 08T08:40:00 08T08:40:00");
        made.job(3, "s", "上海", "second", List.of(2), "e 08T08:50:00 08T08:50:00");
        made.job(4, "s", "上海", "third", List.of(3), "f 09T08:10:00 09T08:10:00");
        made.job(5, "t", "上海", "other", List.of(4), "g 10T08:10:00 10T08:10:00");
        made.job(6, "s", "上海", "orphan", List.of(), "h 01T08:10:00 01T08:10:00");
    }

    @Test
    void oneRunTakesItsOwnRowsAndOfSharedOnesItsOwnOpenings() {
        Forgotten gone = forget(new Forget(List.of(1L), null, null, List.of()));

        assertEquals(List.of(1L), gone.runs().stream().map(RunRow::id).toList());
        assertEquals(List.of(new Forgotten.Rows("s", "北京", 1)), gone.rows());
        assertEquals(1, gone.shared());
        assertEquals(List.of("2", "3", "4"), made.rows("SELECT id FROM runs ORDER BY id"));
        assertEquals(List.of("2", "3", "4", "5", "6"), made.rows("SELECT id FROM jobs ORDER BY id"));
        assertEquals(List.of("c", "d"), made.rows("SELECT position_id FROM openings WHERE job_id = 2 ORDER BY 1"));
        assertEquals(
                List.of("2|2026-11-01T08:30:00Z|2026-11-08T08:40:00Z"),
                made.rows("SELECT openings, first_seen, last_seen FROM jobs WHERE id = 2"));
    }

    @Test
    void aLaterRunTakesTheLastSightsWithIt() {
        forget(new Forget(List.of(2L), null, null, List.of()));

        assertEquals(List.of("1", "2", "4", "5", "6"), made.rows("SELECT id FROM jobs ORDER BY id"));
        assertEquals(
                List.of("b|2026-11-01T08:20:00Z", "c|2026-11-01T09:00:00Z"),
                made.rows("SELECT position_id, last_seen FROM openings WHERE job_id = 2 ORDER BY 1"),
                "of what is left nothing was seen after the end of the other run");
        assertEquals(
                List.of("2|2026-11-01T08:20:00Z|2026-11-01T09:00:00Z"),
                made.rows("SELECT openings, first_seen, last_seen FROM jobs WHERE id = 2"));
    }

    @Test
    void lookingTellsTheSameAndChangesNothing() {
        Forget what = new Forget(List.of(), "s", "PYTHON", List.of());
        List<String> before = made.rows("SELECT * FROM jobs");
        Forgotten looked;
        try (SqlStore store = open()) {
            looked = store.forgettable(what);
        }

        assertEquals(before, made.rows("SELECT * FROM jobs"));
        assertEquals(looked, forget(what));
        assertEquals(List.of(new Forgotten.Rows("s", "上海", 1), new Forgotten.Rows("s", "北京", 2)), looked.rows());
        assertEquals(3, looked.gone());
        assertEquals(0, looked.shared());
        assertEquals(List.of("4", "5", "6"), made.rows("SELECT id FROM jobs ORDER BY id"));
    }

    @Test
    void aWholeSiteTakesRowsOfNoRunToo() {
        Forgotten gone = forget(new Forget(List.of(), "s", null, List.of()));

        assertEquals(5, gone.gone());
        assertEquals(List.of("5"), made.rows("SELECT id FROM jobs"));
        assertEquals(List.of("4"), made.rows("SELECT id FROM runs"));
    }

    @Test
    void ofSomeCitiesTheRunStaysWithoutThem() {
        made.execute(
                "INSERT INTO pages (run_id, city, page, place) VALUES (2, '北京', 1, 0), (2, '上海', 1, 1), (1, '北京', 1, 0)",
                "INSERT INTO run_positions VALUES (2, '北京', 'c', 1), (2, '上海', 'e', 1)",
                "INSERT INTO waiting_rows (run_id, city, page, place, position_id, title, salary, salary_months)"
                        + " VALUES (2, '上海', 1, 0, 'e', 't', '1k', 0)");

        Forgotten gone = forget(new Forget(List.of(2L), null, null, List.of("上海")));

        assertEquals(List.of(new Forgotten.Rows("s", "上海", 1)), gone.rows());
        assertEquals(0, gone.shared());
        assertEquals(List.of("1", "2", "3", "4"), made.rows("SELECT id FROM runs ORDER BY id"));
        assertEquals(List.of("1", "2", "4", "5", "6"), made.rows("SELECT id FROM jobs ORDER BY id"));
        assertEquals(List.of("北京"), made.rows("SELECT city FROM run_cities WHERE run_id = 2"));
        assertEquals(List.of("1|北京", "2|北京"), made.rows("SELECT run_id, city FROM pages ORDER BY 1"));
        assertEquals(List.of("c"), made.rows("SELECT position_id FROM run_positions"));
        assertEquals(List.of(), made.rows("SELECT * FROM waiting_rows"));
        assertEquals(List.of("b", "c", "d"), made.rows("SELECT position_id FROM openings WHERE job_id = 2 ORDER BY 1"));
    }

    @Test
    void aCityOfASharedRowLeavesTheRowToTheOtherRun() {
        Forgotten gone = forget(new Forget(List.of(1L), null, null, List.of("北京")));

        assertEquals(1, gone.shared());
        assertEquals(List.of("2|2"), made.rows("SELECT run_id, job_id FROM run_jobs WHERE job_id = 2"));
        assertEquals(List.of("c", "d"), made.rows("SELECT position_id FROM openings WHERE job_id = 2 ORDER BY 1"));
    }

    @Test
    void rowsThatCameFromAnotherDatabaseWereSeenAtAnyTime() {
        made.execute("UPDATE runs SET plan = 'import db-1' WHERE id = 2");

        forget(new Forget(List.of(1L), null, null, List.of()));

        assertEquals(List.of("b", "c", "d"), made.rows("SELECT position_id FROM openings WHERE job_id = 2 ORDER BY 1"));
    }

    @Test
    void openingsWithoutAnIdAreNoNewsOfTheFirstSight() {
        made.execute("UPDATE jobs SET openings = 5, openings_without_id = 2, first_seen = '2026-10-01T00:00:00Z'"
                + " WHERE id = 2");

        forget(new Forget(List.of(1L), null, null, List.of()));

        assertEquals(
                List.of("4|2026-10-01T00:00:00Z"), made.rows("SELECT openings, first_seen FROM jobs WHERE id = 2"));
    }

    @Test
    void aRunUnderWayIsRefused() {
        made.execute("UPDATE runs SET complete = 0, ended = NULL WHERE id = 2");
        try (SqlStore store = open()) {
            made.execute("INSERT INTO run_owners VALUES (2, 'elsewhere/1@1', "
                    + NOW.plusSeconds(60).toEpochMilli() + ")");
            Forget what = new Forget(List.of(), "s", "python", List.of());

            assertEquals(
                    "run 2 is under way; end it first, or wait for its end",
                    assertThrows(StoreException.class, () -> store.forget(what)).getMessage());
            assertThrows(StoreException.class, () -> store.forgettable(what));
        }
        assertEquals(6, made.rows("SELECT id FROM jobs").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawl", "import"})
    void aCrawlThatIsNotCompleteIsForgottenWithAllItsCitiesOrNotAtAll(String kind) {
        made.execute("UPDATE runs SET complete = 0, kind = '" + kind + "' WHERE id = 2");
        Forget city = new Forget(List.of(2L), null, null, List.of("上海"));

        if (kind.equals("crawl")) {
            assertTrue(assertThrows(StoreException.class, () -> forget(city))
                    .getMessage()
                    .startsWith("run 2 is not complete, and is forgotten with all its cities or not at all"));
            assertEquals(
                    1, forget(new Forget(List.of(2L), null, null, List.of())).gone());
        } else {
            assertEquals(1, forget(city).gone());
        }
    }

    @Test
    void aRunThatIsNotThereTakesNothing() {
        assertTrue(forget(new Forget(List.of(99L), null, null, List.of())).isWithoutRows());
        assertEquals(6, made.rows("SELECT id FROM jobs").size());
    }

    private Forgotten forget(Forget what) {
        try (SqlStore store = open()) {
            return store.forget(what);
        }
    }

    private SqlStore open() {
        return SqliteStore.open(made.file(), () -> NOW);
    }
}
