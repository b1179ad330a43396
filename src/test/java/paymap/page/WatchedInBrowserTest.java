package paymap.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import paymap.Chromium;
import paymap.cli.Ran;
import paymap.page.web.Options;
import paymap.page.web.PageServer;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** A crawl, watched in a real browser while it runs. */
class WatchedInBrowserTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void aCrawlIsSeenToGoOnAndToEndWithoutTouchingThePage() throws Exception {
        Chromium.assumeIsHere();
        Path db = folder.resolve("x.db");
        String[] earlier = {"crawl", "--cities", "bj", "--site", "sandbox", "--per-city", "30", "--db", db.toString()};
        assertEquals(0, Ran.paymap(earlier).exitCode());
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofSeconds(2)));
                PageServer page = serve(db)) {
            ChromeDriver browser = Chromium.start(folder.resolve("profile"));
            try {
                browser.get(page.address().toString());
                assertEquals("Nothing is under way.", live(browser));
                browser.executeScript("window.untouched = true");

                CompletableFuture<Ran> crawl = CompletableFuture.supplyAsync(() -> Ran.paymap(
                        "crawl",
                        "--cities",
                        "sh",
                        "--site",
                        site.uri().toString(),
                        "--per-city",
                        "60",
                        "-n",
                        "1",
                        "--rate",
                        "max",
                        "--db",
                        db.toString()));
                untilLive(browser, crawl, "上海", "0/60");
                untilLive(browser, crawl, "上海", "p2");
                assertTrue(!crawl.isDone(), "it is seen while it runs");
                untilLive(browser, crawl, "Nothing is under way.");

                assertEquals(0, crawl.join().exitCode());
                assertEquals(true, browser.executeScript("return window.untouched"), "the page was not loaded again");
                new WebDriverWait(browser, LONG).until(any -> {
                    browser.navigate().refresh();
                    return browser.findElement(By.tagName("main")).getText().contains("Shanghai");
                });
            } finally {
                browser.quit();
            }
        }
    }

    private static PageServer serve(Path db) throws Exception {
        SqlStore watched = SqliteStore.openToRead(db);
        PayPage.Parts parts = new PayPage.Parts(
                SqliteStore.openToRead(db),
                SqliteStore.openToRead(db),
                watched::activity,
                (site, id) -> Optional.empty());
        return PageServer.start(
                Options.of(0, Duration.ofHours(1), InstantSource.system(), trouble -> {
                    throw new AssertionError(trouble);
                }),
                PayPage.routes(parts, InstantSource.system()));
    }

    private static String live(ChromeDriver browser) {
        return browser.findElement(By.id("live-now")).getText();
    }

    private static void untilLive(ChromeDriver browser, CompletableFuture<Ran> crawl, String... words) {
        new WebDriverWait(browser, LONG)
                .withMessage(() -> live(browser) + crawl.getNow(null))
                .until(any -> {
                    String shown = live(browser);
                    for (String word : words) {
                        if (!shown.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                });
    }
}
