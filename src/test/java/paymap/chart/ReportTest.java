package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.Keywords;

/** The page as text; {@link ReportBrowserTest} looks at it. */
class ReportTest {

    private static final ChartData DATA = MadeUp.data("北京 20k-40k 20", "桂林 10k-20k 20", "合肥 9k 6", "上海 面议 3");

    private static final Report.Drawn PICTURE = new Report.Drawn(
            "A <title>", "<svg id=\"w\"></svg>\n", "<svg id=\"p\"></svg>\n", List.of("2-average-en.png"));

    private static Document page(
            ChartData data, String heading, Map<String, String> beside, String why, Language... languages)
            throws IOException {
        List<Report.Part> parts = List.of(languages).stream()
                .map(language -> new Report.Part(
                        new Wording(data, language, heading),
                        why.isEmpty() ? Map.of(ChartKind.AVERAGE, PICTURE) : Map.<ChartKind, Report.Drawn>of()))
                .toList();
        return Jsoup.parse(new Report(parts, beside, why).html());
    }

    private static Document page(Language... languages) throws IOException {
        return page(DATA, null, Map.of(), "", languages);
    }

    @Test
    void nothingLeadsOutOfThePage() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("summary.csv", "city,n\n北京,20\n");
        files.put("summary.json", "{}");
        Document page = page(DATA, null, files, "", Language.EN, Language.ZH);

        assertEquals(4, page.select("a").size(), "two files in two languages");
        for (Element link : page.select("[href], [src]")) {
            String target = link.attr("href") + link.attr("src");
            assertTrue(target.startsWith("data:") || target.startsWith("#"), target);
        }
        assertTrue(page.select("figcaption").get(0).text().contains("2-average-en.png"), "a name is told, not linked");
    }

    @Test
    void theFiguresAreSavedFromOutOfThePage() throws IOException {
        Document page = page(DATA, null, Map.of("summary.csv", "city,n\n北京,20\n"), "", Language.EN);
        Element link = page.select("a").get(0);
        String prefix = "data:text/csv;base64,";

        assertEquals("summary.csv", link.attr("download"));
        assertEquals("summary.csv", link.text());
        assertTrue(link.attr("href").startsWith(prefix));
        assertEquals(
                "city,n\n北京,20\n",
                new String(
                        Base64.getDecoder().decode(link.attr("href").substring(prefix.length())),
                        StandardCharsets.UTF_8));
    }

    @Test
    void theTableHasMeanAndMedianBeforeTheRest() throws IOException {
        Document page = page(Language.EN);

        assertEquals(
                List.of("City", "n", "Mean", "Median", "P25", "P75", "Not in figures"),
                page.select("thead th").eachText());
        assertEquals(
                List.of("Beijing 北京", "20", "30,000", "30,000", "30,000", "30,000", "0"),
                page.select("tbody tr").get(0).children().eachText());
        assertEquals(
                List.of("Guilin 桂林", "20", "15,000", "15,000", "15,000", "15,000", "0"),
                page.select("tbody tr").get(1).children().eachText());
    }

    @Test
    void aSmallSampleIsCalledOneAndNoneIsNot() throws IOException {
        Document page = page(Language.EN);

        assertEquals("6 (small)", page.select("tbody tr").get(2).child(1).text());
        assertEquals(
                List.of("Shanghai 上海", "0", "–", "–", "–", "–", "3 (3 undisclosed)"),
                page.select("tbody tr").get(3).children().eachText());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, EN, python: advertised pay by city (made-up data), python: advertised pay by city",
                "none, ZH, python：各城市招聘月薪（虚构数据）, python：各城市招聘月薪",
                "Autumn, EN, Autumn – python: advertised pay by city (made-up data), Autumn"
            })
    void theTitleNamesTheKeywordUnderAnyHeading(String heading, Language language, String title, String h1)
            throws IOException {
        Document page = page(DATA, heading, Map.of(), "", language);

        assertEquals(title, page.title());
        assertEquals(h1, page.select("h1").text());
        assertEquals(
                heading == null ? "" : "python: advertised pay by city",
                page.select("header .subject").text());
        assertEquals(language.tag(), page.select("html").attr("lang"));
    }

    @Test
    void theHeadlineIsTheFirstSentence() throws IOException {
        assertTrue(page(Language.EN)
                .select(".finding")
                .text()
                .startsWith("Beijing offers the highest average pay, 30.0k"));
        assertTrue(page(Language.ZH).select(".finding").text().startsWith("北京的平均月薪最高"));
        assertFalse(page(Language.EN).select(".finding").text().contains("Hefei"));
    }

    @Test
    void everyFigureHasAPictureForPagesAndOneForPhones() throws IOException {
        Document page = page(Language.EN);

        assertEquals(1, page.select("figure .wide svg#w").size());
        assertEquals(1, page.select("figure .phone svg#p").size());
        assertEquals("A <title>", page.select("figure h2").text());
    }

    @Test
    void oneLanguageNeedsNoSwitch() throws IOException {
        assertEquals(0, page(Language.EN).select("nav").size());
        Document two = page(Language.ZH, Language.EN);
        assertEquals(2, two.select("nav input").size());
        assertEquals("show-zh", two.select("nav input[checked]").attr("id"), "the first one is shown");
    }

    @Test
    void otherKeywordsAndWhatIsLeftOutAreToldToTheReader() throws IOException {
        PaySource source = new PaySource("liepin", false, new Keywords(List.of("Go"), List.of("Java")), null, null);
        ChartData data = ChartData.of(source, PayFigures.of(MadeUp.groups("北京 9k 20", "上海 9k 3")), List.of());
        Document page = page(data.only(0, 1), null, Map.of(), "", Language.EN);

        assertTrue(page.select(".source").text().contains("Also stored, but not in these figures: Java."));
        assertTrue(page.select("section li").eachText().contains("Left out as asked: 3 postings in 1 more city."));
        assertEquals(0, page.select(".warning").size(), "real pay is not called made-up");
    }

    @Test
    void withoutPicturesThePageSaysWhyAndStillHasItsTable() throws IOException {
        Document page = page(DATA, null, Map.of("summary.csv", "x"), "no <freetype> here", Language.EN);

        assertTrue(page.select(".warning").eachText().contains("no <freetype> here"));
        assertEquals(0, page.select("figure").size());
        assertEquals(4, page.select("tbody tr").size());
        assertEquals(1, page.select("a[download]").size());
    }

    @Test
    void aStrictPolicyForbidsEverythingThatIsNotInThePage() throws IOException {
        String policy = page(Language.EN)
                .select("meta[http-equiv=Content-Security-Policy]")
                .attr("content");

        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertFalse(policy.contains("script"), policy);
        assertEquals(
                "no-referrer", page(Language.EN).select("meta[name=referrer]").attr("content"));
    }
}
