package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import paymap.chart.draw.Palette;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;

class AveragePictureTest {

    private static final ChartData FOUR = MadeUp.data("北京 20k-40k 29", "上海 10k-20k 30", "广州 5k-10k 30", "深圳 50k 3");

    private static Scene scene(ChartData data) {
        return Scene.of(AveragePicture::new, data);
    }

    @Test
    void barsAreAsLongAsTheirMeansFromZero() {
        Scene scene = scene(FOUR);
        Scene.Bar beijing = scene.bars(PayBand.FROM_30).get(0);
        Scene.Bar shanghai = scene.bars(PayBand.FROM_15).get(0);
        Scene.Bar guangzhou = scene.bars(PayBand.UNDER_10).get(0);

        assertEquals(2, beijing.width() / shanghai.width(), 0.001);
        assertEquals(4, beijing.width() / guangzhou.width(), 0.001);
        assertEquals(scene.at("0"), beijing.x(), 0.5);
        assertEquals(scene.at("30k"), beijing.right(), 1);
    }

    @Test
    void theMeanStandsBehindItsBarAndTheFiguresOnItsLine() {
        Scene scene = scene(FOUR);
        Scene.Bar bar = scene.bars(PayBand.FROM_30).get(0);

        assertTrue(scene.word("30.0k").x() > bar.right(), "the label is not on the bar");
        assertEquals(
                List.of("Beijing", "30.0k", "20.0k–40.0k", "29"),
                scene.line(scene.word("Beijing").y()));
        assertEquals(
                List.of("Shenzhen", "50.0k", "50.0k–50.0k", "3, small sample"),
                scene.line(scene.word("Shenzhen").y()));
    }

    @Test
    void theHighestMeanStandsOnTopAndTooSmallOnesLast() {
        Scene scene = scene(FOUR);
        List<Double> places = List.of("Beijing", "Shanghai", "Guangzhou", "Shenzhen").stream()
                .map(city -> scene.word(city).y())
                .toList();

        assertEquals(places.stream().sorted().toList(), places);
    }

    @Test
    void threePostingsAreDotsAtTheirPayAndNoBar() {
        Scene scene = scene(FOUR);

        assertTrue(scene.bars(PayBand.FROM_40).isEmpty(), "three postings have no coloured mean");
        List<Scene.Dot> dots = scene.dots("Shenzhen 50.0k");
        assertEquals(3, dots.size());
        assertEquals(scene.at("50k"), dots.get(0).x(), 1);
        assertEquals(9, dots.get(1).x() - dots.get(0).x(), 0.01, "side by side");
    }

    @Test
    void theStripGoesFromMeanLowerToMeanUpperEnd() {
        Scene scene = scene(FOUR);
        Scene.Bar strip = scene.bars(bar -> bar.fill().equals(Scene.hex(Palette.MUTED))
                        && bar.pointed().startsWith("Beijing"))
                .get(0);

        assertEquals(scene.at("20k"), strip.x(), 1);
        assertEquals(scene.at("40k"), strip.right(), 1);
    }

    @Test
    void theMedianIsALineAtItsPay() {
        Scene scene = scene(MadeUp.data("北京 10k 12", "北京 40k 8"));
        List<Element> lines = Scene.all(scene.svg(), "line").stream()
                .filter(line -> ((Element) line.getParentNode()).getTagName().equals("g")
                        && line.getAttribute("style").contains("ink"))
                .toList();

        assertEquals(1, lines.size());
        assertEquals(scene.at("10k"), Scene.number(lines.get(0), "x1"), 1);
    }

    @Test
    void whoPointsAtABarReadsMeanMedianAndN() {
        assertTrue(
                scene(FOUR).pointed().contains("Shanghai: mean 15.0k, median 15.0k, n = 30."),
                scene(FOUR).pointed().toString());
    }

    @Test
    void aCityWithoutPayHasDashesAndNoWarningOfASmallSample() {
        Scene scene = scene(MadeUp.data("北京 10k 30", "上海 面议 3"));

        assertEquals(
                List.of("Shanghai", "–", "–", "0"),
                scene.line(scene.word("Shanghai").y()));
        assertTrue(scene.says("no pay that can be counted"));
        assertFalse(scene.says("0, small sample"));
    }

    @Test
    void theFindingIsTheGapBetweenSolidSamples() {
        Scene scene = scene(FOUR);

        assertTrue(scene.says("The mean of Beijing is 300% above that of Guangzhou: 30.0k against 7.5k."));
        assertTrue(scene.drawing().description().startsWith("The mean of Beijing is 300% above"));
    }

    @Test
    void aPhoneHasNameMeanMedianAndNAboveEachBar() {
        Scene scene = Scene.of(AveragePicture::new, FOUR, Language.EN, Sheet.PHONE);

        assertEquals(
                List.of("Beijing", "mean 30.0k · median 30.0k · n = 29"),
                scene.line(scene.word("Beijing").y()));
        Scene.Bar bar = scene.bars(PayBand.FROM_30).get(0);
        assertTrue(scene.word("Beijing").y() < bar.y()
                && bar.bottom() < scene.word("Shanghai").y());
        assertTrue(bar.x() < 10, "the plot begins at the edge");
    }
}
