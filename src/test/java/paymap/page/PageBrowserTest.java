package paymap.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import paymap.Chromium;
import paymap.page.web.Options;
import paymap.page.web.PageServer;
import paymap.page.web.Routes;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** The page as a person uses it, in Debian's Chromium. */
@Timeout(300)
class PageBrowserTest {

    private static final String BEIJING = "北京";

    @TempDir
    private static Path folder;

    private static Routes routes;
    private static PageServer server;
    private static ChromeDriver browser;
    private static String entrance;
    private static String origin;

    @BeforeAll
    static void serveAndEnter() throws Exception {
        Chromium.assumeIsHere();
        Path db = MadeUpPostings.database(folder);
        SqlStore watched = SqliteStore.openToRead(db);
        PostingLinks links = (site, id) -> Optional.of(URI.create("https://" + site + ".example/" + id));
        routes = PayPage.routes(
                new PayPage.Parts(SqliteStore.openToRead(db), SqliteStore.openToRead(db), watched::activity, links),
                InstantSource.system());
        server = serve();
        entrance = server.address().toString();
        origin = entrance.substring(0, entrance.indexOf("/?"));
        browser = Chromium.start(Files.createDirectory(folder.resolve("one")));
        browser.get(entrance);
    }

    private static PageServer serve() throws Exception {
        return PageServer.start(
                Options.of(0, Duration.ofHours(1), InstantSource.system(), trouble -> {
                    throw new AssertionError(trouble);
                }),
                routes);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.quit();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void wideAndLight() {
        size(1440, 1000);
        dark(false);
        open("/?lang=en");
    }

    /** No policy is broken, no file is missing, no script fails. */
    @AfterEach
    void theConsoleIsSilent() {
        List<String> said = Chromium.console(browser).stream()
                .filter(line -> !line.contains("status of 400"))
                .toList();
        assertEquals(List.of(), said);
    }

    private static void open(String address) {
        browser.get(origin + address);
    }

    private static void size(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void dark(boolean isDark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    private static void until(String address) {
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(any -> browser.getCurrentUrl().equals(origin + address)
                        && browser.executeScript("return document.readyState").equals("complete"));
    }

    private static boolean fits() {
        return Boolean.TRUE.equals(browser.executeScript(
                "const page = document.documentElement; return page.scrollWidth <= page.clientWidth"));
    }

    private static WebElement box(String name, String value) {
        return browser.findElement(By.cssSelector("input[name='" + name + "'][value='" + value + "']"));
    }

    private static String heading() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private static List<String> groups() {
        return browser.findElements(By.cssSelector("main table tbody th")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void look(String name) throws Exception {
        String shots = System.getProperty("paymap.shots");
        if (shots != null) {
            Files.write(Path.of(shots, name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        }
    }

    @Test
    void whoChoosesHasTheViewInTheAddressAndTheFocusStays() throws Exception {
        look("start");
        box("city", BEIJING).click();
        until("/?city=%E5%8C%97%E4%BA%AC&lang=en");

        assertEquals(List.of("Beijing"), groups());
        assertTrue(box("city", BEIJING).isSelected());
        assertEquals(box("city", BEIJING), browser.switchTo().activeElement());

        new Select(browser.findElement(By.name("by"))).selectByValue("experience");
        until("/?city=%E5%8C%97%E4%BA%AC&by=experience&lang=en");
        assertEquals("No experience", groups().get(0));
        look("chosen");
    }

    @Test
    void backAndForwardGoThroughTheViews() {
        box("city", BEIJING).click();
        until("/?city=%E5%8C%97%E4%BA%AC&lang=en");
        browser.navigate().back();
        until("/?lang=en");
        assertEquals(3, groups().size());
        assertFalse(box("city", BEIJING).isSelected());
        browser.navigate().forward();
        until("/?city=%E5%8C%97%E4%BA%AC&lang=en");
        assertEquals(1, groups().size());
        assertTrue(box("city", BEIJING).isSelected());
    }

    @Test
    void aBarLeadsToItsPostingsAndATitleToTheBoard() throws Exception {
        WebElement bar = browser.findElement(By.cssSelector("#distribution .wide a"));
        String words = bar.getAccessibleName();
        assertTrue(words.matches(".*\\(\\d+ of \\d+\\)"), words);
        int behind = Integer.parseInt(words.replaceAll(".*\\((\\d+) of \\d+\\)", "$1"));
        browser.executeScript("arguments[0].focus()", bar);
        new Actions(browser).sendKeys(Keys.ENTER).perform();
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(any -> heading().equals("Postings"));

        assertEquals(behind, browser.findElements(By.cssSelector("tbody tr")).size(), words);
        String board = browser.findElement(By.cssSelector("tbody a")).getAttribute("href");
        assertTrue(board.startsWith("https://large.example/"), board);
        look("postings");
    }

    @Test
    void theAddressShowsTheSameInAFreshBrowser() throws Exception {
        open("/?city=%E5%8C%97%E4%BA%AC,%E4%B8%8A%E6%B5%B7&experience=3-5&min-pay=15000&lang=en");
        String here = textOf(browser);
        String view = browser.getCurrentUrl().substring(origin.length());
        try (PageServer other = serve()) {
            ChromeDriver fresh = Chromium.start(Files.createDirectory(folder.resolve("two")));
            try {
                String address = other.address().toString();
                fresh.get(address);
                fresh.get(address.substring(0, address.indexOf("/?")) + view);
                assertEquals(here, textOf(fresh));
            } finally {
                fresh.quit();
            }
        }
    }

    /** Of the page as it stays: it has been told what is under way, and needs nobody to look again. */
    private static String textOf(ChromeDriver driver) {
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(any -> !driver.findElement(By.id("live-refresh")).isDisplayed());
        return driver.findElement(By.tagName("main")).getText();
    }

    @Test
    void everythingWorksWithoutScripts() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            open("/?lang=en");
            box("city", BEIJING).click();
            box("education", "bachelor").click();
            browser.findElement(By.name("min-pay")).sendKeys("20k");
            browser.findElement(By.cssSelector("form button")).click();
            until("/?city=%E5%8C%97%E4%BA%AC&education=bachelor&min-pay=20000&lang=en");
            assertEquals(List.of("Beijing"), groups());
            browser.findElement(By.cssSelector("main tbody th a")).click();
            assertEquals("Postings", heading());
            assertNotNull(browser.findElement(By.cssSelector(".bar nav a")));
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void theKeyboardAloneReachesEverything() {
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("Skip to the figures", browser.switchTo().activeElement().getText());
        browser.switchTo().activeElement().sendKeys("/");
        assertEquals("by", browser.switchTo().activeElement().getAttribute("name"));
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            reached.add(
                    String.valueOf(
                            browser.executeScript(
                                    "const a = document.activeElement; return a.name || a.id || a.getAttribute('aria-label') || a.textContent")));
            if (reached.get(reached.size() - 1).equals("live-refresh")) {
                break;
            }
        }
        for (String stop :
                List.of("basis", "keyword", "city", "experience", "min-pay", "since", "Show", "Beijing", "JSON")) {
            assertTrue(reached.contains(stop), stop + " of " + reached);
        }
        assertTrue(reached.stream().anyMatch(stop -> stop.contains(" of ")), "bars");
        browser.findElement(By.tagName("main")).sendKeys("?");
        until("/help?lang=en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=en",
                "/?lang=zh",
                "/?by=city,experience&lang=en",
                "/?by=site&lang=zh",
                "/?education=doctor&lang=en",
                "/?picture=box,bands,heat,at-least&lang=en",
                "/?picture=trend,experience,education,ladder,like-for-like,day-rates&lang=zh",
                "/postings?lang=en",
                "/help?lang=zh",
                "/?x=1"
            })
    void axeFindsNothingAndNothingIsCutOff(String address) throws Exception {
        axe(address, 1440, false);
        axe(address, 390, true);
        axe(address, 320, false);
    }

    private static void axe(String address, int width, boolean isDark) throws Exception {
        size(width, 1000);
        dark(isDark);
        open(address);
        look(width + (isDark ? "-dark" : "") + address.replaceAll("\\W+", "-"));
        Results results = new AxeBuilder().analyze(browser);
        List<String> found =
                results.getViolations().stream().map(Rule::toString).toList();
        assertEquals(List.of(), found, address + " " + width);
        assertTrue(fits(), address + " is wider than its window of " + width);
    }

    @Test
    void aPhoneHidesTheFiltersUntilTheyAreWanted() throws Exception {
        size(390, 844);
        open("/?lang=en");
        assertFalse(browser.findElement(By.id("filters")).isDisplayed());
        browser.findElement(By.id("show-filters")).sendKeys(Keys.SPACE);
        assertTrue(browser.findElement(By.id("filters")).isDisplayed());
        look("filters");
        box("city", BEIJING).click();
        browser.findElement(By.cssSelector("form button")).click();
        until("/?city=%E5%8C%97%E4%BA%AC&lang=en");
    }

    @Test
    void textTwiceAsLargeStaysWhole() {
        size(1440, 1000);
        browser.executeScript("document.documentElement.style.fontSize = '200%'");
        assertTrue(fits());
        size(640, 1000);
        assertTrue(fits());
    }

    @Test
    void aHostileTitleStaysText() {
        open("/postings?min-pay=39k&max-pay=41k&lang=en");
        assertTrue(browser.findElement(By.tagName("tbody")).getText().contains(MadeUpPostings.HOSTILE));
        assertEquals(0, browser.findElements(By.cssSelector("main script")).size());
    }

    @Test
    void nobodyElseIsAnswered() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        assertEquals(403, status(http, HttpRequest.newBuilder(URI.create(origin + "/"))), "no cookie");
        assertEquals(403, status(http, HttpRequest.newBuilder(URI.create(entrance))), "the token was used");
        String cookie = browser.manage().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .findFirst()
                .orElseThrow();
        HttpRequest.Builder ours =
                HttpRequest.newBuilder(URI.create(origin + "/")).header("Cookie", cookie);
        assertEquals(200, status(http, ours.copy()));
        assertEquals(403, status(http, ours.copy().header("Origin", "https://made-up.example")));
        assertEquals(403, status(http, ours.copy().header("Sec-Fetch-Site", "cross-site")));
        assertEquals("[]", String.valueOf(browser.executeScript("return document.cookie ? ['seen'] : []")));
    }

    private static int status(HttpClient http, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
