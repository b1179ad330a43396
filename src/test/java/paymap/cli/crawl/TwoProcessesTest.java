package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** Two real processes, one database, one plan: they share the work and both tell the truth. */
@Timeout(300)
class TwoProcessesTest {

    private static final int PER_CITY = 60;

    /** Twelve pages of it last longer than a second process takes to start, however busy the machine. */
    private static final Duration LATENCY = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final List<CrawlProcess> started = new ArrayList<>();

    @AfterEach
    void leaveNoProcess() {
        started.forEach(CrawlProcess::close);
    }

    @Test
    void aSecondCrawlOfTheSamePlanJoinsTheFirst() throws Exception {
        FirstRows beijing;
        FirstRows shanghai;
        try (SandboxSite other = SandboxSite.start(SandboxOptions.defaults())) {
            beijing = FirstRows.of(other.uri(), "北京", "python", PER_CITY);
            shanghai = FirstRows.of(other.uri(), "上海", "python", PER_CITY);
        }
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(LATENCY))) {
            CrawlProcess first = start("first", site);
            first.runUntil(() -> !pagesAsked(site).isEmpty()); // it is at work, and far from the end
            CrawlProcess second = start("second", site);

            JsonNode one = first.report();
            JsonNode two = second.report();

            assertTrue(two.path("joined").asBoolean() && !one.path("joined").asBoolean(), two.toString());
            assertEquals(one.path("run").asInt(), two.path("run").asInt());
            for (JsonNode report : List.of(one, two)) {
                assertEquals("complete", report.path("ending").asString());
                assertEquals(PER_CITY, report.at("/cities/0/stored").asInt());
                assertEquals(PER_CITY, report.at("/cities/1/stored").asInt());
                assertTrue(report.at("/tally/pages").asInt() > 0, "each did a part: " + report);
            }
            assertEquals(one.path("cities"), two.path("cities"));
            List<String> pages = pagesAsked(site);
            assertEquals(beijing.pages() + shanghai.pages(), pages.size(), pages.toString());
            assertEquals(
                    pages.size(),
                    one.at("/tally/pages").asInt() + two.at("/tally/pages").asInt());
            TreeSet<String> expected = new TreeSet<>(beijing.rows());
            expected.addAll(shanghai.rows());
            assertEquals(expected, new TreeSet<>(Db.rows(db(), "SELECT city, title, salary FROM jobs")));
            assertEquals(List.of("1|1|"), Db.rows(db(), "SELECT id, complete, why FROM runs"));
            assertEquals(List.of(), Db.rows(db(), "SELECT * FROM run_owners"));
        }
    }

    @Test
    void startedAtTheSameMomentOnAnEmptyDatabaseTheyStillShareOneRun() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(250)))) {
            CrawlProcess first = start("first", site);
            CrawlProcess second = start("second", site);

            JsonNode one = first.report();
            JsonNode two = second.report();

            assertEquals(one.path("cities"), two.path("cities"));
            assertTrue(one.path("joined").asBoolean() != two.path("joined").asBoolean());
            List<String> pages = pagesAsked(site);
            assertEquals(new TreeSet<>(pages).size(), pages.size(), "no page twice: " + pages);
            assertEquals(List.of("1|1"), Db.rows(db(), "SELECT id, complete FROM runs"));
        }
    }

    @Test
    void oneThatIsKilledLeavesItsPartToTheOther() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(LATENCY))) {
            CrawlProcess first = start("first", site);
            first.runUntil(() -> !pagesAsked(site).isEmpty());
            CrawlProcess second = start("second", site);
            second.runUntil(() -> Db.rows(db(), "SELECT owner FROM run_owners").size() == 2);
            first.close();

            JsonNode report = second.report();

            assertEquals(PER_CITY, report.at("/cities/0/stored").asInt());
            assertEquals(PER_CITY, report.at("/cities/1/stored").asInt());
            assertEquals(List.of("1|1"), Db.rows(db(), "SELECT id, complete FROM runs"));
        }
    }

    @Test
    void crawlsOfDifferentPlansShareOnePace() throws Exception {
        // Each alone keeps below the limit; together, without knowing of each other, they would go far above it.
        SandboxOptions strict = SandboxOptions.defaults().withLimit(new RateLimit(10, 4, Duration.ZERO));
        try (SandboxSite site = SandboxSite.start(strict)) {
            CrawlProcess first = start("first", site, "--cities", "bj", "--per-city", "200", "--rate", "8/s");
            CrawlProcess second = start("second", site, "--cities", "sh", "--per-city", "200", "--rate", "8/s");

            JsonNode one = first.report();
            JsonNode two = second.report();

            assertTrue(one.path("run").asInt() != two.path("run").asInt());
            assertEquals(
                    0,
                    one.at("/tally/refusals").asInt()
                            + two.at("/tally/refusals").asInt());
            assertEquals(200, one.at("/cities/0/stored").asInt());
            assertEquals(200, two.at("/cities/0/stored").asInt());
        }
    }

    private CrawlProcess start(String name, SandboxSite site) throws IOException {
        return start(name, site, "--cities", "bj,sh", "--per-city", "" + PER_CITY, "--rate", "max", "-n", "1");
    }

    private CrawlProcess start(String name, SandboxSite site, String... words) throws IOException {
        CrawlProcess process = CrawlProcess.start(folder, name, List.of(), site.uri(), db(), words);
        started.add(process);
        return process;
    }

    private static List<String> pagesAsked(SandboxSite site) {
        return site.log().stream()
                .filter(sent -> sent.form().containsKey("pn"))
                .map(sent -> sent.target() + " " + sent.form().get("pn"))
                .toList();
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
