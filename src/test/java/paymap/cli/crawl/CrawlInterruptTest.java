package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.site.http.SilentServer;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;

/** A process of its own, because a signal ends it. */
@Timeout(120)
class CrawlInterruptTest {

    @TempDir
    Path folder;

    @Test
    void ctrlCEndsTheWaitForASiteThatSaysNothing() throws Exception {
        try (SilentServer site = new SilentServer();
                CrawlProcess crawl = crawl(site.uri(), "silent")) {
            site.awaitVisitor();

            interrupt(crawl);
        }
        assertEquals(List.of("0|interrupted"), Db.rows(db(), "SELECT complete, why FROM runs"));
    }

    @Test
    void ctrlCKeepsWhatIsStoredAndTheSameCommandGoesOn() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            String stored = "SELECT count(*) FROM jobs";
            try (CrawlProcess crawl = crawl(site.uri(), "first", "--rate", "10/s")) {
                crawl.runUntil(() -> Files.exists(db()) && site.counters().pages() >= 3);

                interrupt(crawl);
            }
            int before = Integer.parseInt(Db.rows(db(), stored).get(0));
            assertTrue(before > 0 && before < 400, before + " rows are kept");
            assertEquals(List.of("0|interrupted"), Db.rows(db(), "SELECT complete, why FROM runs"));

            try (CrawlProcess crawl = crawl(site.uri(), "second", "--rate", "max")) {
                assertTrue(crawl.report().path("continued").asBoolean());
            }
            assertEquals(List.of("400"), Db.rows(db(), stored));
        }
    }

    @Test
    void ctrlCEndsAllKeywordsAndTheSameCommandGoesOnWithAll() throws Exception {
        String[] words = {"--keyword", "Python,Java", "--rate", "10/s"};
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            try (CrawlProcess crawl = crawl(site.uri(), "first", words)) {
                crawl.runUntil(() -> Files.exists(db()) && site.counters().pages() >= 3);

                interrupt(crawl);
                String told = Files.readString(crawl.err());
                assertTrue(told.contains("\n  paymap crawl ") && told.contains(" --keyword Python,Java "), told);
            }
            assertEquals(
                    List.of("Python|1|0|interrupted", "Java|1|0|"),
                    Db.rows(db(), "SELECT keyword, series, complete, why FROM runs ORDER BY id"));

            try (CrawlProcess crawl = crawl(site.uri(), "second", "--keyword", "Java,Python", "--rate", "max")) {
                assertTrue(crawl.report().at("/runs/1/continued").asBoolean());
            }
            assertEquals(List.of("2|2"), Db.rows(db(), "SELECT count(*), sum(complete) FROM runs"));
        }
    }

    /** Far sooner than the 20 s after which silence would end the request. */
    private static void interrupt(CrawlProcess crawl) throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(crawl.process().pid()))
                .start()
                .waitFor();
        assertTrue(crawl.process().waitFor(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS), "it goes on");
        String told = Files.readString(crawl.out()) + Files.readString(crawl.err());
        assertEquals(130, crawl.process().exitValue(), told);
        assertFalse(told.contains("Exception"), told);
    }

    private CrawlProcess crawl(URI site, String name, String... words) throws Exception {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("--cities", "bj,sh,gz,sz"), java.util.stream.Stream.of(words))
                .toArray(String[]::new);
        List<String> heedful = List.of("env", "--default-signal=INT"); // a script's background job ignores it
        return CrawlProcess.start(folder, name, heedful, site, db(), all);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
