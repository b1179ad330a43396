package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** A crawl of every page that the site shows. */
@Timeout(120)
class WholeCrawlTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} threads, {1} postings")
    @CsvSource({"1, 592", "16, 592", "1, 37", "16, 37", "16, 45", "4, 7"})
    void everyRowThatTheSiteShowsIsStoredWhateverTheThreads(int threads, int postings) throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withPostings(postings))) {
            FirstRows all = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE);

            Ran ran = crawl(site, "--cities", "bj", "--whole", "-n", "" + threads, "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            assertFalse(ran.err().contains("missing"), ran.err());
            assertEquals(new TreeSet<>(all.rows()), rows());
            JsonNode report = ran.json();
            assertTrue(report.path("whole").asBoolean());
            JsonNode city = report.at("/cities/0");
            assertEquals(all.rows().size(), city.path("stored").asInt());
            assertEquals(Math.min(postings, 450), city.path("seen").asInt());
            assertTrue(city.path("wanted").isNull(), city.toString());
            assertEquals(0, city.path("missing").asInt(-1));
            assertTrue(city.path("read_to_end").asBoolean(), city.toString());
            assertTrue(city.path("pages").asInt() <= all.pages(), city.toString());
            assertEquals(List.of("0|1|1"), ends());
        }
    }

    @Test
    void theTableAsksForNoNumberOfRows() throws Exception {
        Ran ran = paymap("crawl", "--site", "sandbox", "--cities", "bj,sh", "--whole");

        assertEquals(0, ran.exitCode(), ran.err());
        List<String> lines = ran.out().lines().toList();
        assertEquals("City stored new pages rows seen repeated not readable to its end", folded(lines.get(1)));
        assertTrue(lines.get(2).matches("北京 +\\d+ +\\d+ +3[01] +450 +\\d+ +0 +yes"), lines.get(2));
        assertTrue(lines.get(3).matches("上海 +\\d+ +\\d+ +3[01] +450 +\\d+ +0 +yes"), lines.get(3));
        Ran chinese = Ran.chinese("crawl", "--site", "sandbox", "--cities", "bj", "--whole", "--db", db().toString());
        assertEquals(
                "城市 已存 新 页 所见行 重复 不可读 到底", folded(chinese.out().lines().toList().get(1)));
    }

    @Test
    void aNumberThatIsTypedExcludesItAndOneThatIsSetGivesWay() {
        Ran both = paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole", "--per-city", "5");
        assertEquals(2, both.exitCode());
        assertEquals(
                "paymap: --whole and --per-city exclude each other", both.err().strip());

        Ran none = paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "0");
        assertEquals(2, none.exitCode());
        assertEquals(
                "paymap: rows per city must be from 1 to 10000: 0", none.err().strip());

        Ran set = Ran.paymap(
                Map.of("PAYMAP_PER_CITY", "5"),
                "crawl",
                "--site",
                "sandbox",
                "--cities",
                "bj",
                "--whole",
                "--json",
                "--db",
                db().toString());
        assertEquals(450, set.json().at("/cities/0/seen").asInt(), set.err());
    }

    @Test
    void itIsAPlanOfItsOwnAndRunsNamesItsCommand() throws Exception {
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "20");
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole");
        Db.change(db(), "UPDATE runs SET complete = 0, why = 'tired'");

        Ran runs = paymap("runs", "-v");
        JsonNode json = paymap("runs", "--json").json();

        assertTrue(runs.out().lines().anyMatch(line -> line.matches("2 +crawl .*北京 +all +ended early.*")), runs.out());
        assertTrue(json.at("/1/whole").asBoolean() && !json.at("/0/whole").asBoolean(), json.toString());
        String command = "paymap crawl --site sandbox --seed 1 --keyword python --cities bj --whole --db " + db();
        assertEquals(command, json.at("/1/continue").asString());
        Ran again = paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole", "--json");
        assertEquals(2, again.json().path("run").asInt());
        assertTrue(again.json().path("continued").asBoolean());
    }

    @Test
    void aTrendSaysThatOneOfTheRunsTookAll() {
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "20");
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole");

        Ran trend = paymap("stats", "--trend");

        assertTrue(folded(trend.out()).contains("run 2 took all rows of a city, run 1 the first 20."), trend.out());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aPageThatCannotBeReadLeavesTheCityOpenUntilItIsRead(int threads) throws Exception {
        String[] command = {"--cities", "bj", "--whole", "--json", "-n", "" + threads};
        int port;
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withFaults("page1:3"))) {
            port = site.uri().getPort();
            Ran ran = crawl(site, command);

            assertEquals(3, ran.exitCode(), ran.err());
            JsonNode city = ran.json().at("/cities/0");
            assertFalse(city.path("read_to_end").asBoolean(true), city.toString());
            assertTrue(city.path("missing").isNull(), city.toString());
            assertTrue(ran.err().contains("北京: not read to its end; "), ran.err());
            assertTrue(ran.err().contains("page 1 came back as page "), ran.err());
            assertTrue(ran.err().contains("To continue:\n  paymap crawl --cities bj --whole"), ran.err());
            assertEquals(List.of("0|0|0"), ends());
        }
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withPort(port))) {
            Ran ran = crawl(site, command);

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(ran.json().path("continued").asBoolean());
            assertEquals(
                    new TreeSet<>(FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE)
                            .rows()),
                    rows());
            assertEquals(List.of("0|1|1"), ends());
        }
    }

    @Test
    void oneThatIsKilledIsContinuedToTheEnd() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(100)))) {
            String[] command = {"--cities", "bj,sh", "--whole", "--rate", "max", "-n", "4"};
            try (CrawlProcess killed = CrawlProcess.start(folder, "killed", List.of(), site.uri(), db(), command)) {
                killed.runUntil(() -> site.counters().pages() > 8);
            }
            assertEquals(List.of("0|0|0", "0|0|0"), ends(), "it was killed too late");

            JsonNode report = CrawlProcess.start(folder, "again", List.of(), site.uri(), db(), command)
                    .report();

            assertTrue(report.path("continued").asBoolean(), report.toString());
            TreeSet<String> all = new TreeSet<>();
            for (String city : List.of("北京", "上海")) {
                all.addAll(FirstRows.of(site.uri(), city, "python", Integer.MAX_VALUE)
                        .rows());
            }
            assertEquals(all, rows());
            assertEquals(List.of("0|1|1", "0|1|1"), ends());
        }
    }

    private Ran crawl(SandboxSite site, String... args) {
        List<String> all = new ArrayList<>(List.of("crawl"));
        all.addAll(List.of(args));
        all.addAll(List.of("--site", site.uri().toString(), "--rate", "max"));
        return paymap(all.toArray(String[]::new));
    }

    private Ran paymap(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--db", db().toString()));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private TreeSet<String> rows() throws Exception {
        return new TreeSet<>(Db.rows(db(), "SELECT city, title, salary FROM jobs"));
    }

    /** Of each city: rows wanted, whether its run is complete, whether it was read to its end. */
    private List<String> ends() throws Exception {
        return Db.rows(db(), "SELECT per_city, complete, to_end FROM run_cities JOIN runs ON id = run_id");
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
