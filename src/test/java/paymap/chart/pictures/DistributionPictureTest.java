package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Scale;
import paymap.job.City;

class DistributionPictureTest {

    /** 20 postings: 10 % under 10k, 40 % in 15-20k, 30 % in 20-25k, 10 % in 25-30k, 10 % over 60k. */
    private static final ChartData TWENTY = MadeUp.data("北京 5k 2", "北京 17k 8", "北京 20k 6", "北京 27k 2", "北京 90k 2");

    private static Scene scene(ChartData data) {
        return Scene.of(DistributionPicture::new, data);
    }

    @Test
    void columnsAreAsTallAsTheirShares() {
        Scene scene = scene(TWENTY);

        // The largest share, 40 %, reaches the top of a plot 300 pixels high.
        assertHeights(scene, PayBand.UNDER_10, 75);
        assertHeights(scene, PayBand.FROM_10);
        assertHeights(scene, PayBand.FROM_15, 300);
        assertHeights(scene, PayBand.FROM_20, 225, 75);
        assertHeights(scene, PayBand.FROM_30);
        assertHeights(scene, PayBand.FROM_40, 75);
    }

    private static void assertHeights(Scene scene, PayBand band, double... heights) {
        List<Scene.Bar> bars = scene.bars(band);
        assertEquals(heights.length, bars.size(), band + ": " + bars);
        for (int i = 0; i < heights.length; i++) {
            assertEquals(heights[i], bars.get(i).height(), 0.05, band.toString());
        }
    }

    @Test
    void columnsStandOnTheirBins() {
        Scene scene = scene(TWENTY);
        double bin = (scene.at("50k") - scene.at("0")) / 10;

        assertEquals(scene.at("0") + bin, scene.bars(PayBand.UNDER_10).get(0).x(), 1);
        assertEquals(scene.at("0") + 3 * bin, scene.bars(PayBand.FROM_15).get(0).x(), 1);
        assertEquals(scene.at("20k"), scene.bars(PayBand.FROM_20).get(0).x(), 1);
        assertEquals(scene.at("20k") + bin, scene.bars(PayBand.FROM_20).get(1).x(), 1);
        assertEquals(
                scene.at("60k+"),
                scene.bars(PayBand.FROM_40).get(0).x() + bin / 2,
                1.5,
                "90k is in the open bin, not beyond");
    }

    @Test
    void theOutlinesLieOnTheColumns() {
        Scene scene = scene(MadeUp.data("北京 17k 8", "北京 27k 2", "上海 33k 9"));
        for (PayBand band : PayBand.values()) {
            for (Scene.Bar bar : scene.bars(band)) {
                assertTrue(
                        scene.bars().stream()
                                .anyMatch(edge -> edge.fill().equals("none")
                                        && Math.abs(edge.x() - bar.x()) < 1
                                        && Math.abs(edge.y() - bar.y()) < 1
                                        && Math.abs(edge.height() - bar.height()) < 1),
                        band + " " + bar);
            }
        }
    }

    @Test
    void whoPointsAtAColumnReadsItsShareAndCount() {
        assertEquals(
                List.of(
                        "Beijing, 5–10k: 10% (2 of 20)",
                        "Beijing, 15–20k: 40% (8 of 20)",
                        "Beijing, 20–25k: 30% (6 of 20)",
                        "Beijing, 25–30k: 10% (2 of 20)",
                        "Beijing, 60k+: 10% (2 of 20)"),
                scene(TWENTY).pointed());
    }

    @Test
    void meanAndMedianStandAtTheirPayWithTheirLabelsBeside() {
        Scene scene = scene(MadeUp.data("北京 10k 12", "北京 40k 8"));
        // Mean 22k, median 10k.
        double k = (scene.at("50k") - scene.at("0")) / 50;
        List<Double> upright = Scene.all(scene.svg(), "line").stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2"))
                        && line.getAttribute("style").contains("ink"))
                .map(line -> (Scene.number(line, "x1") - scene.at("0")) / k)
                .toList();

