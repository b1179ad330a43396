package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** Figures of rows that were put there by hand. */
class StatsCommandTest {

    private static final String SANDBOX = "sandbox (made-up data)";

    @TempDir
    Path folder;

    private long jobs;

    @BeforeEach
    void fill() throws SQLException {
        SqliteStore.open(db()).close();
        run(1, SANDBOX, "python");
        run(2, "lagou", "python");
        run(3, "lagou", "java");
        job(2, "lagou", "北京", "10k-20k", 1);
        job(2, "lagou", "北京", "20k-40k", 2);
        job(3, "lagou", "北京", "30k-50k", 1);
        job(2, "lagou", "北京", "20k以上", 1);
        job(2, "lagou", "北京", "", 1);
        job(2, "lagou", "北京", "200元/天", 1);
        job(2, "lagou", "北京", "salary", 1);
        job(3, "lagou", "深圳", "10K-20K", 3);
        job(1, SANDBOX, "北京", "100k-200k", 1);
    }

    @Test
    void theTableTellsTheFiguresOfTheSiteThatWasCrawledLast() {
        Ran ran = stats("--all-keywords");

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        assertEquals("""
                lagou, keywords java + python together: CNY a month before tax, advertised, midpoint of the range, extra months not counted
                City  n    mean  median     P25     P75  not in mean  mean over openings
                北京  3  28,333  30,000  22,500  35,000            4          28,750 (4)
                深圳  1  15,000  15,000  15,000  15,000            0          15,000 (3)
                Not in the mean: 北京: 1 open-ended, 1 undisclosed, 1 by the day or hour, 1 unreadable.
                """, ran.out());
    }

    @Test
    void jsonTellsTheSame() {
        JsonNode stats = stats("--json", "--all-keywords").json();

        assertEquals("lagou", stats.path("site").asString());
        assertTrue(stats.path("keyword").isNull());
        assertEquals(2, stats.path("cities").size());
        JsonNode city = stats.path("cities").get(0);
        assertEquals("北京", city.path("city").asString());
        assertEquals(3, city.path("n").asInt());
        assertEquals(28333.3, city.path("mean").asDouble());
        assertEquals(30000, city.path("median").asDouble());
        assertEquals(22500, city.path("p25").asDouble());
        assertEquals(35000, city.path("p75").asDouble());
        assertEquals(4, city.at("/not_in_mean/total").asInt());
        for (String why : List.of("open_ended", "undisclosed", "day_or_hour_rate", "unreadable")) {
            assertEquals(1, city.path("not_in_mean").path(why).asInt(-1), why);
        }
        assertEquals(4, city.at("/over_openings/n").asInt());
        assertEquals(28750, city.at("/over_openings/mean").asDouble());
    }

    @Test
    void madeUpAndRealRowsAreNeverMixed() {
        JsonNode madeUp = stats("--site", "sandbox", "--json").json();

        assertEquals(SANDBOX, madeUp.path("site").asString());
        assertEquals(1, madeUp.path("cities").size());
        assertEquals(1, madeUp.at("/cities/0/n").asInt());
        assertEquals(150000, madeUp.at("/cities/0/mean").asDouble());
        assertEquals(
                stats("--json").json(),
                stats("--site", "lagou", "--json").json(),
                "the site crawled last is the default");
        assertTrue(
                stats("--site", "sandbox").out().startsWith(SANDBOX + ", keyword python: "), "made-up figures say so");
    }

    @Test
    void afterACrawlOfTheSandboxTheDefaultIsTheSandbox() {
        Ran.paymap("crawl", "--cities", "sh", "--per-city", "3", "--site", "sandbox", "--db", db().toString());

        JsonNode stats = stats("--json").json();
        assertEquals(SANDBOX, stats.path("site").asString());
        assertEquals(
                List.of("北京", "上海"),
                List.of(
                        stats.at("/cities/0/city").asString(),
                        stats.at("/cities/1/city").asString()));
    }

    @Test
    void theKeywordFilterTakesRowsThatASearchForItFound() throws SQLException {
        JsonNode java = stats("--keyword", "java", "--json").json();
        assertEquals("java", java.path("keyword").asString());
        assertEquals(1, java.at("/cities/0/n").asInt());
        assertEquals(40000, java.at("/cities/0/mean").asDouble());

        Db.change(db(), "INSERT INTO run_jobs (run_id, job_id) VALUES (3, 1)"); // found by both
        assertEquals(
                2, stats("--keyword", "java", "--json").json().at("/cities/0/n").asInt());
        assertEquals(
                2,
                stats("--keyword", "python", "--json").json().at("/cities/0/n").asInt());
    }

