package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.figures.PayFigures;
import paymap.job.JobStore.RunPay;

class TrendPictureTest {

    /** Each line {@code day city salary rows}; the figures of today are those of the last day. */
    private static ChartData data(String... lines) {
        List<RunPay> history = new ArrayList<>();
        List<String> now = new ArrayList<>();
        String last = lines[lines.length - 1].substring(0, 2);
        for (String line : lines) {
            int day = Integer.parseInt(line.substring(0, 2));
            MadeUp.groups(line.substring(3))
                    .forEach(pay ->
                            history.add(new RunPay(day, "2026-10-%02dT08:00:00Z".formatted(day), "python", pay)));
            if (line.startsWith(last)) {
                now.add(line.substring(3));
            }
        }
        return ChartData.of(MadeUp.SOURCE, PayFigures.of(MadeUp.groups(now.toArray(String[]::new))), history);
    }

    private static final ChartData MOVED = data(
            "01 北京 20k 30",
            "01 上海 15k 30",
            "11 北京 25k 15",
            "11 北京 20k 15",
            "11 上海 14k 30",
            "21 北京 30k 20",
            "21 北京 20k 10",
            "21 上海 14k 30");

    private static Scene scene(ChartData data) {
        return Scene.of(TrendPicture::new, data);
    }

    @Test
    void eachRunIsAPointAtItsDayAndItsMean() {
        Scene scene = scene(MOVED);
        Scene.Dot first = scene.dots("2026-10-01: mean 20.0k").get(1);
        Scene.Dot middle = scene.dots("2026-10-11: mean 22.5k").get(1);
        Scene.Dot last = scene.dots("2026-10-21: mean 26.7k").get(1);

        assertEquals((first.x() + last.x()) / 2, middle.x(), 0.1, "days lie evenly");
        double k = (scene.word("20k").y() - scene.word("25k").y()) / 5;
        assertEquals(2.5 * k, first.y() - middle.y(), 0.5);
        assertEquals(6.67 * k, first.y() - last.y(), 0.5);
    }

    @Test
    void theHeadTellsMeanAndMedianFromFirstToLast() {
        Scene scene = scene(MOVED);

        assertTrue(
                scene.line(scene.word("Beijing").y())
                        .contains("mean 20.0k → 26.7k (+6.7k) · median 20.0k → 30.0k (+10.0k)"),
                scene.texts().toString());
        assertTrue(scene.says("mean 15.0k → 14.0k (−1.0k)"));
    }

    @Test
    void theFindingIsTheCityThatMovedMost() {
        assertTrue(scene(MOVED).says("Beijing moved most: mean 20.0k → 26.7k (+6.7k), median 20.0k → 30.0k (+10.0k)."));
    }

    @Test
    void aFallIsAMoveToo() {
        ChartData data = data("01 北京 20k 30", "01 上海 25k 30", "11 北京 21k 30", "11 上海 20k 30");

        assertTrue(
                scene(data).says("Shanghai moved most: mean 25.0k → 20.0k (−5.0k), median 25.0k → 20.0k (−5.0k)."),
                scene(data).texts().toString());
    }

    @Test
    void smallRunsStandInNoSentence() {
        ChartData data = data("01 北京 20k 30", "01 上海 15k 8", "11 北京 20k 30", "11 上海 45k 8");

        assertTrue(
                scene(data).says("Beijing moved most: mean 20.0k → 20.0k (±0.0k)"),
                scene(data).texts().toString());
        assertTrue(scene(data("01 上海 15k 8", "11 上海 45k 8")).says("No city has 20 postings"));
    }

    @Test
    void aRunWithFewerThanFivePostingsIsLeftOut() {
        Scene scene = scene(data("01 北京 20k 30", "11 北京 90k 4", "21 北京 22k 30"));

        assertTrue(scene.dots("2026-10-11").isEmpty());
        assertEquals(2, scene.dots("2026-10-01").size(), "mean and median");
        assertFalse(scene.drawing().description().contains("2026-10-11"));
    }

    @Test
    void theAxisIsSaidNotToBeginAtZero() {
        assertTrue(scene(MOVED).says("The upright axis does not begin at zero."));
        assertFalse(scene(data("01 北京 1k 30", "11 北京 20k 30")).says("does not begin at zero"));
    }

    @Test
    void theDescriptionHasEveryRun() {
        assertTrue(scene(MOVED)
                .drawing()
                .description()
                .contains(
                        "Shanghai (mean / median): 2026-10-01 15.0k / 15.0k, 2026-10-11 14.0k / 14.0k, 2026-10-21 14.0k /"
                                + " 14.0k."));
    }

    @Test
    void aPhoneHasMeanMedianAndNOfTheLastRun() {
        Scene scene = Scene.of(TrendPicture::new, MOVED, Language.EN, Sheet.PHONE);

        assertTrue(scene.line(scene.word("Beijing").y()).contains("mean 26.7k · median 30.0k · n = 30"));
    }
}