        assertEquals(2, upright.size());
        assertEquals(10, upright.get(0), 0.1, "the median");
        assertEquals(22, upright.get(1), 0.1, "the mean");
        assertTrue(scene.word("median 10.0k").right() < scene.at("10k"));
        assertTrue(scene.word("mean 22.0k").x() > scene.at("20k"));
    }

    @Test
    void meanInTheOpenBinPointsOn() {
        Scene scene = scene(MadeUp.data("北京 90k 9"));

        assertTrue(
                scene.says("mean 90.0k →") && scene.says("median 90.0k →"),
                scene.texts().toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "30000, 400", "59999, 699.99", "60000, 725", "250000, 725"})
    void payBeyondTheAxisStandsInTheMiddleOfTheOpenBin(double pay, double at) {
        assertEquals(at, DistributionPicture.place(new Scale(0, 65_000, 100, 750), PayUnit.MONTH, pay), 0.01);
    }

    @Test
    void fourPostingsAreDotsWithoutColumnsAndWithoutAMean() {
        Scene scene = scene(MadeUp.data("北京 10k-30k 9", "上海 15k 3", "上海 45k 1"));

        assertEquals(4, scene.dots("Shanghai ").size());
        assertEquals(1, scene.dots("Shanghai 45.0k").size());
        assertEquals(0, scene.dots("Beijing").size());
        assertEquals(1, scene.bars(PayBand.FROM_20).size(), "Beijing's only");
        assertTrue(scene.says("n = 4, small sample") && scene.says("too few to sum up"));
        assertEquals(
                1,
                scene.words().stream().filter(w -> w.text().startsWith("mean")).count());
    }

    @Test
    void dotsOfEqualPayStandOnOneAnother() {
        List<Scene.Dot> dots = scene(MadeUp.data("北京 10k-30k 9", "上海 15k 3")).dots("Shanghai");

        assertEquals(dots.get(0).x(), dots.get(1).x());
        assertEquals(2 * dots.get(0).radius() + 1, dots.get(0).y() - dots.get(1).y(), 0.01);
        assertEquals(2 * dots.get(0).radius() + 1, dots.get(1).y() - dots.get(2).y(), 0.01);
    }

    @Test
    void aSmallSampleDoesNotPressTheOthersFlat() {
        // Hefei's six are all in one bin: 100 %.
        Scene scene = scene(MadeUp.data("北京 12k 20", "北京 17k 20", "北京 22k 20", "合肥 11k-14k 6"));

        assertFalse(scene.says("100%") && !scene.says("100% ↑"), "no axis up to 100 %");
        assertTrue(scene.says("40%"), scene.texts().toString());
        Scene.Word cut = scene.word("100% ↑");
        Scene.Bar hefei = scene.bars(PayBand.FROM_10).get(1);
        assertEquals(hefei.right(), cut.x(), 6, "beside its column");
        assertTrue(scene.pointed().contains("Hefei, 10–15k: 100% (6 of 6)"));
    }

    @Test
    void aScaleOfOnlySmallSamplesHoldsThem() {
        assertTrue(scene(MadeUp.data("合肥 11k-14k 6")).says("100%"));
        assertFalse(scene(MadeUp.data("合肥 11k-14k 6")).says("↑"));
    }

    @Test
    void oneAxisOfSharesForAllPanels() {
        Scene scene = scene(MadeUp.data("北京 12k 30", "上海 12k 15", "上海 22k 15"));

        assertEquals(
                2,
                scene.bars(PayBand.FROM_10).get(1).height()
                        / scene.bars(PayBand.FROM_10).get(0).height(),
                0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 12, 13, 44})
    void eachCityHasAPanelWithItsNameAndN(int cities) {
        String[] lines = IntStream.range(0, cities)
                .mapToObj(i -> City.KNOWN.get(i).chinese() + " 10k-2" + i % 10 + "k " + (20 + i))
                .toArray(String[]::new);
        Scene scene = Scene.of(DistributionPicture::new, MadeUp.data(lines), Language.ZH, Sheet.WIDE);
        for (int i = 0; i < cities; i++) {
            Scene.Word name = scene.word(City.KNOWN.get(i).chinese());
            String n = "n = " + (20 + i);
            assertTrue(scene.line(name.y()).contains(n), n + " in " + scene.line(name.y()));
        }
        assertEquals(
                cities,
                scene.words().stream().filter(w -> w.text().startsWith("平均 ")).count());
    }

    @Test
    void manyCitiesTooSmallShareOneLine() {
        Scene scene = scene(MadeUp.data("北京 10k-30k 30", "桂林 9k 1", "宜宾 9k 2", "西宁 9k 3", "银川 9k 4"));

        assertTrue(
                scene.texts()
                        .contains(
                                "Fewer than 5 postings, so only listed: Yinchuan (4), Xining (3), Yibin (2), Guilin (1)."),
                scene.texts().toString());
        assertFalse(scene.says("too few"), scene.texts().toString());
        assertEquals(0, scene.dots().size());
    }

    @Test
    void moreThan48CitiesAreCountedInsteadOfDrawn() {
        String[] lines = IntStream.range(0, 50)
                .mapToObj(i -> "" + "甲乙丙丁戊己庚辛壬癸".charAt(i / 5) + "子丑寅卯辰".charAt(i % 5) + " 10k 6")
                .toArray(String[]::new);

        assertTrue(scene(MadeUp.data(lines)).says("2 more cities are in the table."));
    }

    @Test
    void theDescriptionTellsSharesOrCounts() {
        Scene scene = scene(MadeUp.data("北京 10k 9", "北京 22k 1", "上海 15k 2", "广州 面议 3"));

        assertTrue(
                scene.drawing()
                        .description()
                        .contains("Beijing (n = 10): 10–15k 90%, 20–25k 10%. Shanghai (n = 2): 15–20k 2."
                                + " Guangzhou (n = 0): no pay that can be counted."),
                scene.drawing().description());
    }

    @Test
    void aPhoneHasOnePanelBelowTheOther() {
        Scene scene = Scene.of(
                DistributionPicture::new,
                MadeUp.data("北京 10k-30k 30", "上海 10k-20k 30", "广州 10k 30", "深圳 9k 30", "杭州 8k 30"),
                Language.EN,
                Sheet.PHONE);

        assertEquals(362, scene.drawing().width());
        assertEquals(scene.word("Beijing").x(), scene.word("Shanghai").x());
        assertTrue(scene.word("Shanghai").y() - scene.word("Beijing").y() > 100);
        assertTrue(scene.says("mean 20.0k") && scene.says("median 20.0k"));
    }
}
