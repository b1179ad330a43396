package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real processes, one database, one plan: they share the work and both tell the truth. */
class TwoProcessesTest {

    private static final int PER_CITY = 60;

    @TempDir
    Path folder;

    @Test
    void aSecondCrawlOfTheSamePlanJoinsTheFirst() throws Exception {
        FirstRows beijing;
        FirstRows shanghai;
        try (SandboxSite other = SandboxSite.start(SandboxOptions.defaults())) {
            beijing = FirstRows.of(other.uri(), "北京", "python", PER_CITY);
            shanghai = FirstRows.of(other.uri(), "上海", "python", PER_CITY);
        }
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(250)))) {
            Started first = start("first", site);
            while (pagesAsked(site).isEmpty()) { // it is at work, and far from the end
                assertTrue(first.process.isAlive(), first.told());
                Thread.onSpinWait();
            }
            Started second = start("second", site);

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
            Started first = start("first", site);
            Started second = start("second", site);

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
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(250)))) {
            Started first = start("first", site);
            while (pagesAsked(site).isEmpty()) {
                assertTrue(first.process.isAlive(), first.told());
                Thread.onSpinWait();
            }
            Started second = start("second", site);
            while (Db.rows(db(), "SELECT owner FROM run_owners").size() < 2) {
                assertTrue(second.process.isAlive(), second.told());
                Thread.onSpinWait();
            }
            first.process.destroyForcibly();

            JsonNode report = second.report();

            assertEquals(PER_CITY, report.at("/cities/0/stored").asInt());
            assertEquals(PER_CITY, report.at("/cities/1/stored").asInt());
            assertEquals(List.of("1|1"), Db.rows(db(), "SELECT id, complete FROM runs"));
        }
    }

    private record Started(Process process, Path out, Path err) {

        JsonNode report() throws IOException, InterruptedException {
            try {
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end: " + told());
            } finally {
                process.destroyForcibly();
            }
            assertEquals(0, process.exitValue(), told());
            return JsonMapper.builder().build().readTree(Files.readString(out));
        }

        String told() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }
    }

    private Started start(String name, SandboxSite site) throws IOException {
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main"));
        command.addAll(List.of("crawl", "--cities", "bj,sh", "--per-city", "" + PER_CITY, "--rate", "max", "-n", "1"));
        command.addAll(List.of("--site", site.uri().toString(), "--db", db().toString(), "--json"));
        return new Started(
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start(),
                out,
                err);
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