    @Test
    void theCityFilterTakesAnyOfItsNames() {
        for (String name : List.of("sz", "shenzhen", "深圳", "深圳市")) {
            JsonNode stats = stats("--city", name, "--json").json();
            assertEquals(1, stats.path("cities").size(), name);
            assertEquals("深圳", stats.at("/cities/0/city").asString(), name);
        }
        assertEquals(2, stats("--city", "sz,bj", "--json").json().path("cities").size());
    }

    @Test
    void filtersThatMatchNothingSayWhatThereIs() {
        assertNothing(stats("--city", "sh"), "for the keyword \"java\" in 上海; there are rows of: 北京 (1), 深圳 (1)");
        assertNothing(
                stats("--keyword", "java", "--since", "9999-01-01"),
                "for the keyword \"java\" were seen since 9999-01-01 00:00; 2 are older");
    }

    private static void assertNothing(Ran ran, String sentence) {
        assertEquals(1, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals("paymap: no rows of lagou " + sentence, ran.err().strip());
    }

    @Test
    void aSiteOfFilesMayBeNamedAsTheMadeUpOneIsTyped() throws SQLException {
        assertTrue(stats("--site", "sandbox").out().startsWith(SANDBOX + ","), "as always");
        job(9, "sandbox", "杭州", "10k-20k", 2);

        assertTrue(
                stats("--site", "sandbox").out().startsWith("sandbox"),
                stats("--site", "sandbox").out());
        assertFalse(
                stats("--site", "sandbox").out().startsWith(SANDBOX),
                stats("--site", "sandbox").out());
        assertTrue(stats("--site", SANDBOX).out().startsWith(SANDBOX + ","), "by its whole name");
    }

    @Test
    void aSiteWithoutRowsIsRefusedWithThoseThatHaveSome() {
        Ran ran = stats("--site", "elsewhere.example");

        assertEquals(1, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals(
                "paymap: no rows of the site \"elsewhere.example\"; there are rows of: lagou (8), " + SANDBOX + " (1)"
                        + System.lineSeparator(),
                ran.err());
    }

    @Test
    void anEmptyDatabaseSaysHowToFillIt() {
        Path empty = folder.resolve("empty.db");
        SqliteStore.open(empty).close();

        Ran ran = Ran.paymap("stats", "--db", empty.toString());

        assertEquals(1, ran.exitCode());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("holds no rows yet; paymap crawl collects some"), ran.err());
    }

    @Test
    void aMissingDatabaseIsNotMade() {
        Path missing = folder.resolve("missing/paymap.db");

        Ran ran = Ran.paymap("stats", "--db", missing.toString());

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("there is no database " + missing + " yet"), ran.err());
        assertFalse(Files.exists(missing));
        assertFalse(Files.exists(missing.getParent()));
    }

    @Test
    void aCityWithNothingInTheMeanHasDashesAndNulls() throws SQLException {
        job(2, "lagou", "杭州", "面议", 2);

        Ran table = stats("--city", "hz", "--keyword", "python");
        JsonNode json =
                stats("--city", "hz", "--keyword", "python", "--json").json().at("/cities/0");

        assertTrue(table.out().matches("(?s).*杭州 +0 +- +- +- +- +1 +- \\(0\\).*"), table.out());
        assertTrue(json.path("mean").isNull());
        assertEquals(1, json.at("/not_in_mean/undisclosed").asInt());
    }

    @Test
    void lookingChangesNothing() throws SQLException {
        List<String> before = Db.rows(db(), "SELECT * FROM jobs");

        stats();

        assertEquals(before, Db.rows(db(), "SELECT * FROM jobs"));
    }

    private Ran stats(String... args) {
        List<String> all = new ArrayList<>(List.of("stats", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private void run(int id, String site, String keyword) throws SQLException {
        Db.change(
                db(),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, complete) VALUES (?, ?, ?, ?, 100, ?, 1)",
                id,
                "plan " + id,
                site,
                keyword,
                "2026-11-23T08:00:0" + id + "Z");
    }

    private void job(int run, String site, String city, String salary, int openings) throws SQLException {
        jobs++;
        Db.change(
                db(),
                "INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen)"
                        + " VALUES (?, ?, ?, ?, ?, ?, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z')",
                jobs,
                site,
                city,
                "工程师 " + jobs,
                salary,
                openings);
        Db.change(db(), "INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?)", run, jobs);
    }
}
