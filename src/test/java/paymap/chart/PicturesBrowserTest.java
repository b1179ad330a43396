package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import paymap.Chromium;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.pictures.Sheet;

/** Pictures for a page that is served, as a browser understands them. */
class PicturesBrowserTest {

    @Test
    void eachMarkIsNamedByItsWordsAndNothingIsAnObstacle(@TempDir Path folder) throws Exception {
        Chromium.assumeIsHere();
        page(folder.resolve("page.html"));
        ChromeDriver browser = Chromium.start(folder.resolve("profile"));
        try {
            browser.get(folder.resolve("page.html").toUri().toString());

            for (String kind : List.of("average", "distribution", "trend", "ladder")) {
                String marks = "#" + kind + " :is(a, g[tabindex])";
                WebElement mark = browser.findElement(By.cssSelector(marks));
                String label = mark.getDomAttribute("aria-label");
                String title = Objects.requireNonNull(
                        mark.findElement(By.cssSelector("title")).getDomProperty("textContent"));
                assertFalse(title.isEmpty());
                assertEquals(label == null ? title : label, mark.getAccessibleName(), kind);
                browser.executeScript("arguments[0].focus()", mark);
                assertEquals(mark, browser.switchTo().activeElement(), kind);
            }
            assertEquals(
                    List.of(),
                    new AxeBuilder()
                            .analyze(browser).getViolations().stream()
                                    .map(rule -> rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes())
                                    .toList());
        } finally {
            browser.quit();
        }
    }

    private static void page(Path file) throws IOException {
        ChartData data = MadeUp.detailed(new Random(7), 5, 8);
        Pictures pictures = Pictures.of(TestFonts.SHARED, data, Language.EN, null);
        String shown = ChartKind.IN_READING_ORDER.stream()
                .filter(kind -> kind.suits(data))
                .map(kind -> {
                    String id = kind.file().substring(kind.file().indexOf('-') + 1);
                    String svg = pictures.inline(kind, Sheet.WIDE, "w-" + id, postings -> "/postings")
                            .svg();
                    return "<div id=\"" + id + "\">" + svg + "</div>";
                })
                .collect(Collectors.joining("\n"));
        Files.writeString(file.resolveSibling("page.css"), Pictures.css());
        Files.writeString(
                file,
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pictures</title>"
                        + "<link rel=\"stylesheet\" href=\"page.css\"><main><h1>Pictures</h1>" + shown
                        + "</main></html>");
    }
}
