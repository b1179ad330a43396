package paymap.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

/** That XChart puts its marks where we say, to the pixel: labels and outlines are drawn beside it. */
class PlotsTest {

    private static final Color RED = new Color(0xce3653);
    private static final Color BLUE = new Color(0x0072b2);

    private static final Fonts FONTS = TestFonts.SHARED;

    /** Painted 200 wide and 100 high at 0, 0. */
    private static String svg(Painter.Chart chart) {
        Drawing drawing =
                new Drawing(200, 100, "t", "d", "en", g -> new Painter(g, FONTS).chart(chart, 0, 0, 200, 100));
        return SvgWriter.of(drawing, SvgWriter.Home.FILE, "x");
    }

    /** x, y, width, height of each rectangle in a colour. */
    private static List<double[]> rectangles(String svg, Color colour) {
        Matcher rectangle = Pattern.compile("<rect x=\"([^\"]+)\" y=\"([^\"]+)\" width=\"([^\"]+)\" height=\"([^\"]+)\""
                        + " fill=\"" + String.format("#%06x", colour.getRGB() & 0xffffff) + "\"")
                .matcher(svg);
        List<double[]> found = new ArrayList<>();
        while (rectangle.find()) {
            double[] values = new double[4];
            for (int i = 0; i < 4; i++) {
                values[i] = Double.parseDouble(rectangle.group(i + 1));
            }
            found.add(values);
        }
        return found;
    }

    @Test
    void columnsFillTheirPlacesFromTheGround() {
        String svg = svg(Plots.columns(new double[] {1, Double.NaN, 2, 4}, List.of(RED, RED, RED, BLUE), 4)::paint);
        List<double[]> red = rectangles(svg, RED);
        List<double[]> blue = rectangles(svg, BLUE);

        assertEquals(2, red.size(), "nothing stands where there is no number");
        assertEquals(25, red.get(0)[3], 0.1);
        assertEquals(50, red.get(1)[3], 0.1);
        assertEquals(100, blue.get(0)[3], 0.1);
        assertEquals(0.5, red.get(0)[0], 0.5);
        assertEquals(100.5, red.get(1)[0], 0.5);
        assertEquals(150.5, blue.get(0)[0], 0.5);
        assertEquals(75, red.get(0)[1], 0.1, "the ground is below");
    }

    @Test
    void anAreaLiesWhereTheAxesSay() {
        XYChart field = Plots.field(0, 10, 0, 4);
        Plots.area(field, 2, 5, 1, 3, RED);
        List<double[]> areas = rectangles(svg(field::paint), RED);

        assertEquals(1, areas.size());
        assertEquals(40, areas.get(0)[0], 0.1);
        assertEquals(25, areas.get(0)[1], 0.1);
        assertEquals(60, areas.get(0)[2], 0.1);
        assertEquals(50, areas.get(0)[3], 0.1);
    }

    @Test
    void aLineGoesThroughItsPoints() {
        XYChart field = Plots.field(0, 10, 0, 4);
        Plots.line(field, new double[] {0, 5, 10}, new double[] {0, 4, 2}, RED, new BasicStroke(2));
        String svg = svg(field::paint);

        assertTrue(svg.contains("M0 100L100 0L200 50") || svg.contains("x1=\"0\" y1=\"100\" x2=\"100\" y2=\"0\""), svg);
    }

    @Test
    void stepsGoOnAtTheirHeightAndOnlyThenDrop() {
        XYChart field = Plots.field(0, 10, 0, 4);
        Plots.steps(field, new double[] {0, 5, 10}, new double[] {4, 2, 0}, RED, new BasicStroke(2));
        String svg = svg(field::paint);

        assertTrue(
                svg.contains("x1=\"0\" y1=\"0\" x2=\"100\" y2=\"0\"")
                        && svg.contains("x1=\"100\" y1=\"0\" x2=\"100\" y2=\"50\""),
                svg);
    }

    @Test
    void cellsStandInTheirRowAndColumn() {
        Color pale = new Color(0xf0f0f0);
        Color deep = new Color(0x101080);
        double[][] values = {{0, 1}, {Double.NaN, 0}};
        String svg = svg(Plots.cells(values, 1, List.of(pale, deep))::paint);
        List<double[]> full = rectangles(svg, deep);
        List<double[]> empty = rectangles(svg, pale);

        assertEquals(1, full.size());
        assertEquals(100, full.get(0)[0], 1, "the second column");
        assertEquals(0, full.get(0)[1], 1, "the first row is on top");
        assertEquals(2, empty.size(), "what is no number is not painted");
        assertEquals(100, empty.get(1)[0] + empty.get(0)[0], 2);
    }
}
