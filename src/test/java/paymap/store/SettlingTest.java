package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.crawl.CityProgress;
import paymap.job.Posting;
import paymap.salary.SalaryReader;
import paymap.store.sql.Database;
import paymap.store.sqlite.SqliteDatabase;

/** Pages are counted in the site's order, whatever order they arrive in. */
class SettlingTest {

    private static final String NOW = "2026-11-01T00:00:00Z";
    private static final int WANTED = 5;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(EmptyDatabase.at(folder.resolve("x.db")));
        database.transaction(sql -> {
            sql.update(
                    "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (1, 'p', 'made-up', '', ?, ?)",
                    WANTED,
                    NOW);
            return sql.update("INSERT INTO run_cities (run_id, place, city, page_size) VALUES (1, 0, '北京', 2)");
        });
        for (int page = 1; page <= 4; page++) {
            int number = page;
            database.transaction(
                    sql -> sql.update("INSERT INTO pages (run_id, city, page, place) VALUES (1, '北京', ?, 0)", number));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"1 2 3", "3 2 1", "2 3 1", "1 3 2"})
    void theSameRowsAreKeptWhateverTheOrderOfArrival(String order) {
        for (String page : order.split(" ")) {
            switch (page) {
                case "1" -> arrived(1, "a1", "b2");
                case "2" -> arrived(2, "c3", "a4");
                default -> arrived(3, "d5", "e6", "f7", "a8");
            }
        }

        CityProgress progress = progress();
        assertEquals(List.of("a", "b", "c", "d", "e"), titles());
        assertEquals("5 stored, 8 seen, 2 repeated, 1 surplus, settled 3", told(progress));
        assertTrue(progress.ended());
        assertEquals(List.of("3"), all("SELECT openings FROM jobs WHERE title = 'a'"));
        assertEquals(List.of("0"), all("SELECT count(*) FROM waiting_rows"));
        assertEquals(List.of(), all("SELECT page FROM pages WHERE state = 'READY'"));
    }

    @Test
    void aPageWaitsWithAllItsFieldsUntilTheEarlierOnesAreThere() {
        Posting row = new Posting("9", "甲", "1k", 13, "北京", new Posting.Details("公司", "区", "3-5年", "本科", "2026-10-01"));
        arrived(2, List.of(row));
        assertEquals(List.of(), titles());

        arrived(1, "a1");

        assertEquals(List.of("a", "甲"), titles());
        assertEquals(
                List.of("公司 区 3-5年 本科 2026-10-01 13"),
                all("SELECT company || ' ' || district || ' ' || experience || ' ' || education || ' ' || posted || ' '"
                        + " || salary_months FROM jobs WHERE title = '甲'"));
    }

    @Test
    void aPageThatIsGivenUpIsPassedOver() {
        arrived(2, "b2", "c3");
        database.transaction(sql -> sql.update("UPDATE pages SET state = 'LOST' WHERE page = 1"));

        settle(settling -> settling.proceed());

        assertEquals(List.of("b", "c"), titles());
        assertEquals(2, progress().list().settled());
        assertFalse(progress().ended());
    }

    @Test
    void aPageWithoutANewIdEndsTheList() {
        arrived(1, "a1", "b2");
        arrived(2, "b2", "a1");

        assertTrue(progress().ended());
        assertEquals("the site shows nothing new from page 2 on", progress().why());
    }

    @Test
    void aCityThatIsEndedKeepsItsReasonAndForgetsWhatWaits() {
        arrived(3, "c3");

        settle(settling -> settling.end("given up"));

        assertEquals("given up", progress().why());
        assertEquals(List.of("0"), all("SELECT count(*) FROM waiting_rows"));
        assertEquals(List.of("3"), all("SELECT page FROM pages"));
    }

    private interface Step {
        void on(Settling settling) throws java.sql.SQLException;
    }

    private void settle(Step step) {
        database.transaction(sql -> {
            step.on(new Settling(sql, 1, "北京", NOW, new SalaryReader()));
            return true;
        });
    }

    /** @param rows each a title and its id */
    private void arrived(int page, String... rows) {
        arrived(
                page,
                Arrays.stream(rows)
                        .map(row ->
                                new Posting(row.substring(1), row.substring(0, 1), "1k", 0, "北京", Posting.Details.NONE))
                        .toList());
    }

    private void arrived(int page, List<Posting> rows) {
        database.transaction(sql -> sql.update("UPDATE pages SET state = 'DONE' WHERE page = ?", page));
        settle(settling -> settling.arrived(page, rows));
    }

    private CityProgress progress() {
        return database.read(sql -> ProgressTable.of(sql, 1, "北京"));
    }

    private static String told(CityProgress city) {
        return city.stored() + " stored, " + city.counts().seen() + " seen, "
                + city.counts().repeated() + " repeated, " + city.counts().surplus() + " surplus, settled "
                + city.list().settled();
    }

    private List<String> titles() {
        return new ArrayList<>(all("SELECT title FROM jobs JOIN run_jobs ON job_id = id ORDER BY id"));
    }

    private List<String> all(String query) {
        return database.read(sql -> sql.all(query, row -> row.getString(1)));
    }
}
