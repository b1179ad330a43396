package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.Posting;
import paymap.salary.SalaryParser;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sqlite.SqliteDatabase;

/** What one row leaves in the tables, first and later. */
class JobWriterTest {

    private static final String FIRST = "2026-11-01T00:00:00Z";
    private static final String LATER = "2026-11-02T00:00:00Z";

    @TempDir
    Path folder;

    private Database database;
    private boolean broughtByThisRun;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(EmptyDatabase.at(folder.resolve("x.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewRowHasItsOpeningAndItsPay() {
        assertEquals(UpsertResult.INSERTED, upsert(FIRST, row("1", "公司", "区", "3-5年", "本科", "2026-10-01")));

        assertEquals(
                List.of("1|made-up|北京|甲|15k-25k|15000|25000|month|12|公司|区|3-5年|本科|2026-10-01|1|" + FIRST + "|" + FIRST),
                all("SELECT * FROM jobs", 17));
        assertEquals(List.of("1|1|" + FIRST + "|" + FIRST), all("SELECT * FROM openings", 4));
    }

    @Test
    void aLaterSightTellsAnewWhatItTellsAndForgetsNothing() {
        upsert(FIRST, row("1", "公司", "区", "3-5年", null, "2026-10-01"));

        assertEquals(UpsertResult.UPDATED, upsert(LATER, row("1", null, null, null, "本科", null)));
        assertEquals(
                List.of("公司|区|3-5年|本科|2026-10-01|1|" + FIRST + "|" + LATER),
                all(
                        "SELECT company, district, experience, education, posted, openings, first_seen, last_seen FROM jobs",
                        8));

        assertEquals(UpsertResult.UPDATED, upsert(LATER, row("1", "a", "b", "c", "d", "2026-11-02")));
        assertEquals(
                List.of("a|b|c|d|2026-11-02|1"),
                all("SELECT company, district, experience, education, posted, openings FROM jobs", 6));
    }

    @Test
    void aRowThatTheRunHasBroughtGainsAnOpeningAndNothingElse() {
        upsert(FIRST, row("1", "公司", null, null, null, null));
        broughtByThisRun = true;

        assertEquals(UpsertResult.DUPLICATE, upsert(LATER, row("2", "另一家", "区", null, null, null)));

        assertEquals(List.of("公司|null|2|" + FIRST), all("SELECT company, district, openings, last_seen FROM jobs", 4));
        assertEquals(
                List.of("1|" + FIRST + "|" + FIRST, "2|" + LATER + "|" + LATER),
                all("SELECT position_id, first_seen, last_seen FROM openings ORDER BY position_id", 3));
    }

    @Test
    void anOpeningThatIsSeenAgainIsNoSecondOne() {
        upsert(FIRST, row("1", null, null, null, null, null));
        upsert(LATER, row("1", null, null, null, null, null));

        assertEquals(List.of("1"), all("SELECT openings FROM jobs", 1));
        assertEquals(
                List.of("1|" + FIRST + "|" + LATER), all("SELECT position_id, first_seen, last_seen FROM openings", 3));
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 2"})
    void onlyARowThatTheRunHasBroughtIsTouched(boolean brought, int openings) {
        upsert(FIRST, row("1", null, null, null, null, null));
        broughtByThisRun = brought;

        boolean touched = database.transaction(sql -> writer(sql, LATER).touch(row("2", "x", null, null, null, null)));

        assertEquals(brought, touched);
        assertEquals(List.of(openings + "|null"), all("SELECT openings, company FROM jobs", 2));
    }

    @Test
    void aRowThatIsNotThereIsNotTouched() {
        boolean touched = database.transaction(sql -> writer(sql, LATER).touch(row("1", null, null, null, null, null)));

        assertFalse(touched);
        assertTrue(all("SELECT id FROM openings, jobs", 1).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"other, 北京, 甲, 1k", "made-up, 上海, 甲, 1k", "made-up, 北京, 乙, 1k", "made-up, 北京, 甲, 2k"})
    void siteCityTitleAndSalaryMakeARow(String site, String city, String title, String salary) {
        upsert(FIRST, new Posting("1", "甲", "1k", 0, "北京", Posting.Details.NONE));
        Posting other = new Posting("1", title, salary, 0, city, Posting.Details.NONE);

        UpsertResult became = database.transaction(sql -> new JobWriter(Writing.in(sql), site, LATER, job -> false)
                        .upsert(other, SalaryParser.parse(salary), false))
                .result();

        assertEquals(UpsertResult.INSERTED, became);
        assertEquals(List.of("1", "2"), all("SELECT id FROM jobs ORDER BY id", 1));
    }

    @Test
    void severalRowsOfOneTransactionGetNumbersOfTheirOwn() {
        List<Long> ids = database.transaction(sql -> {
            Writing numbers = Writing.in(sql);
            JobWriter one = new JobWriter(numbers, "a", FIRST, job -> false);
            JobWriter other = new JobWriter(numbers, "b", FIRST, job -> false);
            Posting row = row("1", null, null, null, null, null);
            return List.of(
                    one.upsert(row, SalaryParser.parse(""), false).id(),
                    other.upsert(row, SalaryParser.parse(""), false).id(),
                    one.upsert(row, SalaryParser.parse(""), false).id());
        });

        assertEquals(List.of(1L, 2L, 1L), ids);
    }

    private UpsertResult upsert(String now, Posting row) {
        return database.transaction(sql ->
                        writer(sql, now).upsert(row, SalaryParser.parse(row.salary(), row.salaryMonths()), false))
                .result();
    }

    private JobWriter writer(Sql sql, String now) throws java.sql.SQLException {
        return new JobWriter(Writing.in(sql), "made-up", now, job -> broughtByThisRun);
    }

    private static Posting row(
            String id, String company, String district, String experience, String education, String posted) {
        return new Posting(
                id, "甲", "15k-25k", 0, "北京", new Posting.Details(company, district, experience, education, posted));
    }

    private List<String> all(String query, int columns) {
        return database.read(sql -> sql.all(query, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                cells.add(String.valueOf(row.getString(i)));
            }
            return String.join("|", cells);
        }));
    }
}
