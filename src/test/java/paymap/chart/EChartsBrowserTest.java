package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.chrome.ChromeDriver;
import paymap.Chromium;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.figures.Dimension;

/** The options as ECharts itself draws them, in Debian's Chromium. */
class EChartsBrowserTest {

    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void drawAndOpenTheBrowser() throws Exception {
        Chromium.assumeIsHere();
        draw(MadeUp.detailed(new Random(1), 8, 12), "charts");
        draw(
                MadeUp.by(
                        Dimension.COMPANY,
                        "</script><script>document.title='ran'</script><img_src=x> 10k 30",
                        "x 9k 30"),
                "hostile");
        browser = Chromium.start(folder);
    }

    private static void draw(ChartData data, String name) throws Exception {
        Charts.Order order = new Charts.Order(
                folder.resolve(name), List.of(Language.EN, Language.ZH), Set.of(Format.ECHARTS), Set.of(), null);
        Charts.draw(data, order, Map.of());
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static String library() throws Exception {
        try (InputStream in = EChartsBrowserTest.class.getResourceAsStream(LIBRARY)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As people do it: the option stands in a script of their own page. */
    private static void open(String option, String renderer) throws Exception {
        Path page = folder.resolve("page.html");
        Files.writeString(page, """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>own</title></head>
                <body><div id="chart" style="width:900px;height:600px"></div><script>%s</script>
                <script>const option = %s; option.animation = false;
                const chart = echarts.init(document.getElementById("chart"), null, {renderer: "%s"});
                chart.setOption(option);</script></body></html>
                """.formatted(library(), option, renderer));
        browser.get(page.toUri().toString());
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void eachOptionIsDrawnWithoutAWordOnTheConsole(ChartKind kind) throws Exception {
        for (String language : List.of("en", "zh")) {
            String option =
                    Files.readString(folder.resolve("charts/" + kind.file() + "-" + language + ".echarts.json"));
            open(option, "svg");

            assertEquals(List.of(), Chromium.console(browser));
            Object shapes = browser.executeScript("return document.querySelectorAll('#chart svg path').length");
            Object title = browser.executeScript("return document.querySelector('#chart svg').textContent");
            assertTrue(((Number) shapes).intValue() > 12, kind + " has so many shapes: " + shapes);
            assertTrue(String.valueOf(title).contains(language.equals("zh") ? "虚构数据" : "made-up data"), "" + title);
        }
    }

    @Test
    void aCanvasIsNotEmpty() throws Exception {
        open(Files.readString(folder.resolve("charts/2-average-en.echarts.json")), "canvas");

        Object colours = browser.executeScript("""
                const canvas = document.querySelector('#chart canvas');
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                const colours = new Set();
                for (let i = 0; i < pixels.length; i += 4) {
                  colours.add(pixels.slice(i, i + 4).join());
                }
                return colours.size;""");
        assertTrue(((Number) colours).intValue() > 9, "so many colours: " + colours);
        assertEquals(List.of(), Chromium.console(browser));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChartKind.class,
            names = {"AVERAGE", "DISTRIBUTION", "BOX", "AT_LEAST"})
    void aHostileNameStaysTextInTheTooltipToo(ChartKind kind) throws Exception {
        open(Files.readString(folder.resolve("hostile/" + kind.file() + "-en.echarts.json")), "svg");
        browser.executeScript("chart.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0})");

        assertEquals("own", browser.getTitle());
        assertEquals(0L, browser.executeScript("return document.querySelectorAll('#chart img, #chart script').length"));
        assertEquals(List.of(), Chromium.console(browser));
    }
}
