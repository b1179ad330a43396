package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.chart.draw.CannotDraw;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Fonts;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;

/** Where things lie, without looking at the drawing. */
class LayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 12, 13, 48})
    void panelsStayOnThePaperAndDoNotOverlap(int panels) {
        Grid grid = Grid.of(panels, 46);
        for (int i = 0; i < panels; i++) {
            assertTrue(grid.plotLeft(i) >= PictureLayout.MARGIN);
            assertTrue(grid.plotLeft(i) + grid.plotWidth() <= PictureLayout.WIDTH - PictureLayout.MARGIN);
            assertTrue(grid.plotTop(100, i) + grid.plotHeight() <= 100 + grid.bodyHeight());
            for (int other = 0; other < i; other++) {
                boolean beside = Math.abs(grid.plotLeft(i) - grid.plotLeft(other)) >= grid.plotWidth();
                boolean below = grid.plotTop(100, i) - grid.plotTop(100, other) >= grid.plotHeight() + 46;
                assertTrue(beside || below, other + " and " + i);
            }
        }
    }

    @Test
    void onlyPanelsAtTheEdgesHaveAxes() {
        Grid grid = Grid.of(7, 46);

        assertEquals(2, grid.columns());
        assertTrue(grid.isFirstInRow(6) && !grid.isFirstInRow(5));
        assertTrue(grid.isLastInColumn(6) && grid.isLastInColumn(5) && !grid.isLastInColumn(4));
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "6, 9", "7, 5", "14, 5", "15, 2"})
    void manyCitiesHaveCloserRows(int cities, double height) {
        assertEquals(height, Rows.height(cities, 9, 5, 2));
    }

    @ParameterizedTest
    @EnumSource(PayBand.class)
    void aLabelCanBeReadOnTheColourOfItsBand(PayBand band) {
        double paper = luminance(BandColours.of(band));
        double ink = luminance(BandColours.label(band));

        assertTrue((Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05) >= 4.5);
    }

    /** By WCAG 2. */
    private static double luminance(Color colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] parts = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += weights[i] * (parts[i] <= 0.03928 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void aPictureNamesTheKeywordAndTellsItsFiguresInWords() throws CannotDraw {
        try (Fonts fonts = Fonts.load()) {
            DrawingContext context = new DrawingContext(
                    MadeUp.wording(MadeUp.data("北京 10k-30k 9", "上海 面议 2", "广州 10k 3"), Language.EN), fonts);
            Drawing average = new AveragePicture(context).drawing();

            assertEquals("python: average advertised pay by city", average.title());
            assertTrue(
                    average.description()
                            .startsWith("Beijing: mean 20.0k, median 20.0k, n = 9. Guangzhou: mean 10.0k, median 10.0k,"
                                    + " n = 3. Shanghai: no pay that can be drawn. Source: sandbox (made-up data)"),
                    average.description());
            assertTrue(new BandsPicture(context).description().startsWith("Beijing: under 10k 0%, 10–15k 0%, "));
            assertTrue(
                    new BoxPicture(context).description().startsWith("Beijing: P25 20.0k, median 20.0k, P75 20.0k, "));
            assertEquals(
                    new BandsPicture(context).description(), new HeatPicture(context).description(), "the same shares");
        }
    }

    @Test
    void aCurveOnlyFallsAndHoldsTheShareFromItsPayOn() {
        AtLeastPicture.Curve curve = new AtLeastPicture.Curve(
                MadeUp.data("北京 10k 1").cities().get(0), new double[] {0, 10, 20}, new double[] {1, 0.6, 0.2});

        assertEquals(1, curve.at(0));
        assertEquals(1, curve.at(10));
        assertEquals(0.6, curve.at(15));
        assertEquals(0.2, curve.at(99));
    }
}
