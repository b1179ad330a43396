package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.job.City;

class BoxPictureTest {

    /** Box 15 to 30, median 20; whiskers 10 to 40. */
    private static final ChartData SPREAD =
            MadeUp.data("北京 10k 5", "北京 15k 5", "北京 20k 5", "北京 30k 5", "北京 40k 1", "上海 15k 20");

    private static Scene scene(ChartData data) {
        return Scene.of(BoxPicture::new, data);
    }

    @Test
    void theBoxGoesFromP25ToP75InTheColoursOfItsPay() {
        Scene scene = scene(SPREAD);
        Scene.Bar low = scene.bars(PayBand.FROM_15).get(0);
        Scene.Bar high = scene.bars(PayBand.FROM_20).get(0);

        assertEquals(scene.at("15k"), low.x(), 1);
        assertEquals(scene.at("20k"), low.right(), 1);
        assertEquals(scene.at("20k"), high.x(), 1);
        assertEquals(scene.at("30k"), high.right(), 1);
        assertTrue(scene.bars(PayBand.FROM_10).isEmpty(), "10k is below the box");
    }

    @Test
    void whiskersEndAtTheFurthestPostingsAndTheMedianIsTheBoldLine() {
        Scene scene = scene(SPREAD);
        List<Element> strokes = Scene.all(scene.svg(), "line").stream()
                .filter(line ->
                        ((Element) line.getParentNode()).getTextContent().startsWith("Beijing: P25"))
                .toList();
        List<Double> upright = strokes.stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                .map(line -> Scene.number(line, "x1"))
                .toList();

        assertEquals(5, strokes.size(), "two whiskers, their ends, the median");
        assertEquals(scene.at("10k"), upright.get(0), 1);
        assertEquals(scene.at("40k"), upright.get(1), 1);
        assertEquals(scene.at("20k"), upright.get(2), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 98, 180, 250, 300})
    void everyPostingIsADotUpTo300ACity(int postings) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < postings; i++) {
            // A third of them at one pay, as sites have it.
            lines.add("北京 " + (i % 3 == 0 ? 20 : 8 + i % 40) + "k 1");
        }
        lines.add("上海 15k 60");
        Scene scene = scene(MadeUp.data(lines.toArray(String[]::new)));

        assertEquals(postings, scene.dots("Beijing").size());
        assertEquals(60, scene.dots("Shanghai").size());
        assertTrue(scene.says("One dot, one posting"));
    }

    @Test
    void dotsStandAtTheirPayInsideTheirRow() {
        Scene scene = scene(SPREAD);
        for (Scene.Dot dot : scene.dots("Beijing, 30.0k: 5 postings")) {
            assertEquals(scene.at("30k"), dot.x(), 1);
            assertTrue(dot.y() > scene.word("Beijing").y()
                    && dot.y() < scene.word("Shanghai").y());
        }
        assertEquals(5, scene.dots("Beijing, 30.0k: 5 postings").size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 12, 40})
    void aHundredEqualPostingsStayInTheirRowHoweverManyCitiesThereAre(int cities) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cities; i++) {
            lines.add(City.KNOWN.get(i).chinese() + " " + (60 - i) + "k 100");
        }
        Scene scene = Scene.of(BoxPicture::new, MadeUp.data(lines.toArray(String[]::new)), Language.ZH, Sheet.WIDE);

        assertEquals(100 * cities, scene.dots().size());
        for (int i = 0; i + 1 < cities; i++) {
            double lowest = scene.dots(City.KNOWN.get(i).chinese()).stream()
                    .mapToDouble(Scene.Dot::y)
                    .max()
                    .orElseThrow();
            assertTrue(lowest < scene.word(City.KNOWN.get(i + 1).chinese()).y() - 10, "row " + i);
        }
        assertTrue(scene.drawing().height() < 300 + cities * 190, "within reason");
    }

    @Test
    void dotsThatOverlapAreCalledSo() {
        assertTrue(scene(MadeUp.data("北京 10k 200", "北京 11k 90")).says("dots of equal pay overlap"));
        assertTrue(!scene(SPREAD).says("overlap"));
    }

    @Test
    void moreThan300PostingsAreToldByTheBoxAndTheDotsBeyondIt() {
        Scene scene = scene(MadeUp.data("北京 10k 100", "北京 15k 100", "北京 20k 100", "北京 45k 3", "上海 15k 20"));

        assertEquals(1, scene.dots().size(), "one for all three at 45k");
        assertEquals(
                (scene.at("40k") + scene.at("50k")) / 2, scene.dots().get(0).x(), 1);
        assertEquals("Beijing, 45.0k: 3 postings", scene.dots().get(0).pointed());
        assertTrue(scene.says("Dots beyond the whiskers: some postings pay that."));
    }

    @Test
    void whatIsFarBeyondTheAxisIsToldInWords() {
        Scene scene = scene(MadeUp.data("北京 10k 10", "北京 15k 10", "北京 20k 10", "北京 90k 2"));

        assertTrue(scene.says("+ 2 up to 90.0k →"), scene.texts().toString());
        assertEquals(30, scene.dots().size());
        assertTrue(scene.dots().stream().allMatch(dot -> dot.x() < 960));
    }

    @Test
    void aCityTooSmallHasDotsWithoutABox() {
        Scene scene = scene(MadeUp.data("北京 20k 30", "上海 12k 3"));

        assertEquals(3, scene.dots("Shanghai 12.0k").size());
        assertTrue(scene.pointed().stream().noneMatch(words -> words.startsWith("Shanghai: P25")));
        assertTrue(scene.says("too few to sum up: each posting is a dot"));
        assertEquals(
                scene.word("Shanghai").y() - 5, scene.dots("Shanghai").get(0).y(), 0.5, "on the line of its name");
    }

    @Test
    void aFewPostingsBeyondTheAxisAreToldToo() {
        Scene scene = scene(MadeUp.data("北京 10k 10", "北京 20k 10", "上海 12k 2", "上海 90k 1"));

        assertEquals(2, scene.dots("Shanghai").size());
        assertTrue(scene.says("+ 1 up to 90.0k →"), scene.texts().toString());
    }

    @ParameterizedTest
    @CsvSource({"EN, 'P25,median,P75,mean,n'", "ZH, 'P25,中位数,P75,平均,n'"})
    void theColumnsHaveTheFigures(Language language, String heads) {
        Scene scene = Scene.of(BoxPicture::new, SPREAD, language, Sheet.WIDE);
        String name = language.say("北京", "Beijing");

        assertEquals(List.of(heads.split(",")), scene.line(scene.word("P25").y()));
        assertEquals(
                List.of(name, "15.0k", "20.0k", "30.0k", "19.8k", "21"),
                scene.line(scene.word(name).y()));
    }

    @Test
    void theFindingIsWhereTheMiddleHalfIsWidest() {
        assertTrue(
                scene(SPREAD)
                        .says(
                                "Span of the middle half of postings: most in Beijing, 15.0k (15.0k–30.0k); least in Shanghai,"
                                        + " 0.0k (15.0k–15.0k)."),
                scene(SPREAD).texts().toString());
    }

    @Test
    void theDescriptionHasQuartilesAndExtremes() {
        assertTrue(scene(MadeUp.data("北京 10k-30k 9", "上海 面议 2"))
                .drawing()
                .description()
                .contains("Beijing: P25 20.0k, median 20.0k, P75 20.0k, lowest 20.0k, highest 20.0k."
                        + " Shanghai: no pay that can be counted."));
    }
}
