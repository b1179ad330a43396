package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.job.City;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** Several keywords, and all cities, as a person crawls them. */
@Timeout(300)
class SeriesCommandTest {

    /** A site that nobody may reach: the sentence comes before any request. */
    private static final String AWAY = "https://192.0.2.1";

    @TempDir
    Path folder;

    @Test
    void eachKeywordIsARunOfOneSeriesAndIsToldAsEver() throws Exception {
        Ran ran = sandbox("--cities", "bj,sh", "--keyword", "Python,Java，Go, java", "--per-city", "10");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("1|1|Python|1", "2|1|Java|1", "3|1|Go|1"),
                Db.rows(db(), "SELECT id, series, keyword, complete FROM runs ORDER BY id"));
        assertTrue(ran.out().contains("Run 2: \"Java\" from sandbox"), ran.out());
        String total = ran.out().substring(ran.out().indexOf("All keywords"));
        assertTrue(total.matches("(?s).*\n1 +Python +complete +20 +20 +\\d.*\n3 +Go +complete +20 +20 +\\d.*"), total);
        assertTrue(ran.err().contains("Keyword 2 of 3: \"Java\""), ran.err());
    }

    @Test
    void asJsonItIsTheListOfWhatEachKeywordAloneGives() throws Exception {
        JsonNode several = sandbox("--cities", "bj", "--keyword", "Python,Java", "--per-city", "10", "--json")
                .json();
        JsonNode alone = sandbox("--cities", "bj", "--keyword", "Go", "--per-city", "10", "--json")
                .json();

        assertEquals("[\"Python\",\"Java\"]", several.path("keywords").toString());
        assertEquals("complete", several.path("ending").asString());
        assertEquals("Java", several.at("/runs/1/keyword").asString());
        assertEquals(2, several.path("runs").size());
        assertEquals(
                new ArrayList<>(alone.propertyNames()),
                new ArrayList<>(several.at("/runs/0").propertyNames()));
        assertFalse(alone.has("runs"), "one keyword is told as ever");
    }

    @Test
    void theSameCommandGoesOnWithTheSeriesAndAsksNothingOfACompleteKeyword() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            String[] command = {"--cities", "bj", "--keyword", "Python,Java", "--per-city", "10"};
            assertEquals(0, crawl(site.uri(), command).exitCode());
            Db.change(db(), "UPDATE runs SET complete = 0 WHERE id = 2");
            long asked = site.counters().pages();

            JsonNode again = crawl(site.uri(), with(command, "--json")).json();

            assertEquals(1, again.at("/runs/0/run").asInt());
            assertEquals(2, again.at("/runs/1/run").asInt());
            assertTrue(again.at("/runs/1/continued").asBoolean());
            assertEquals(asked, site.counters().pages(), "what is stored is not asked for again");
            assertEquals(10, again.at("/runs/0/cities/0/stored").asInt());
            assertEquals(
                    3,
                    crawl(site.uri(), with(command, "--json"))
                            .json()
                            .at("/runs/0/run")
                            .asInt(),
                    "then a new one");
        }
    }

    @Test
    void allIsEveryCityAndEachIsServed() throws Exception {
        Ran ran = sandbox("--cities", "all", "--per-city", "1", "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode report = ran.json();
        assertEquals(City.ALL.size(), report.path("cities").size());
        for (JsonNode city : report.path("cities")) {
            assertEquals(1, city.path("stored").asInt(), city.toString());
            assertEquals(0, city.path("not_readable").asInt(), city.toString());
        }
        assertEquals(List.of("甘孜"), Db.rows(db(), "SELECT DISTINCT city FROM jobs WHERE city LIKE '甘孜%'"));
        Ran runs = Ran.paymap("runs", "--db", db().toString(), "--json");
        assertEquals(City.ALL.size(), runs.json().at("/0/cities").size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Era.class,
            names = {"CLASSIC", "RENDERED"})
    void anAutonomousPrefectureIsAskedForByItsNameInFullAndStoredUnderTheShortOne(Era era) throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEras(Set.of(era)))) {
            Ran ran = crawl(site.uri(), "--cities", "ganzi", "--per-city", "10");

            assertEquals(0, ran.exitCode(), ran.err());
            String full = URLEncoder.encode("甘孜藏族自治州", StandardCharsets.UTF_8);
            assertTrue(
                    site.log().stream().anyMatch(sent -> sent.target().contains("city=" + full)),
                    site.log().toString());
            assertFalse(site.log().stream()
                    .anyMatch(sent ->
                            sent.target().contains("city=" + URLEncoder.encode("甘孜", StandardCharsets.UTF_8) + "&")));
        }
        assertEquals(List.of("甘孜|10"), Db.rows(db(), "SELECT city, count(*) FROM jobs GROUP BY city"));
    }

    @Test
    void whatIsNotCompleteIsContinuedByOneCommandForAll() throws Exception {
        sandbox("--cities", "bj", "--keyword", "Python,Java,Go", "--per-city", "10");
        Db.change(db(), "UPDATE runs SET complete = 0 WHERE id > 1");

        String told = Ran.paymap("runs", "--db", db().toString()).out();

        String command =
                "paymap crawl --site sandbox --seed 1 --keyword Python,Java,Go --cities bj --per-city 10 --db ";
        assertTrue(told.contains("to continue:\n  " + command), told);
        assertEquals(told.indexOf(command), told.lastIndexOf(command), told);
        JsonNode runs = Ran.paymap("runs", "--db", db().toString(), "--json").json();
        assertTrue(runs.at("/2/continue").asString().startsWith(command), runs.toString());
        assertEquals(1, runs.at("/2/series").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Python,Java", "Python"})
    void whatTakesMoreThanADayIsNotBegunUnlessItIsWanted(String keywords) throws Exception {
        Ran ran = crawl(URI.create(AWAY), "--cities", "all", "--keyword", keywords, "--rate", "6/min");

        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        String pages = keywords.contains(",") ? "22,878 pages, 2.6 days" : "11,439 pages, 1.3 days";
        assertTrue(
                ran.err()
                        .contains("this is up to " + pages
                                + " at 6/min, and more machines do not make it faster; --yes begins it all the same"),
                ran.err());
        assertEquals(List.of("0"), Db.rows(db(), "SELECT count(*) FROM runs"));
    }

    @Test
    void whatTakesHoursIsToldBeforeAndWhatIsLeftOfIt() throws Exception {
        String[] command = {"--cities", "bj,sh", "--keyword", "Python,Java", "--per-city", "10", "--rate", "12/min"};
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            Ran begun = crawl(site.uri(), "--cities", "bj,sh", "--keyword", "Python,Java", "--per-city", "10");
            assertEquals(0, begun.exitCode(), begun.err());
            Db.change(db(), "UPDATE runs SET complete = 0 WHERE id = 2");

            Ran rest = crawl(site.uri(), command);
            assertFalse(rest.err().contains("At most"), "nothing is left: " + rest.err());
        }
        Ran away = Ran.paymap(
                "crawl",
                "--site",
                "http://127.0.0.1:1",
                "--cities",
                "bj,sh",
                "--keyword",
                "a,b",
                "--rate",
                "12/min",
                "--max-wait",
                "1s",
                "--db",
                db().toString());
        assertTrue(
                away.err().contains("At most 124 pages: 11 min at 12/min, whatever the number of machines."),
                away.err());
    }

    @Test
    void tooManyKeywordsAndNamesBesideAllAreRefused() {
        String many = String.join(
                ",",
                java.util.stream.IntStream.range(0, 51).mapToObj(i -> "k" + i).toList());
        assertTrue(sandbox("--cities", "bj", "--keyword", many)
                .err()
                .contains("at most 50 keywords at a time, and these are 51"));
        assertTrue(sandbox("--cities", "bj,all").err().contains("all is every city; leave the others out: \"bj,all\""));
        String longest = "x".repeat(101);
        assertTrue(sandbox("--cities", "bj", "--keyword", "a," + longest)
                .err()
                .contains("a keyword must have 1 to 100 characters: \"" + longest));
    }

    @Test
    void helpTellsHowManyCitiesThereAreAndAsOfWhen() {
        String help = Ran.paymap("crawl", "--help").out().replaceAll("\\s+", " ");

        assertTrue(help.contains("the " + City.ALL.size() + " places of the mainland"), help);
        assertTrue(help.contains("as of " + City.AS_OF), help);
    }

    @Test
    void settingsMayNameAllCitiesAndSeveralKeywords() {
        Ran ran = Ran.paymap(
                java.util.Map.of("PAYMAP_CITIES", "all", "PAYMAP_KEYWORD", "Python,Java"),
                "crawl",
                "--site",
                "sandbox",
                "--rate",
                "max",
                "--per-city",
                "1",
                "--json",
                "--db",
                db().toString());

        assertEquals(City.ALL.size(), ran.json().at("/runs/1/cities").size(), ran.err());
        Ran stats = Ran.paymap(
                java.util.Map.of("PAYMAP_CITIES", "all", "PAYMAP_KEYWORD", "Python,Java"),
                "stats",
                "--json",
                "--db",
                db().toString());
        assertEquals(0, stats.exitCode(), stats.err());
    }

    private Ran sandbox(String... words) {
        return run(with(words, "--site", "sandbox", "--rate", "max"));
    }

    private Ran crawl(URI site, String... words) {
        String[] there = with(words, "--site", site.toString());
        return run(List.of(words).contains("--rate") ? there : with(there, "--rate", "max"));
    }

    private Ran run(String... words) {
        List<String> all = new ArrayList<>(List.of("crawl", "--db", db().toString()));
        all.addAll(List.of(words));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
