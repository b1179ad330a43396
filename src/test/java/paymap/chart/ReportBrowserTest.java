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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import paymap.Chromium;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.EnglishNames;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;

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
        data = MadeUp.detailed(random, 8, 10);
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
        // On a busy machine the driver goes on before the page is whole.
        browser.executeAsyncScript(
                "const done = arguments[0];"
                        + " if (document.readyState === 'complete') { done(); } else { addEventListener('load', () => done()); }");
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

    /** Whether an element is on the screen from its left to its right edge. */
    private static final String WITHIN =
            "e => { const b = e.getBoundingClientRect();" + " return b.width > 0 && b.left >= 0 && b.right <= 390; }";

    /** Its place in the report; it draws six cities only. */
    private static final int AT_LEAST = 5;

    private static final int TREND = 6;
    private static final int EXPERIENCE = 7;
    private static final int DAY_RATES = 11;

    private static void show(Language language) {
        browser.findElement(By.cssSelector("label[for=show-" + language.code() + "]"))
                .click();
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

        assertEquals("<script>alert(1)</script> – python: advertised pay by city (made-up data)", browser.getTitle());
        assertEquals(data.cities().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PayFigures city = data.cities().get(i);
            assertTrue(
                    rows.get(i)
                            .startsWith(EnglishNames.of(city.group().words()) + " "
                                    + city.group().words() + " " + city.n()),
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

        assertEquals(4 * ChartKind.values().length, pictures.size(), "two languages, for pages and for phones");
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

        assertEquals(List.of(), asked);
        assertEquals(List.of(), Chromium.console(browser));
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void onAPhoneEveryFigureShowsMeanMedianAndNOfEveryCityWithinTheWidth(Language language) {
        size(390);
        show(language);
        Wording words = new Wording(data, language, null);
        List<?> figures = (List<?>) script(("[...document.querySelectorAll('." + language.code() + " figure')]"
                        + ".map(figure => [...figure.querySelectorAll('.phone svg text')].filter(%s).map(t => t.textContent))")
                .formatted(WITHIN));

        assertEquals(ChartKind.values().length, figures.size());
        for (int i = 0; i < figures.size(); i++) {
            List<?> shown = (List<?>) figures.get(i);
            String all = String.join("|", shown.stream().map(String::valueOf).toList());
            boolean some =
                    Set.of(AT_LEAST, EXPERIENCE, EXPERIENCE + 1, DAY_RATES).contains(i);
            List<PayFigures> cities = some ? List.of() : data.cities();
            for (PayFigures city : cities) {
                assertTrue(all.contains(words.name(city)), i + ": " + words.name(city) + " in " + all);
                boolean distribution = all.contains(words.say("每 5k", "Bins of 5k"));
                boolean trend = i == TREND;
                if (!distribution && !trend) {
                    assertTrue(all.contains(words.summary(city)), i + ": " + words.summary(city) + " in " + all);
                } else if (distribution) {
                    assertTrue(all.contains(words.say("平均 ", "mean ") + NumberFormats.k(city.mean())), all);
                    assertTrue(all.contains(words.say("中位数 ", "median ") + NumberFormats.k(city.median())), all);
                    assertTrue(all.contains("n = " + city.n()), all);
                }
            }
        }
    }

    @Test
    void onAPhoneTheTableShowsNMeanAndMedianWithinTheWidth() {
        size(390);
        List<?> rows = (List<?>) script(("[...document.querySelectorAll('.en tbody tr')]"
                        + ".map(row => [...row.children].filter(%s).map(t => t.textContent).join(' '))")
                .formatted(WITHIN));

        assertEquals(data.cities().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PayFigures city = data.cities().get(i);
            assertTrue(
                    String.valueOf(rows.get(i))
                            .contains(" " + city.n() + " " + NumberFormats.whole(city.mean()) + " "
                                    + NumberFormats.whole(city.median())),
                    rows.get(i).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"390, phone, wide", "1280, wide, phone"})
    void eachWidthShowsOneOfTheTwoPictures(int width, String shown, String hidden) {
        size(width);

        assertTrue(browser.findElement(By.cssSelector(".en figure ." + shown)).isDisplayed());
        assertFalse(browser.findElement(By.cssSelector(".en figure ." + hidden)).isDisplayed());
    }

    @ParameterizedTest
    @CsvSource({"390", "1280"})
    void inTheDarkEveryBarAndDotStandsOutFromThePage(int width) {
        size(width);
        media("prefers-color-scheme", "dark");
        List<?> fills = (List<?>) script("[...new Set([...document.querySelectorAll("
                + "'figure [pointer-events] rect, figure [pointer-events] circle, figure .wide > svg > rect')]"
                + ".filter(e => e.getClientRects().length).map(e => getComputedStyle(e).fill))]");

        assertTrue(fills.size() > 5, fills.toString());
        for (Object fill : fills) {
            String colour = String.valueOf(fill);
            // The paper itself, edges without a fill, and the blues of the heat map, whose cells tell their share.
            if (colour.startsWith("rgb(") && !colour.equals("rgb(22, 24, 29)") && isPay(colour)) {
                double contrast = contrast(colour, "rgb(22, 24, 29)");
                assertTrue(contrast >= 3, colour + ": " + contrast);
            }
        }
        assertFalse(fills.contains("rgb(76, 15, 90)"), "the highest band turns with the page: " + fills);
        assertFalse(fills.contains("rgb(147, 30, 67)"), "and so does the second: " + fills);
    }

    private static boolean isPay(String colour) {
        int[] parts = parts(colour);
        boolean bluish = parts[2] > parts[0] + 20 && parts[1] > parts[0];
        return !bluish;
    }

    private static int[] parts(String colour) {
        return Stream.of(colour.replaceAll("[^0-9,]", "").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static double contrast(String one, String other) {
        double a = luminance(parts(one)) + 0.05;
        double b = luminance(parts(other)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** By WCAG 2. */
    private static double luminance(int[] parts) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = parts[i] / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void whoPointsAtABarReadsItsFigures() {
        size(1280);
        Object titles = script("[...document.querySelectorAll('.en figure .wide g[pointer-events] > title')]"
                + ".map(t => t.textContent)");
        PayFigures first = data.cities().get(0);

        assertTrue(
                ((List<?>) titles)
                        .contains(EnglishNames.of(first.group().words()) + ": mean " + NumberFormats.k(first.mean())
                                + ", median " + NumberFormats.k(first.median()) + ", n = " + first.n() + "."),
                titles.toString());
        // A bar of XChart lies behind its outline: the pointer must find the outline's group even inside it.
        assertEquals(
                true,
                script(
                        "[...document.querySelectorAll('.en figure .wide g[pointer-events] rect')].slice(0, 3).every(r => {"
                                + " r.scrollIntoView({block: 'center'}); const b = r.getBoundingClientRect();"
                                + " return document.elementFromPoint(b.x + 8, b.y + b.height / 2).closest('g[pointer-events]')"
                                + " !== null; })"));
    }

    @Test
    void noLinkLeadsOutOfThePage() {
        assertEquals(
                true,
                script("[...document.querySelectorAll('a')].length == 2 && [...document.querySelectorAll('a')]"
                        + ".every(a => a.href.startsWith('data:') && a.download == 'summary.csv')"));
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
