package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** Two containers with one database on a shared volume: neither sees the other's processes. */
@Timeout(120)
class TwoContainersTest {

    private static final int PER_CITY = 120;

    @TempDir
    Path folder;

    @Test
    void noPageIsAskedForTwiceWhileItsHolderLives() throws Exception {
        assumeTrue(mayUnshare(), "process numbers of one's own need root and unshare");
        FirstRows expected;
        try (SandboxSite other = SandboxSite.start(SandboxOptions.defaults())) {
            expected = FirstRows.of(other.uri(), "北京", "python", PER_CITY);
        }
        // Slow enough that the second one comes while the first is at work, however busy the machine.
        SandboxOptions slow = SandboxOptions.defaults().withLatency(Duration.ofSeconds(1));
        try (SandboxSite site = SandboxSite.start(slow);
                CrawlProcess first = start("first", site, 1)) {
            first.runUntil(() -> !pagesAsked(site).isEmpty());
            // With more threads than pages it always finds none ready while the first one holds some.
            try (CrawlProcess second = start("second", site, 16)) {
                JsonNode one = first.report();
                JsonNode two = second.report();

                List<String> pages = pagesAsked(site);
                assertEquals(new TreeSet<>(pages).size(), pages.size(), "a page was asked for twice: " + pages);
                assertEquals(expected.pages(), pages.size(), pages.toString());
                assertTrue(two.path("joined").asBoolean() && !one.path("joined").asBoolean(), two.toString());
                assertTrue(
                        one.at("/tally/pages").asInt() > 0
                                && two.at("/tally/pages").asInt() > 0,
                        "each did a part");
                assertEquals(new TreeSet<>(expected.rows()), new TreeSet<>(rows()));
                assertEquals(List.of("1|1|"), Db.rows(db(), "SELECT id, complete, why FROM runs"));
            }
        }
    }

    private CrawlProcess start(String name, SandboxSite site, int threads) throws IOException {
        return CrawlProcess.start(
                folder,
                name,
                List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc"),
                site.uri(),
                db(),
                "--cities",
                "bj",
                "--per-city",
                "" + PER_CITY,
                "--rate",
                "max",
                "-n",
                "" + threads);
    }

    private static boolean mayUnshare() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // it is not installed
        }
    }

    private static List<String> pagesAsked(SandboxSite site) {
        return site.log().stream()
                .filter(sent -> sent.form().containsKey("pn"))
                .map(TwoContainersTest::page)
                .toList();
    }

    private static String page(LoggedRequest sent) {
        return "page " + sent.form().get("pn");
    }

    private List<String> rows() throws Exception {
        return Db.rows(db(), "SELECT city, title, salary FROM jobs");
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
