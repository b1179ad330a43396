package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;
import paymap.store.PostgresStore;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.TestPool;
import paymap.store.postgres.TestServer;
import tools.jackson.databind.JsonNode;

/** Several real processes, one plan, one database on a server: as many machines have it, but for the distance. */
@Timeout(300)
class ManyMachinesTest {

    private static final int PROCESSES = 4;

    @TempDir
    Path folder;

    private final PostgresAddress address = TestServer.database();
    private final List<CrawlProcess> started = new ArrayList<>();

    @AfterEach
    void leaveNoProcess() {
        started.forEach(CrawlProcess::close);
    }

    @Test
    void theyShareOnePlanAndOnePace() throws Exception {
        // Each alone keeps below the limit; together, without knowing of each other, they would go far above it.
        SandboxOptions strict = SandboxOptions.defaults().withLimit(new RateLimit(10, 4, Duration.ZERO));
        try (SandboxSite site = SandboxSite.start(strict)) {
            start(site, PROCESSES, "--rate", "8/s");

            List<JsonNode> reports = new ArrayList<>();
            for (CrawlProcess process : started) {
                reports.add(process.report());
            }

            assertEquals(
                    1,
                    reports.stream()
                            .map(report -> report.path("run").asInt())
                            .distinct()
                            .count());
            assertEquals(
                    0,
                    reports.stream()
                            .mapToInt(report -> report.at("/tally/refusals").asInt())
                            .sum());
            assertEquals(
                    PROCESSES - 1,
                    reports.stream()
                            .filter(report -> report.path("joined").asBoolean())
                            .count());
            List<String> pages = pagesAsked(site);
            assertEquals(new TreeSet<>(pages).size(), pages.size(), "no page twice: " + pages);
            assertTrue(most(site.log(), Duration.ofSeconds(1)) <= 9, "8 a second, and the one at its end");
            assertTrue(most(site.log(), Duration.ofSeconds(10)) <= 81);
        }
        assertEquals(undisturbed(), export(address.shown()));
    }

    @Test
    void connectionsThatAreCutAndAProcessThatIsKilledCostNoRow() throws Exception {
        SandboxOptions slow = SandboxOptions.defaults().withLatency(Duration.ofMillis(300));
        try (SandboxSite site = SandboxSite.start(slow)) {
            start(site, 2, "--rate", "max", "-n", "2");
            for (int pages = 2; pages <= 12; pages += 2) {
                int wanted = pages;
                started.get(1).runUntil(() -> pagesAsked(site).size() >= wanted);
                TestServer.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + address.shown().replaceFirst(".*/", "") + "'");
            }
            started.get(0).close();

            JsonNode report = started.get(1).report();

            assertEquals("complete", report.path("ending").asString());
        }
        assertEquals(undisturbed(), export(address.shown()));
    }

    @Test
    void someThroughAPoolAndOneBesideItAreTheSame() throws Exception {
        try (TestPool pool = TestPool.start(folder, 2);
                SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            PostgresStore.open(address, new Absence(Duration.ofSeconds(20), () -> {}))
                    .close(); // tables are made directly
            start(site, pool.address(address), 3, "--rate", "20/s");
            start(site, address, 1, "--rate", "20/s");

            for (CrawlProcess process : started) {
                assertEquals("complete", process.report().path("ending").asString());
            }
            assertEquals(export(address.shown()), export(pool.address(address).shown()));
        }
        assertEquals(undisturbed(), export(address.shown()));
    }

    private void start(SandboxSite site, int processes, String... pace) throws Exception {
        start(site, address, processes, pace);
    }

    private void start(SandboxSite site, PostgresAddress db, int processes, String... pace) throws Exception {
        List<String> words = new ArrayList<>(List.of("--cities", "bj,sh,gz", "--per-city", "60"));
        words.addAll(List.of(pace));
        for (int i = 0; i < processes; i++) {
            started.add(CrawlProcess.start(
                    folder, "p" + started.size(), List.of(), site.uri(), db.shown(), words.toArray(String[]::new)));
        }
    }

    /** What one process brings home into a file when nothing happens. */
    private String undisturbed() throws Exception {
        String db = folder.resolve("alone.db").toString();
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            Ran ran = Ran.paymap(
                    "crawl",
                    "--cities",
                    "bj,sh,gz",
                    "--per-city",
                    "60",
                    "--rate",
                    "max",
                    "--db",
                    db,
                    "--site",
                    site.uri().toString());
            assertEquals(0, ran.exitCode(), ran.err());
        }
        return export(db);
    }

    /** Without what differs from site to site and from time to time. */
    private static String export(String db) {
        Ran ran = Ran.paymap("export", "--db", db, "--format", "csv");
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.out()
                .replaceAll("127\\.0\\.0\\.1:\\d+", "SITE")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "TIME");
    }

    private static List<String> pagesAsked(SandboxSite site) {
        return site.log().stream()
                .filter(sent -> sent.form().containsKey("pn"))
                .map(sent -> sent.target() + " " + sent.form().get("pn"))
                .toList();
    }

    /** The most requests that the site saw in any window of that length. */
    private static int most(List<LoggedRequest> log, Duration window) {
        int most = 0;
        for (LoggedRequest first : log) {
            Instant end = first.at().plus(window);
            most = Math.max(most, (int) log.stream()
                    .filter(sent -> !sent.at().isBefore(first.at()) && sent.at().isBefore(end))
                    .count());
        }
        return most;
    }
}
