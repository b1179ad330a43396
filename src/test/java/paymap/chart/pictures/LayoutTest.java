package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where panels and rows lie, without looking at the drawing. */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "1, WIDE",
        "2, WIDE",
        "4, WIDE",
        "5, WIDE",
        "12, WIDE",
        "13, WIDE",
        "48, WIDE",
        "1, PHONE",
        "5, PHONE",
        "48, PHONE"
    })
    void panelsStayOnThePaperAndDoNotOverlap(int panels, Sheet sheet) {
        Grid grid = Grid.of(sheet, panels, 46);
        for (int i = 0; i < panels; i++) {
            assertTrue(grid.plotLeft(i) >= sheet.margin());
            assertTrue(grid.plotLeft(i) + grid.plotWidth() <= sheet.right());
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
        Grid grid = Grid.of(Sheet.WIDE, 7, 46);

        assertEquals(2, grid.columns());
        assertTrue(grid.isFirstInRow(6) && !grid.isFirstInRow(5));
        assertTrue(grid.isLastInColumn(6) && grid.isLastInColumn(5) && !grid.isLastInColumn(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 48})
    void aPhoneHasOneColumn(int panels) {
        assertEquals(1, Grid.of(Sheet.PHONE, panels, 46).columns());
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "6, 9", "7, 5", "14, 5", "15, 2"})
    void manyCitiesHaveCloserRows(int cities, double height) {
        assertEquals(height, Rows.height(cities, 9, 5, 2));
    }
}
