package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import paymap.Chromium;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.NumberFormats;
import paymap.job.City;
import paymap.job.PayFigures;

/** The report as people see it, in Debian's Chromium. */
class ReportBrowserTest {

    @TempDir
    private static Path folder;

    private static ChartData data;
    private static ChromeDriver browser;

    @BeforeAll
    static void drawAndOpenTheBrowser() throws Exception {
        Chromium.assumeIsHere();
        Random random = new Random(1);
        data = ChartData.of(
                MadeUp.SOURCE, PayFigures.of(MadeUp.random(random, 12, 60)), MadeUp.history(random, 12, 20));
        Charts.draw(
                data,
                new Charts.Order(
                        folder.resolve("charts"),
                        List.of(Language.EN, Language.ZH),
                        Set.of(Format.SVG),
                        Set.of(),
                        "<script>alert(1)</script>"),
                Map.of("summary.csv", "figures"));
        browser = Chromium.start(folder);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void openTheReport() {
        media("prefers-color-scheme", "light");
        size(1100);
        browser.get(folder.resolve("charts/index.html").toUri().toString());
    }

    private static void media(String feature, String value) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    private static void size(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private static Object script(String script) {
        return browser.executeScript("return " + script);
    }

    @Test
    void titleAndTableHaveTheFigures() {
        List<String> rows = new ArrayList<>();
        for (WebElement row : browser.findElements(By.cssSelector(".en tbody tr"))) {
            rows.add(row.getText());
        }

        assertEquals("<script>alert(1)</script> (made-up data)", browser.getTitle());
        assertEquals(data.cities().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PayFigures city = data.cities().get(i);
            assertTrue(
                    rows.get(i).startsWith(City.english(city.city()) + " " + city.city() + " " + city.n()),
                    rows.get(i));
            assertTrue(rows.get(i).contains(NumberFormats.whole(city.mean())), rows.get(i));
            assertTrue(rows.get(i).contains(NumberFormats.whole(city.median())), rows.get(i));
        }
    }

    @Test
    void theOtherLanguageIsOneClickAwayWithoutScript() {
        assertEquals(
                "<script>alert(1)</script>",
                browser.findElement(By.cssSelector(".en h1")).getText());
        assertFalse(browser.findElement(By.cssSelector(".zh")).isDisplayed());
        browser.findElement(By.cssSelector("label[for=show-zh]")).click();

        assertTrue(browser.findElement(By.cssSelector(".zh")).isDisplayed());
        assertFalse(browser.findElement(By.cssSelector(".en")).isDisplayed());
        assertTrue(browser.findElement(By.cssSelector(".zh .finding")).getText().contains("平均月薪最高"));
    }

    @Test
    void itsPicturesHaveWordsForThoseWhoCannotSeeThem() {
        List<WebElement> pictures = browser.findElements(By.cssSelector("svg[role=img]"));
        Set<Object> ids = Set.copyOf((List<?>) script("[...document.querySelectorAll('[id]')].map(e => e.id)"));

        assertEquals(2 * ChartKind.values().length, pictures.size());
        assertEquals(Long.valueOf(ids.size()), script("document.querySelectorAll('[id]').length"), "ids are unique");
        for (WebElement picture : pictures) {
            String words = picture.findElement(By.tagName("desc")).getAttribute("textContent");
            assertTrue(words.matches("(?s).*\\d.*"), words);
        }
    }

    @Test
    void itAsksTheNetworkForNothingAndComplainsOfNothing() {
        List<String> asked = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message ->
                        message.contains("Network.requestWillBeSent\"") && message.contains("\"documentURL\":\"file:"))
                .filter(message -> !message.contains("\"url\":\"file:") && !message.contains("\"url\":\"data:"))
                .toList();
        List<LogEntry> complaints = browser.manage().logs().get(LogType.BROWSER).getAll();

        assertEquals(List.of(), asked);
        assertEquals(List.of(), complaints);
        assertEquals(0L, script("document.scripts.length"));
    }

    @Test
    void itsOwnFontShowsChineseEverywhere() {
        assertEquals(true, script("document.fonts.check('16px paymap', '北京虚构数据')"));
        assertEquals(2L, script("document.fonts.size"));
    }

    @Test
    void aPhoneNeedsNoSidewaysScroll() {
        size(390);

        assertEquals(true, script("window.innerWidth == 390 && document.documentElement.scrollWidth <= 390"));
    }

    @Test
    void itTurnsDarkWithTheSystem() {
        assertEquals("rgb(255, 255, 255)", script("getComputedStyle(document.body).backgroundColor"));
        media("prefers-color-scheme", "dark");

        assertEquals("rgb(22, 24, 29)", script("getComputedStyle(document.body).backgroundColor"));
        assertEquals("rgb(22, 24, 29)", script("getComputedStyle(document.querySelector('svg rect')).fill"));
        assertEquals("rgb(233, 236, 241)", script("getComputedStyle(document.querySelectorAll('svg text')[2]).fill"));
    }

    @Test
    void axeFindsNoAccessibilityViolation() {
        for (String scheme : List.of("light", "dark")) {
            media("prefers-color-scheme", scheme);
            for (String language : List.of("en", "zh")) {
                browser.findElement(By.cssSelector("label[for=show-" + language + "]"))
                        .click();
                Results results = new AxeBuilder().analyze(browser);
                assertNotNull(results);
                assertEquals(
                        List.of(),
                        results.getViolations().stream()
                                .map(ReportBrowserTest::inWords)
                                .toList(),
                        scheme + " " + language);
            }
        }
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes();
    }
}
