package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.figures.Dimension;

/** Medians step by step, as lines and as cells, and like for like beside raw. */
class LadderPictureTest {

    private static final ChartData DATA = MadeUp.ladder(
            Dimension.EXPERIENCE,
            "北京/1-3 10k 30",
            "北京/3-5 20k 10",
            "北京/3-5 30k 1",
            "北京/5-10 40k 4",
            "上海/1-3 12k 5",
            "上海/3-5 15k 30",
            "上海/5-10 22k 25");

    private static Picture lines(DrawingContext context) {
        return new LadderPicture(context, context.data().details().experience());
    }

    private static Picture cells(DrawingContext context) {
        return new LadderHeatPicture(context, context.data().details().experience());
    }

    @Test
    void eachMedianStandsAtItsPlaceAndTellsItsInterval() {
        Scene scene = Scene.of(LadderPictureTest::lines, DATA);

        assertEquals(
                List.of(
                        "Beijing, 1-3 years: 10.0k (10.0k–10.0k, n = 30)",
                        "Beijing, 3-5 years: 20.0k (20.0k–20.0k, n = 11)",
                        "Shanghai, 1-3 years: 12.0k (n = 5)",
                        "Shanghai, 3-5 years: 15.0k (15.0k–15.0k, n = 30)",
                        "Shanghai, 5-10 years: 22.0k (22.0k–22.0k, n = 25)"),
                scene.pointed());
        double zero = axis(scene, "0");
        double tenThousand = axis(scene, "10k");
        Scene.Dot dot = scene.dots("Shanghai, 5-10 years").get(0);
        assertEquals(zero + 2.2 * (tenThousand - zero), dot.y(), 0.6);
        assertEquals(scene.word("5-10 years").middle(), dot.x(), 10, "beside the other line's");
    }

    private static double axis(Scene scene, String tick) {
        return scene.word(tick).y() - 4.5;
    }

    @Test
    void smallSamplesAreHollowAndFewerThanFiveAreOnlyCounted() {
        Scene scene = Scene.of(LadderPictureTest::lines, DATA);

        assertEquals("#ffffff", scene.dots("Beijing, 3-5 years").get(0).fill());
        assertFalse(scene.dots("Beijing, 1-3 years").get(0).fill().equals("#ffffff"));
        assertTrue(scene.dots("Beijing, 5-10 years").isEmpty());
        assertTrue(scene.texts().contains("– · 4"), scene.texts().toString());
        assertTrue(scene.texts().contains("20.0k · 11"));
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void aCellHasTheColourOfItsMedianAndSaysHowManyItIsOf(Sheet sheet) {
        Scene scene = Scene.of(LadderPictureTest::cells, DATA, Language.EN, sheet);

        assertEquals(
                3,
                scene.bars(PayBand.FROM_10).stream()
                                .filter(LadderPictureTest::isCell)
                                .count()
                        + scene.bars(PayBand.FROM_15).stream()
                                .filter(LadderPictureTest::isCell)
                                .count());
        assertEquals(
                2,
                scene.bars(PayBand.FROM_20).stream()
                        .filter(LadderPictureTest::isCell)
                        .count());
        assertEquals(
                0,
                scene.bars(PayBand.FROM_40).stream()
                        .filter(LadderPictureTest::isCell)
                        .count());
        assertTrue(scene.texts().contains("n = 4"), scene.texts().toString());
        assertTrue(scene.drawing().description().contains("5-10 years n = 4"));
    }

    private static boolean isCell(Scene.Bar bar) {
        return bar.pointed().contains("years");
    }

    @Test
    void likeForLikeJoinsTwoMeansAndTellsWhatItRestsOn() {
        ChartData data = MadeUp.alike(MadeUp.data("北京 20k 30", "上海 10k 30", "合肥 5k 6"));
        Scene scene = Scene.of(LikeForLikePicture::new, data);

        List<Scene.Dot> beijing = scene.dots("Beijing: raw mean 20.0k, like for like 20.0k (of 30), n = 30.");
        assertEquals(Set.of("#ffffff", "#0072b2"), fills(beijing));
        assertEquals(Set.of("#ffffff"), fills(scene.dots("Hefei: raw mean 5.0k, n = 6.")));
        assertTrue(
                scene.says("rests on the 1 cell of experience and education"),
                scene.texts().toString());
        assertTrue(scene.says("60 postings"));
        assertTrue(scene.says("(small sample, not adjusted)"));
    }

    private static Set<String> fills(List<Scene.Dot> dots) {
        return dots.stream()
                .map(Scene.Dot::fill)
                .filter(fill -> !fill.equals("none"))
                .collect(Collectors.toSet());
    }

    @Test
    void withoutSolidGroupsAllSaysSo() {
        ChartData data = MadeUp.ladder(Dimension.EXPERIENCE, "北京/1-3 10k 6", "北京/3-5 20k 6");

        assertTrue(Scene.of(LadderPictureTest::lines, data).says("No two cells have 20 postings"));
        assertTrue(Scene.of(LadderPictureTest::cells, data).says("No two cells have 20 postings"));
    }
}
