package paymap.chart.echarts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.figures.Dimension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What options say, read back as JSON. */
class EChartsTest {

    private static Frame frame(ChartData data, Language language) {
        return new Frame(MadeUp.wording(data, language), "a title", "a finding.", "in words");
    }

    private static JsonNode tree(Option option) {
        return JsonMapper.builder().build().readTree(option.json());
    }

    @Test
    void barsAreInThousandsAndNamedWithTheirN() {
        JsonNode tree =
                tree(GroupOptions.average(frame(MadeUp.data("北京 20k-31k 30", "上海 10k 20", "合肥 5k 2"), Language.EN)));

        assertEquals(
                "[\"Beijing (n = 30)\",\"Shanghai (n = 20)\"]",
                tree.at("/yAxis/0/data").toString());
        assertEquals("25.5", tree.at("/series/0/data/0/value").toString());
        assertEquals("#ce3653", tree.at("/series/0/data/0/itemStyle/color").asString());
        assertEquals(
                "CNY a month, extra months not counted",
                tree.at("/xAxis/0/name").asString());
        assertEquals("{value}k", tree.at("/xAxis/0/axisLabel/formatter").asString());
        assertEquals("a title (made-up data)", tree.at("/title/0/text").asString());
        assertEquals("a finding.", tree.at("/title/0/subtext").asString());
        assertTrue(tree.at("/title/1/subtext").asString().contains("52 postings"));
    }

    @Test
    void aBoxHasItsFiveNumbersAndWhatIsBeyond() {
        JsonNode tree = tree(GroupOptions.box(
                frame(MadeUp.data("北京 10k 3", "北京 20k 3", "北京 22k 3", "北京 90k 1", "合肥 5k 2"), Language.ZH)));

        assertEquals(
                "[10,12.5,20,22,22]", tree.at("/series/0/data/0").toString().replace(".0", ""));
        assertEquals(
                "[\"-\",\"-\",\"-\",\"-\",\"-\"]", tree.at("/series/0/data/1").toString());
        assertEquals("[[90.0,0,1],[5.0,1,2]]", tree.at("/series/2/data").toString());
    }

    @Test
    void aStepHasItsMedianItsIntervalAndN() {
        ChartData data =
                MadeUp.ladder(Dimension.EXPERIENCE, "北京/1-3 10k 30", "北京/3-5 20k 5", "北京/5-10 30k 4", "上海/1-3 12k 30");
        JsonNode tree = tree(LineOptions.experience(frame(data, Language.EN)));

        assertEquals("[\"1-3 years\",\"3-5 years\"]", tree.at("/xAxis/1/data").toString());
        assertEquals(
                "[0.46,10.0,10.0,10.0,30]", tree.at("/series/0/data/0/value").toString());
        assertEquals(
                "[1.46,20.0,\"-\",\"-\",5]", tree.at("/series/0/data/1/value").toString());
        assertEquals(2, tree.at("/series/0/data").size(), "four postings are too few");
        assertEquals(1, tree.at("/series/0/markLine/data").size());
        assertEquals(
                "[[0,0,10.0,30],[1,0,20.0,5],[0,1,12.0,30]]",
                tree(LineOptions.ladder(frame(data, Language.EN), data.details().experience()))
                        .at("/series/0/data")
                        .toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesFromASiteCanEndNoScriptAndRunNoMarkup(Language language) {
        String hostile = "</script><script>alert(1)</script><img_src=x_onerror=alert(1)>&\u2028\"'";
        ChartData data = MadeUp.by(Dimension.COMPANY, hostile + " 10k 30", "x 12k 30");

        for (Option option : List.of(
                GroupOptions.average(frame(data, language)),
                GroupOptions.distribution(frame(data, language)),
                GroupOptions.heat(frame(data, language)),
                LineOptions.atLeast(frame(data, language)))) {
            String json = option.json();
            assertFalse(json.matches("(?s).*[<>&\u2028].*"), json);
            assertTrue(json.contains("\"renderMode\" : \"richText\""), "tooltips are text");
            assertFalse(json.contains("function"), json);
        }
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        ChartData data = MadeUp.data("北京 20k-31k 30", "上海 10k 20", "杭州 12k 20");

        assertEquals(
                GroupOptions.distribution(frame(data, Language.ZH)).json(),
                GroupOptions.distribution(frame(data, Language.ZH)).json());
    }

    @Test
    void moreGroupsThanColoursWaitInTheLegend() {
        ChartData data = MadeUp.data("北京 9k 9", "上海 9k 9", "广州 9k 9", "深圳 9k 9", "杭州 9k 9", "成都 9k 9", "武汉 9k 8");
        JsonNode tree = tree(GroupOptions.distribution(frame(data, Language.EN)));

        assertEquals("{\"Wuhan (n = 8)\":false}", tree.at("/legend/selected").toString());
        assertEquals(7, tree.at("/series").size());
    }
}
