package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Another database of paymap is taken in with all that it knows. */
class MergedDatabaseTest {

    private static final String OPENINGS =
            "SELECT site, city, title, salary, position_id, o.first_seen, o.last_seen FROM jobs j JOIN openings o"
                    + " ON job_id = j.id ORDER BY 1, 2, 3, 4, 5";
    private static final String ROWS = "SELECT site, city, title, salary, salary_low, salary_high, salary_interval,"
            + " salary_months, company, district, experience, education, posted, openings, openings_without_id,"
            + " first_seen, last_seen, made_up FROM jobs ORDER BY 1, 2, 3, 4";

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatIsTakenInIsTheSameButForTheNumbersOfRuns() throws Exception {
        some("a.db");
        byte[] before = Files.readAllBytes(file("a.db"));

        Ran ran = Ran.imported(file("b.db"), file("a.db"));

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("paymap database"), ran.out());
        assertEquals(withoutRun(export("a.db")), withoutRun(export("b.db")));
        assertEquals(Db.rows(file("a.db"), ROWS), Db.rows(file("b.db"), ROWS));
        assertEquals(Db.rows(file("a.db"), OPENINGS), Db.rows(file("b.db"), OPENINGS));
        assertEquals(stats("a.db", "go"), stats("b.db", "go"));
        assertEquals(stats("a.db", "java"), stats("b.db", "java"));
        assertEquals(
                new String(before, "ISO-8859-1"),
                Files.readString(file("a.db"), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void takingItInTwiceAndBackChangesNothing() throws Exception {
        some("a.db");
        assertEquals(0, Ran.imported(file("b.db"), file("a.db")).exitCode());
        List<String> rows = Db.rows(file("b.db"), ROWS);
        List<String> runs = Db.rows(file("b.db"), "SELECT id, keyword FROM runs");

        Ran again = Ran.imported(file("b.db"), file("a.db"), "--json");
        assertEquals(0, again.json().at("/files/0/new").asInt(-1));
        Ran back = Ran.imported(file("a.db"), file("b.db"), "--json");
        assertEquals(0, back.json().at("/files/0/new").asInt(-1));

        assertEquals(rows, Db.rows(file("b.db"), ROWS));
        assertEquals(runs, Db.rows(file("b.db"), "SELECT id, keyword FROM runs"));
        assertEquals(rows, Db.rows(file("a.db"), ROWS));
        assertEquals(Db.rows(file("a.db"), OPENINGS), Db.rows(file("b.db"), OPENINGS));
    }

    @Test
    void openingsAndTimesOfBothAreJoined() throws Exception {
        table("a.db", "go", "title,salary,city,id,company\n甲,10k-20k,北京,1,\n甲,10k-20k,北京,2,\n");
        table("b.db", "java", "title,salary,city,id,company\n甲,10k-20k,北京,2,某公司\n甲,10k-20k,北京,3,\n");
        Db.change(file("a.db"), "UPDATE jobs SET first_seen = '2026-01-01T00:00:00Z'");
        Db.change(file("a.db"), "UPDATE openings SET first_seen = '2026-01-01T00:00:00Z'");

        assertEquals(0, Ran.imported(file("b.db"), file("a.db")).exitCode());

        assertEquals(
                List.of("3|0|2026-01-01T00:00:00Z|某公司"),
                Db.rows(file("b.db"), "SELECT openings, openings_without_id, first_seen, company FROM jobs"));
        assertEquals(
                List.of("1", "2", "3"), Db.rows(file("b.db"), "SELECT position_id FROM openings ORDER BY position_id"));
        assertEquals(List.of("go", "java"), Db.rows(file("b.db"), "SELECT keyword FROM postings ORDER BY keyword"));
    }

    /** What came from elsewhere has sights of any time, also of the time of a run that is forgotten. */
    @Test
    void forgettingARunLeavesWhatTheOtherDatabaseKnew() throws Exception {
        some("a.db");
        Files.copy(file("a.db"), file("b.db"));
        assertEquals(0, Ran.imported(file("b.db"), file("a.db")).exitCode());
        List<String> openings = Db.rows(file("b.db"), OPENINGS);

        Ran ran = Ran.paymap(
                "forget", "--run", "1,2,3", "--yes", "--db", file("b.db").toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(openings, Db.rows(file("b.db"), OPENINGS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7"})
    void anEarlierSchemaIsReadAndLeftAsItIs(String schema) throws Exception {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file("old.db"), null, null)
                .locations("classpath:paymap/store/sqlite")
                .target(schema)
                .load()
                .migrate();
        Db.change(
                file("old.db"),
                "INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen) VALUES"
                        + " (3, 's', '北京', '甲', '10k-20k', 2, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')");
        Db.change(
                file("old.db"),
                "INSERT INTO openings VALUES (3, 'x', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),"
                        + " (3, 'y', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z')");
        Db.change(
                file("old.db"),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                        + " (5, 'p', 's', 'go', 9, '2026-01-01T00:00:00Z')");
        Db.change(file("old.db"), "INSERT INTO run_jobs VALUES (5, 3)");
        byte[] before = Files.readAllBytes(file("old.db"));

        Ran ran = Ran.imported(file("b.db"), file("old.db"));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("s|甲|10000|20000|month|12|2|2026-01-01T00:00:00Z|2026-01-02T00:00:00Z|go"),
                Db.rows(
                        file("b.db"),
                        "SELECT site, title, salary_low, salary_high, salary_interval, salary_months, openings, first_seen,"
                                + " last_seen, keyword FROM postings"));
        assertEquals(java.util.Arrays.hashCode(before), java.util.Arrays.hashCode(Files.readAllBytes(file("old.db"))));
        try (var beside = Files.list(folder)) {
            assertEquals(
                    List.of("b.db", "old.db"),
                    beside.map(path -> path.getFileName().toString())
                            .filter(name -> !name.matches("b.db-.*"))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE jobs (id INTEGER) | has no tables of paymap",
                "CREATE TABLE flyway_schema_history (version TEXT, success INTEGER) | has no tables of paymap",
            })
    void theDatabaseOfAnotherProgramIsNamed(String made, String told) throws Exception {
        Db.change(file("other.db"), made);

        Ran ran = Ran.imported(file("b.db"), file("other.db"));

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains(told), ran.err());
        assertFalse(Files.exists(file("b.db"))
                && !Db.rows(file("b.db"), "SELECT id FROM jobs").isEmpty());
    }

    @Test
    void aLaterSchemaIsNamed() throws Exception {
        some("a.db");
        Db.change(
                file("a.db"),
                "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, 1 FROM flyway_schema_history LIMIT 1");

        Ran ran = Ran.imported(file("b.db"), file("a.db"));

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("is of a later version of paymap (schema 99; this one knows 9)"), ran.err());
    }

    /** The tables of a hostile file may be views that do anything, and its rows hold anything. */
    @Test
    void viewsAreNoTablesAndBadRowsAreRejected() throws Exception {
        some("a.db");
        Db.change(file("a.db"), "UPDATE jobs SET openings = 0 WHERE id = 1");
        Db.change(file("a.db"), "UPDATE jobs SET first_seen = 'yesterday' WHERE id = 2");
        Db.change(file("a.db"), "UPDATE jobs SET city = '火星' WHERE id = 3");

        Ran ran = Ran.imported(file("b.db"), file("a.db"), "--json");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(3, ran.json().at("/files/0/rejected").asInt());

        Db.change(file("a.db"), "ALTER TABLE jobs RENAME TO other");
        Db.change(file("a.db"), "DROP VIEW postings");
        Db.change(file("a.db"), "CREATE VIEW jobs AS SELECT * FROM other");
        Ran view = Ran.imported(file("c.db"), file("a.db"));
        assertTrue(view.err().contains("has no tables of paymap"), view.err());
    }

    @Test
    void theDatabaseItselfIsNotTakenIn() throws Exception {
        some("a.db");

        Ran ran = Ran.imported(file("a.db"), file("a.db"));

        assertEquals(2, ran.exitCode());
        assertEquals("paymap: " + file("a.db") + " is the database itself, into which its rows would go\n", ran.err());
    }

    @Test
    void nothingIsStoredToTryItOut() throws Exception {
        some("a.db");

        Ran ran = Ran.imported(file("b.db"), file("a.db"), "--dry-run");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("甲"), ran.out());
        assertFalse(Files.exists(file("b.db")));
    }

    /** Two searches that share rows, an export taken in, made-up rows, several openings behind a row. */
    private void some(String database) throws IOException, SQLException {
        table(
                database,
                "go",
                "title,salary,city,id,company,posted\n甲,10k-20k·14薪,北京,1,公司,2026-11-01\n甲,10k-20k·14薪,北京,2,公司,\n乙,面议,上海,3,,\n");
        table(
                database,
                "java",
                "title,salary,city,id,district,experience\n甲,10k-20k·14薪,北京,2,海淀区,3-5年\n丙,15-25K,昆山,4,,\n");
        table(
                database,
                "c, c++",
                "title,salary,city,site,salary_low,openings,first_seen,last_seen,made_up\n丁,1k-2k,北京,boss,1000,3,"
                        + "2026-01-01T00:00:00Z,2026-02-01T00:00:00.5Z,1\n");
    }

    private void table(String database, String keyword, String text) throws IOException {
        Path csv = folder.resolve("rows.csv");
        Files.writeString(csv, text);
        Ran ran = Ran.imported(file(database), csv, "--keyword", keyword);
        assertEquals(0, ran.exitCode(), ran.err());
        Files.delete(csv);
    }

    private String export(String database) {
        Ran ran = Ran.paymap("export", "--all-sites", "--db", file(database).toString());
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.out();
    }

    private String stats(String database, String keyword) {
        return Ran.paymap(
                        "stats",
                        "--site",
                        "imported",
                        "--keyword",
                        keyword,
                        "--db",
                        file(database).toString())
                .out();
    }

    /** The last column but one. */
    private static String withoutRun(String csv) {
        return csv.lines()
                .map(line -> line.replaceAll(",[^,]*,([^,]*)$", ",$1"))
                .collect(Collectors.joining("\n"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
