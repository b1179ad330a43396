package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.ImportSink;
import paymap.job.ImportSink.History;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.Posting;
import paymap.salary.SalaryParser;
import paymap.store.sql.Database;
import paymap.store.sqlite.SqliteDatabase;

/** One position, seen with its pay and without, as a visitor who is not logged in sees it. */
class HiddenPayTest {

    private static final String DAY = "2026-11-0%dT00:00:00Z";
    private static final String ROWS = "SELECT id, title, salary, salary_low, openings, first_seen, last_seen FROM jobs"
            + " ORDER BY title, salary";

    @TempDir
    Path folder;

    private Path file;
    private int day = 1;
    private final InstantSource clock = () -> Instant.parse(DAY.formatted(day));

    @BeforeEach
    void name() {
        file = folder.resolve("x.db");
    }

    @AfterEach
    void everyRowHasAsManyOpeningsAsItSays() {
        assertEquals(
                List.of(),
                all("SELECT id FROM jobs WHERE openings <> openings_without_id"
                        + " + (SELECT count(*) FROM openings WHERE job_id = jobs.id)"));
    }

    @ParameterizedTest
    @CsvSource({"'', 15k-25k", "**-**元, 15k-25k", "15k-25k, ''", "15k-25k, **-**元", "**-**元, 面议"})
    void isOneRowThatTellsWhatWasToldOnce(String first, String then) {
        String told = first.isEmpty() || first.startsWith("*") ? then : first;

        assertEquals(List.of(UpsertResult.INSERTED), seen(1, "python", row("A", "甲", first)));
        assertEquals(List.of(UpsertResult.UPDATED), seen(2, "python", row("A", "甲", then)));

        assertEquals(
                List.of("1|甲|" + told + "|" + (told.equals("面议") ? "null" : "15000") + "|1|" + DAY.formatted(1) + "|"
                        + DAY.formatted(2)),
                all(ROWS));
        assertEquals(List.of("1|A"), all("SELECT job_id, position_id FROM openings"));
        assertEquals(List.of("1|1", "2|1"), all("SELECT run_id, job_id FROM run_jobs ORDER BY run_id"));
    }

    @Test
    void isOneRowWithinOneImport() {
        assertEquals(
                List.of(UpsertResult.INSERTED, UpsertResult.DUPLICATE, UpsertResult.DUPLICATE),
                seen(1, "python", row("A", "甲", ""), row("A", "甲", "15k-25k"), row("A", "甲", "**-**元")));

        assertEquals(List.of("甲|15k-25k|1"), all("SELECT title, salary, openings FROM jobs"));
        assertEquals(List.of("1|1"), all("SELECT run_id, job_id FROM run_jobs"));
    }

    /** Whether a city has rows without pay is asked at its first row, here before there is one. */
    @Test
    void isOneRowWithinOneImportAfterOthersOfItsCity() {
        seen(1, "go", row("B", "乙", "1k-2k"), row("A", "甲", ""), row("A", "甲", "15k-25k"));

        assertEquals(
                List.of("甲|15k-25k|1", "乙|1k-2k|1"),
                all("SELECT title, salary, openings FROM jobs ORDER BY title DESC"));
    }

    @Test
    void otherPositionsOfTheRowStayWithoutPay() {
        seen(1, "python", row("A", "甲", ""), row("B", "甲", ""));
        seen(2, "java", row("B", "甲", "15k-25k"));

        assertEquals(
                List.of(
                        "1|甲||null|1|" + DAY.formatted(1) + "|" + DAY.formatted(1),
                        "2|甲|15k-25k|15000|1|" + DAY.formatted(1) + "|" + DAY.formatted(2)),
                all(ROWS));
        assertEquals(
                List.of(
                        "1|A|" + DAY.formatted(1) + "|" + DAY.formatted(1),
                        "2|B|" + DAY.formatted(1) + "|" + DAY.formatted(2)),
                all("SELECT job_id, position_id, first_seen, last_seen FROM openings ORDER BY job_id"));
        assertEquals(List.of("1|1", "1|2", "2|2"), all("SELECT run_id, job_id FROM run_jobs ORDER BY run_id, job_id"));
    }

    @Test
    void aRowWithThatPayTakesItInWithAllThatWasKnownAndTheLastOneGoes() {
        seen(1, "go", new Posting("A", "甲", "", 0, "北京", new Posting.Details("虚构公司", "虚构区", null, null, null)));
        seen(2, "python", row("B", "甲", "15k-25k"));
        seen(3, "java", row("A", "甲", "15k-25k"));

        assertEquals(List.of("2|甲|15k-25k|15000|2|" + DAY.formatted(1) + "|" + DAY.formatted(3)), all(ROWS));
        assertEquals(List.of("虚构公司|虚构区"), all("SELECT company, district FROM jobs"));
        assertEquals(
                List.of(
                        "A|" + DAY.formatted(1) + "|" + DAY.formatted(3),
                        "B|" + DAY.formatted(2) + "|" + DAY.formatted(2)),
                all("SELECT position_id, first_seen, last_seen FROM openings ORDER BY position_id"));
        assertEquals(List.of("1|2", "2|2", "3|2"), all("SELECT run_id, job_id FROM run_jobs ORDER BY run_id"));
    }

