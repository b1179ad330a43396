package paymap.chart.pictures;

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
import paymap.chart.figures.Scale;

class RowsTest {

    private static final ChartData DATA = MadeUp.data("北京 20k 30", "石家庄 10k 30", "上海 面议 1");
    private static final DrawingContext CONTEXT = Scene.context(DATA, Language.EN, Sheet.WIDE);

    private static Rows rows(Sheet sheet) {
        return new Rows(
                Scene.context(DATA, Language.EN, sheet),
                50,
                List.of(
                        Rows.Column.pay(CONTEXT, "mean", city -> city.mean()),
                        new Rows.Column("n", city -> "" + city.n())));
    }

    @Test
    void thePlotBeginsBehindTheLongestNameAndEndsBeforeTheFigures() {
        Rows rows = rows(Sheet.WIDE);

        assertTrue(rows.plotLeft() > 36 + 80, "Shijiazhuang is long");
        assertTrue(rows.plotRight() < 1000 - 36 - 60, "two columns");
        assertTrue(rows.plotRight() - rows.plotLeft() > 500);
    }

    @Test
    void aPhoneGivesThePlotItsWholeWidth() {
        Rows rows = rows(Sheet.PHONE);

        assertEquals(4, rows.plotLeft());
        assertEquals(358, rows.plotRight());
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void rowsFollowOneAnotherWithoutOverlap(Sheet sheet) {
        Rows rows = rows(sheet);

        assertTrue(rows.rowTop(100, 1) >= rows.rowTop(100, 0) + rows.plotHeight());
        assertEquals(rows.rowTop(100, 2) - rows.rowTop(100, 1), rows.rowTop(100, 1) - rows.rowTop(100, 0));
        assertTrue(rows.rowTop(100, 2) + rows.plotHeight() <= rows.fieldTop(100) + rows.fieldHeight());
        assertTrue(rows.fieldTop(100) + rows.fieldHeight() < 100 + rows.bodyHeight(), "room for the axis");
    }

    /** A field paints 0 at its lower edge; what lies at a fraction of a plot must lie there in pixels, too. */
    @ParameterizedTest
    @EnumSource(Sheet.class)
    void placesInTheFieldAreThoseInPixels(Sheet sheet) {
        Rows rows = rows(sheet);
        Scale pixels = new Scale(0, 3, rows.fieldTop(0) + rows.fieldHeight(), rows.fieldTop(0));
        for (int row = 0; row < 3; row++) {
            Scale y = rows.inField(row);
            assertEquals(rows.rowTop(0, row), pixels.at(y.at(0)), 0.6, "upper edge of " + row);
            assertEquals(rows.rowTop(0, row) + rows.plotHeight(), pixels.at(y.at(1)), 0.6, "lower edge of " + row);
        }
    }

    @Test
    void aColumnOfPayHasADashWhereNoneIsKnown() {
        Rows.Column mean = Rows.Column.pay(CONTEXT, "mean", city -> city.mean());

        assertEquals(
                List.of("20.0k", "10.0k", "–"),
                DATA.cities().stream().map(mean.text()).toList());
    }

    @Test
    void fewPixelsMakeSmallWords() {
        assertFalse(rows(Sheet.WIDE).isClose());
        assertTrue(new Rows(Scene.context(DATA, Language.EN, Sheet.WIDE), 29, List.of()).isClose());
    }
}
