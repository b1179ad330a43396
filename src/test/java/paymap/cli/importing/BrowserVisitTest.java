package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import paymap.BrowserHar;
import paymap.Chromium;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/**
 * A person looks at result pages in Debian's Chromium and saves the visit: what paymap import reads of it is what a
 * crawl of the same pages finds.
 */
class BrowserVisitTest {

    private static final int PAGES = 3;

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

    @Test
    void aVisitOfRenderedPagesIsReadAsACrawlReadsThem() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(Era.RENDERED))) {
            Path har = folder.resolve("rendered.har");
            BrowserHar visit = new BrowserHar(browser);
            for (int page = 1; page <= PAGES; page++) {
                open(site.uri() + "/wn/jobs?kd=python&city=" + encoded("北京") + "&pn=" + page, page > 1);
                visit.look();
            }
            Files.writeString(har, visit.text());

            isReadAsACrawlReadsIt(site, har, PAGES);
            Path page = Files.writeString(folder.resolve("page.html"), savedPage());
            isTheLastPageOf(site, page);
        }
    }

    @Test
    void aVisitOfTheClassicListIsReadFromItsReplies() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            Path har = folder.resolve("classic.har");
            BrowserHar visit = new BrowserHar(browser);
            browser.get(site.uri() + "/jobs/list_python?city=" + encoded("北京"));
            visit.look();
            for (int page = 1; page <= PAGES; page++) {
                turnTo(browser, page);
                visit.look();
            }
            Files.writeString(har, visit.text());

            isReadAsACrawlReadsIt(site, har, PAGES);
        }
    }

    private static void isReadAsACrawlReadsIt(SandboxSite site, Path har, int pages) throws Exception {
        FirstRows crawled = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE, pages);
        Path db = folder.resolve(har.getFileName() + ".db");

        Ran ran = Ran.paymap("import", "--db", db.toString(), "--json", har.toString());

        JsonNode file = ran.json().at("/files/0");
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("har", file.path("kind").asString());
        assertEquals(pages, file.path("pages").asInt());
        assertEquals(15 * pages, file.path("rows").asInt());
        assertEquals(crawled.rows().size(), file.path("new").asInt());
        assertEquals(new TreeSet<>(crawled.rows()), new TreeSet<>(Db.rows(db, "SELECT city, title, salary FROM jobs")));
        assertEquals(List.of("python|" + site.uri().getAuthority()), Db.rows(db, "SELECT keyword, site FROM runs"));
        String bytes = new String(Files.readAllBytes(db), StandardCharsets.UTF_8);
        SandboxSite.PERSONAL_MARKERS.forEach(marker -> assertTrue(!bytes.contains(marker), marker));
    }

    /** The page that the browser shows, saved as it stands, gives the rows of its replies again. */
    private static void isTheLastPageOf(SandboxSite site, Path page) throws Exception {
        Path db = folder.resolve("page.db");
        Ran ran = Ran.paymap("import", "--db", db.toString(), "--json", page.toString());

        FirstRows all = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE, PAGES);
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(15, ran.json().at("/files/0/rows").asInt());
        assertTrue(new TreeSet<>(all.rows()).containsAll(Db.rows(db, "SELECT city, title, salary FROM jobs")));
    }

    /** From one page to the next as a reader goes, by a link: then the browser says where it comes from. */
    private static void open(String url, boolean byLink) {
        if (byLink) {
            follow(browser, url, "", "");
        } else {
            browser.get(url);
        }
    }

    /**
     * @param target of the link; empty = the same tab
     * @param relation of the link's page to this one, as its rel
     */
    static void follow(ChromeDriver browser, String url, String target, String relation) {
        browser.executeScript(
                "const a = document.createElement('a'); a.id = 'go'; a.href = arguments[0]; a.textContent = 'next';"
                        + "a.target = arguments[1]; a.rel = arguments[2]; document.body.prepend(a);",
                url,
                target,
                relation);
        browser.findElement(By.id("go")).click();
    }

    private static String savedPage() {
        String html = (String) browser.executeScript("return document.documentElement.outerHTML");
        return "<!DOCTYPE html>\n<!-- saved from url=(0030)" + browser.getCurrentUrl() + " -->\n" + html;
    }

    /** What the page's own script does in the classic era. */
    static void turnTo(ChromeDriver browser, int page) {
        Object status = browser.executeAsyncScript(
                "const done = arguments[1];"
                        + "fetch('/jobs/positionAjax.json?city=' + encodeURIComponent('北京') + '&needAddtionalResult=false', {"
                        + "method: 'POST', headers: {'X-Anit-Forge-Token': 'None', 'X-Anit-Forge-Code': '0',"
                        + "'X-Requested-With': 'XMLHttpRequest',"
                        + "'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8'},"
                        + "body: 'first=' + (arguments[0] == 1) + '&pn=' + arguments[0] + '&kd=python'})"
                        + ".then(r => r.text().then(() => done(r.status)));",
                page);
        assertEquals(200L, status);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
