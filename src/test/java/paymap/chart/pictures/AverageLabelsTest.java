package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Painter;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Scale;

class AverageLabelsTest {

    private static Scene scene(String low, String high, boolean narrow) {
        ChartData data = MadeUp.data("北京 " + low + "k 12", "北京 " + high + "k 8");
        DrawingContext context = Scene.context(data, Language.EN, Sheet.WIDE);
        Scale x = new Scale(0, 65_000, 100, narrow ? 320 : 900);
        var city = data.cities().get(0);
        return Scene.of(new Drawing(
                1000,
                50,
                "t",
                "d",
                "en",
                g -> new AverageLabels(new Painter(g, TestFonts.SHARED), context, narrow, x, 30)
                        .paint(
                                city,
                                DistributionPicture.place(x, PayUnit.MONTH, city.mean()),
                                DistributionPicture.place(x, PayUnit.MONTH, city.median()))));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 40, false",
        "20, 21, false",
        "1, 2, false",
        "1, 50, false",
        "90, 91, false",
        "58, 59, false",
        "40, 20, false",
        "20, 40, true",
        "1, 2, true",
        "90, 300, true"
    })
    void neverTouchAndNeverLeaveThePanel(String low, String high, boolean narrow) {
        List<Scene.Word> words = scene(low, high, narrow).words();

        assertEquals(2, words.size());
        assertTrue(words.get(0).right() < words.get(1).x(), words.toString());
        assertTrue(words.get(0).x() >= 100 && words.get(1).right() <= (narrow ? 330 : 900), words.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "20, 40, median 20.0k, mean 28.0k",
        "40, 20, mean 32.0k, median 40.0k",
        "90, 91, median 90.0k →, mean 90.4k →"
    })
    void theLowerFigureStandsFirst(String low, String high, String first, String second) {
        assertEquals(List.of(first, second), scene(low, high, false).texts());
    }

    @ParameterizedTest
    @CsvSource({"20, 40, false, 0", "1, 2, false, 2", "20, 40, true, 2"})
    void labelsAwayFromTheirLinesHaveASampleOfThem(String low, String high, boolean narrow, int samples) {
        assertEquals(samples, Scene.all(scene(low, high, narrow).svg(), "line").size());
    }
}
