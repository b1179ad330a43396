package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.PayGroup;
import paymap.job.Keywords;
import paymap.salary.Basis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryRowsTest {

    private static final PaySource SOURCE =
            new PaySource("s", true, Keywords.of("python"), null, new Collected("2026-11-01", "2026-11-02"));

    private static PaySource searched(Keywords keywords) {
        return new PaySource("s", false, keywords, null, null);
    }

    private static List<PayFigures> figures(String... cityAndPay) {
        return PayFigures.of(List.of(cityAndPay).stream()
                .map(line -> line.split(" "))
                .map(part -> new PayGroup(part[0], part[1], 0, Long.parseLong(part[2]), 1))
                .toList());
    }

    @Test
    void wholeAmountsHaveNoPointAndTenthsOneDigit() {
        assertEquals(
                """
                city,n,mean,p25,median,p75,not_drawn,keyword,made_up
                北京,3,20000,17500,20000,22500,0,python,1
                上海,3,15333.3,13000,16000,18000,2,python,1
                """,
                SummaryRows.csv(
                        SOURCE,
                        figures("北京 15k 1", "北京 20k 1", "北京 25k 1", "上海 10k 1", "上海 16k 1", "上海 20k 1", "上海 面议 2")));
    }

    @Test
    void groupsThatAreNoCitiesGoByTheirDimensionAndSayTheBasis() {
        PaySource source = new PaySource(
                new Question(
                        Grouping.of("keyword"), Basis.PACKAGE, SOURCE.question().filters()),
                false,
                SOURCE.keywords(),
                null);
        List<PayFigures> groups = figures("go 20k 2").stream()
                .map(figures -> new PayFigures(
                        new Group(List.of(new Group.Member(Dimension.KEYWORD, "go"))),
                        figures.rows(),
                        figures.openings(),
                        figures.midpoints(),
                        figures.offered()))
                .toList();

        assertEquals("""
                keyword,n,mean,p25,median,p75,not_drawn,made_up
                go,2,20000,20000,20000,20000,0,0
                """, SummaryRows.csv(source, groups));
        JsonNode json = json(source, groups);
        assertEquals("[\"keyword\"]", json.path("by").toString());
        assertEquals("package", json.path("basis").asString());
        assertEquals("go", json.at("/groups/0/keyword").asString());
        assertFalse(json.has("cities"));
    }

    @Test
    void aCityWithoutFiguresHasEmptyCellsAndNulls() {
        assertEquals(
                "广州,0,,,,,4,python,1",
                SummaryRows.csv(SOURCE, figures("广州 20k以上 4"))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(""));
        JsonNode city = json(SOURCE, figures("广州 20k以上 4")).at("/cities/0");
        assertTrue(city.path("mean").isNull());
        assertEquals(4, city.at("/why/open_ended").asInt());
        assertEquals(4, city.path("not_drawn").asInt());
    }

    @Test
    void aSpreadsheetRunsNeitherACityNorAKeyword() {
        String csv = SummaryRows.csv(searched(Keywords.of("＝1+1,\"x\"")), figures("-1+1 10k 1"));

        assertTrue(csv.endsWith("\n'-1+1,1,10000,10000,10000,10000,0,\"'＝1+1,\"\"x\"\"\",0\n"), csv);
    }

    @Test
    void keywordsAreNamedTogetherOneByOneOrAsNone() {
        assertTrue(SummaryRows.csv(searched(Keywords.together(List.of("Go", "Java"))), figures("北京 10k 1"))
                .endsWith(",Go + Java,0\n"));
        assertTrue(
                SummaryRows.csv(searched(Keywords.of("")), figures("北京 10k 1")).endsWith(",0,\"\",0\n"));
        JsonNode one = json(searched(new Keywords(List.of("Go"), List.of("Java"))), figures("北京 10k 1"));
        assertEquals("Go", one.path("keyword").asString());
        assertEquals("[\"Java\"]", one.path("other_keywords").toString());
        JsonNode both = json(searched(Keywords.together(List.of("Go", "Java"))), figures("北京 10k 1"));
        assertTrue(both.path("keyword").isNull());
        assertEquals("[\"Go\",\"Java\"]", both.path("keywords").toString());
    }

    @Test
    void jsonSaysWhereTheRowsAreFrom() {
        JsonNode json = json(SOURCE, figures("北京 10k 1"));
        assertEquals("s", json.path("site").asString());
        assertTrue(json.path("made_up").asBoolean());
        assertEquals("2026-11-02", json.at("/collected/last").asString());
        assertEquals(Question.unit(Basis.MONTH).english(), json.path("unit").asString());
        assertFalse(json.has("since"));

        PaySource since = new PaySource("s", false, Keywords.of("k"), Instant.EPOCH, null);
        assertEquals(
                "1970-01-01T00:00:00Z",
                json(since, figures("北京 10k 1")).path("since").asString());
        assertTrue(json(since, figures("北京 10k 1")).at("/collected/first").isNull());
    }

    @Test
    void everyFigureOfTheTwoFilesIsTheSame() {
        List<PayFigures> figures = figures("北京 15k 7", "北京 20k 2", "上海 10k-15k 3", "上海 200元/天 2", "上海 x 1");
        List<String> lines = SummaryRows.csv(SOURCE, figures).lines().skip(1).toList();

        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            JsonNode city = json(SOURCE, figures).path("cities").path(i);
            assertEquals(
                    List.of(cells).subList(0, 7),
                    List.of("city", "n", "mean", "p25", "median", "p75", "not_drawn").stream()
                            .map(name -> city.path(name).asString())
                            .toList());
        }
    }

    @Test
    void whatIsNotDrawnIsCountedByItsReason() {
        JsonNode city = json(SOURCE, figures("北京 20k 1", "北京 20k以上 2", "北京 面议 3", "北京 200元/天 4", "北京 x 5"))
                .at("/cities/0");

        assertEquals(14, city.path("not_drawn").asInt());
        assertEquals(
                "{\"open_ended\":2,\"undisclosed\":3,\"day_or_hour_rate\":4,\"unreadable\":5}",
                city.path("why").toString());
    }

    @Test
    void noCityIsAFileWithoutLines() {
        assertEquals("city,n,mean,p25,median,p75,not_drawn,keyword,made_up\n", SummaryRows.csv(SOURCE, List.of()));
        assertEquals(0, json(SOURCE, List.of()).path("cities").size());
    }

    private static JsonNode json(PaySource source, List<PayFigures> figures) {
        return JsonMapper.builder().build().readTree(SummaryRows.json(source, figures));
    }
}
