package paymap.pmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import paymap.Chromium;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredScan;

/** The report of a scan as people see it, in Debian's Chromium. */
class ScanReportBrowserTest {

    private static final String HOSTILE = "<script>alert(1)</script>&\"'";

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void openTheBrowser() {
        Chromium.assumeIsHere();
        browser = Chromium.start(folder);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** Hosts of a few kinds, some of which have ports of their own; every seventh has changed or gone since. */
    private static ScanReport report(int hosts) {
        Random random = new Random(hosts);
        MadeUpScan old = new MadeUpScan(ScanPlan.Kind.TCP, HOSTILE);
        MadeUpScan now = new MadeUpScan(ScanPlan.Kind.TCP, HOSTILE);
        int[][] kinds = {{22}, {22, 80, 443}, {22, 443, 993}, {53}};
        for (int i = 0; i < hosts; i++) {
            int[] open = kinds[random.nextInt(kinds.length)];
            old.open(i, open);
            if (i % 7 == 0) {
                now.open(
                        i,
                        IntStream.concat(IntStream.of(open), IntStream.of(700 + random.nextInt(40)))
                                .toArray());
            } else if (i % 7 == 3) {
                now.silent(i);
            } else {
                now.open(i, open);
            }
        }
        return report(old.scan(), now.scan());
    }

    private static ScanReport report(StoredScan old, StoredScan now) {
        ScanComparison comparison = ScanComparison.of(old, now);
        ScanReport.Since since = new ScanReport.Since(
                MadeUpScan.STARTED,
                comparison,
                () -> comparison.changes().stream()
                        .map(change -> "+ " + change.host() + HOSTILE)
                        .toList());
        return new ScanReport(now, since, port -> port == 22 ? "ssh" : "", ZoneOffset.UTC);
    }

    private static void open(ScanReport report, int width) throws Exception {
        Path file = folder.resolve("scan.html");
        Files.writeString(file, report.html());
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        Chromium.console(browser);
        browser.get(file.toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 4096})
    void manyHostsCanBeReadWithoutAScriptARequestOrAScrollbarOfThePage(int hosts) throws Exception {
        for (int width : new int[] {320, 390, 1440}) {
            open(report(hosts), width);

            assertEquals("Scan of " + HOSTILE, browser.getTitle());
            assertEquals(
                    browser.executeScript("return document.documentElement.clientWidth"),
                    browser.executeScript("return document.documentElement.scrollWidth"));
            assertEquals(0L, browser.executeScript("return document.scripts.length"));
            assertEquals(List.of(), Chromium.console(browser));
            assertEquals(0L, browser.executeScript("return performance.getEntriesByType('resource').length"));
            long told = browser.findElements(By.cssSelector("tbody tr")).size();
            assertTrue(told >= 1 && told <= hosts, told + " rows");
        }
    }

    @Test
    void aCellSaysWhetherItsPortIsOpenAndWhatHasChanged() throws Exception {
        StoredScan old = new MadeUpScan(ScanPlan.Kind.TCP, "10.0.0.0/30")
                .open(1, 22, 80)
                .open(2, 22)
                .scan();
        StoredScan now = new MadeUpScan(ScanPlan.Kind.TCP, "10.0.0.0/30")
                .open(1, 22, 443)
                .silent(2)
                .scan();
        open(report(old, now), 1440);

        List<String> heads = texts("thead th");
        List<String> first = texts("tbody tr:nth-child(1) > *");
        List<String> second = texts("tbody tr:nth-child(2) > *");

        assertEquals(List.of("Host", "22\nssh", "80", "443"), heads);
        assertEquals(List.of("10.0.0.1", "●", "−", "●+"), first);
        assertEquals(List.of("10.0.0.2\ngone", "−", "", ""), second);
        assertEquals("1 host of 2 answer; 2 ports open.", texts(".finding").get(0));
        assertEquals("Changes since 2026-11-23 08:00 +00:00", texts("#changes").get(0));
    }

    @Test
    void whatPortsSaidIsToldAndDoubtsAreWords() throws Exception {
        StoredScan scan = new MadeUpScan(ScanPlan.Kind.TCP, "10.0.0.0/30")
                .saidAndTimedOut(1, HOSTILE)
                .everything(2)
                .scan();
        open(new ScanReport(scan, null, port -> "", ZoneOffset.UTC), 320);

        assertEquals(List.of("10.0.0.1:22"), texts("table.said th"));
        assertEquals(List.of(HOSTILE), texts("td.line"));
        assertEquals(
                "10.0.0.1\nits time was up",
                texts("table.grid tbody tr:nth-child(1) th").get(0));
        assertEquals(List.of("", "suspicious: every port is open; something in between may answer"), texts("td.rest"));
        assertEquals(
                browser.executeScript("return document.documentElement.clientWidth"),
                browser.executeScript("return document.documentElement.scrollWidth"));
    }

    @Test
    void whereNobodyWasListenedToNothingIsSaidOfIt() throws Exception {
        open(report(50), 320);

        assertEquals(List.of(), texts("table.said"));
    }

    @Test
    void theOtherLanguageIsOneClickAway() throws Exception {
        open(report(50), 1440);
        assertFalse(browser.findElement(By.cssSelector("h1 .zh")).isDisplayed());

        browser.findElement(By.cssSelector("label[for=show-zh]")).click();

        assertTrue(browser.findElement(By.cssSelector("h1 .zh")).isDisplayed());
        assertFalse(browser.findElement(By.cssSelector("h1 .en")).isDisplayed());
    }

    @Test
    void aPingTellsWhoAnswersAndAfterHowLong() throws Exception {
        StoredScan old = new MadeUpScan(ScanPlan.Kind.PING, "10.0.0.0/30")
                .answers(1, 1500)
                .answers(2, 900)
                .scan();
        StoredScan now = new MadeUpScan(ScanPlan.Kind.PING, "10.0.0.0/30")
                .answers(1, 1500)
                .silent(2)
                .answers(3, -1)
                .scan();
        open(report(old, now), 390);

        assertEquals(List.of("10.0.0.1", "1.50 ms", "10.0.0.3", "", "10.0.0.2\ngone", ""), texts("tbody tr > *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothing(String scheme) throws Exception {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        open(report(50), 390);

        Results results = new AxeBuilder().analyze(browser);

        assertEquals(
                List.of(),
                results.getViolations().stream().map(rule -> rule.toString()).toList());
    }

    private static List<String> texts(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }
}