    @Test
    void bothSearchesOfOneImportHaveFoundIt() {
        seen(1, "go", row("B", "甲", "15k-25k"));
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file), clock)) {
            ImportSink sink = store.importSink("two searches");
            sink.put(List.of(entry("python", row("A", "甲", "")), entry("java", row("A", "甲", "15k-25k"))));
            sink.end(true, "");
        }

        assertEquals(List.of("15k-25k|2"), all("SELECT salary, openings FROM jobs"));
        assertEquals(
                List.of("go", "java", "python"),
                all("SELECT keyword FROM runs JOIN run_jobs ON run_id = id ORDER BY keyword"));
    }

    @ParameterizedTest
    @CsvSource({"A, 甲, 10k-20k", "A, 甲, 面议", "A, 乙, ''", "B, 甲, ''"})
    void anyOtherChangeAndAnyOtherPositionIsAnotherRow(String id, String title, String salary) {
        seen(1, "python", row("A", "甲", "15k-25k"));

        assertEquals(List.of(UpsertResult.INSERTED), seen(2, "python", row(id, title, salary)));
        assertEquals(List.of("2|2"), all("SELECT count(*), sum(openings) FROM jobs"));
    }

    @Test
    void idsThatAreMadeOfTheContentNameNoPosition() {
        seen(1, "python", row("row:0123456789abcdef", "甲", ""));
        seen(2, "python", row("row:0123456789abcdef", "甲", "15k-25k"));

        assertEquals(List.of("2"), all("SELECT count(*) FROM jobs"));
    }

    @Test
    void ofSeveralTheLastPayThatWasToldCounts() {
        seen(1, "python", row("A", "甲", "15k-25k"));
        seen(2, "python", row("A", "甲", "10k-20k"));
        seen(3, "python", row("A", "甲", ""));

        assertEquals(
                List.of("10k-20k|" + DAY.formatted(3), "15k-25k|" + DAY.formatted(1)),
                all("SELECT salary, last_seen FROM jobs ORDER BY salary"));
    }

    @ParameterizedTest
    @CsvSource({"'', 15k-25k", "15k-25k, ''"})
    void anotherDatabaseTellsOfThePositionToo(String ours, String theirs) {
        seen(3, "python", row("A", "甲", ours));
        Instant first = Instant.parse(DAY.formatted(1));
        Instant last = Instant.parse(DAY.formatted(2));
        History history = new History(1, first, last, List.of(new History.Opening("A", first, last)), List.of("java"));
        Posting posting = row("A", "甲", theirs);

        day = 4;
        put(new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse(theirs), false, history));

        assertEquals(List.of("1|甲|15k-25k|15000|1|" + DAY.formatted(1) + "|" + DAY.formatted(3)), all(ROWS));
        assertEquals(
                List.of("A|" + DAY.formatted(1) + "|" + DAY.formatted(3)),
                all("SELECT position_id, first_seen, last_seen FROM openings"));
    }

    @Test
    void theSameAgainChangesNothing() {
        seen(1, "python", row("A", "甲", ""), row("B", "甲", ""));
        seen(2, "python", row("A", "甲", "15k-25k"), row("B", "甲", "10k-20k"));
        List<String> rows = all("SELECT id, salary, openings, first_seen FROM jobs ORDER BY salary");

        seen(3, "python", row("A", "甲", ""), row("B", "甲", ""));

        assertEquals(rows, all("SELECT id, salary, openings, first_seen FROM jobs ORDER BY salary"));
        assertEquals(2, rows.size());
    }

    private List<UpsertResult> seen(int onDay, String keyword, Posting... rows) {
        day = onDay;
        List<ImportSink.Entry> entries = new ArrayList<>();
        for (Posting row : rows) {
            entries.add(entry(keyword, row));
        }
        return put(entries.toArray(ImportSink.Entry[]::new));
    }

    private List<UpsertResult> put(ImportSink.Entry... rows) {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file), clock)) {
            ImportSink sink = store.importSink("day " + day);
            List<UpsertResult> placed = sink.put(List.of(rows));
            sink.end(true, "");
            return placed;
        }
    }

    private static ImportSink.Entry entry(String keyword, Posting row) {
        return new ImportSink.Entry("made-up", keyword, row, SalaryParser.parse(row.salary()), false);
    }

    private static Posting row(String id, String title, String salary) {
        return new Posting(id, title, salary, 0, "北京", Posting.Details.NONE);
    }

    private List<String> all(String query) {
        try (Database database = SqliteDatabase.open(EmptyDatabase.at(file))) {
            return database.read(sql -> sql.all(query, row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getString(i)));
                }
                return String.join("|", cells);
            }));
        }
    }
}
