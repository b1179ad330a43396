package paymap.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Charts of XChart stripped to their marks: the plot fills the chart to its edges, so that a value's place is known, and
 * the layout draws axes, names and numbers itself. XChart 4.0.3 drops tick labels, knows no outlines and one colour a
 * series.
 */
public final class Plots {

    private Plots() {}

    /** Columns that touch, each with its own colour. */
    public static CategoryChart columns(double[] heights, List<Color> colours, double highest) {
        CategoryChart chart = new CategoryChart(100, 100);
        bare(chart.getStyler());
        chart.getStyler().setOverlapped(true).setAvailableSpaceFill(0.98);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(highest);
        List<Integer> places = IntStream.range(0, heights.length).boxed().toList();
        for (Color colour : colours.stream().distinct().toList()) {
            List<@Nullable Double> own = new ArrayList<>(Collections.nCopies(heights.length, null));
            places.stream().filter(i -> colours.get(i).equals(colour)).forEach(i -> own.set(i, heights[i]));
            chart.addSeries(name(chart.getSeriesCollection().size()), places, own)
                    .setFillColor(colour);
        }
        return chart;
    }

    /** An empty field for areas, lines and dots. */
    public static XYChart field(double xLow, double xHigh, double yLow, double yHigh) {
        XYChart chart = new XYChart(100, 100);
        bare(chart.getStyler());
        chart.getStyler().setXAxisMin(xLow).setXAxisMax(xHigh).setYAxisMin(yLow).setYAxisMax(yHigh);
        return chart;
    }

    /** Fills a rectangle in the values of the axes. */
    public static void area(XYChart field, double x1, double x2, double y1, double y2, Color colour) {
        XYSeries series = series(field, new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2});
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setLineStyle(new BasicStroke(0)).setLineColor(Palette.NONE);
        series.setFillColor(colour);
    }

    /** A line through these points, in the values of the axes. */
    public static void line(XYChart field, double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        XYSeries series = series(field, xs, ys);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        series.setLineStyle(stroke).setLineColor(colour);
    }

    /** A line that goes on at its height up to each next x, and only then changes. */
    public static void steps(XYChart field, double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        XYSeries series = series(field, xs, ys);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step);
        series.setLineStyle(stroke).setLineColor(colour);
    }

    /** Cells of equal size; {@code values[row][column]}, the first row on top, coloured from 0 to {@code highest}. */
    public static HeatMapChart cells(double[][] values, double highest, List<Color> ramp) {
        // The shorter constructor forgets the theme and then fails (seen in 4.0.3).
        HeatMapChart chart = new HeatMapChart(100, 100, Styler.ChartTheme.XChart);
        bare(chart.getStyler());
        chart.getStyler().setShowValue(false).setMin(0).setMax(highest);
        chart.getStyler().setRangeColors(ramp.toArray(Color[]::new));
        int rows = values.length;
        List<Integer> xs = IntStream.range(0, values[0].length).boxed().toList();
        List<Integer> ys = IntStream.range(0, rows).boxed().toList();
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < xs.size(); column++) {
                if (!Double.isNaN(values[row][column])) {
                    cells.add(new Number[] {column, rows - 1 - row, values[row][column]});
                }
            }
        }
        chart.addSeries("cells", xs, ys, cells);
        return chart;
    }

    private static XYSeries series(XYChart field, double[] xs, double[] ys) {
        XYSeries series = field.addSeries(name(field.getSeriesCollection().size()), xs, ys);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private static String name(int number) {
        return "s" + number;
    }

    private static void bare(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartPadding(0).setChartBackgroundColor(Palette.NONE).setChartTitleVisible(false);
        styler.setPlotContentSize(1.0).setPlotBackgroundColor(Palette.NONE).setPlotBorderVisible(false);
        styler.setLegendVisible(false);
        styler.setPlotMargin(0).setPlotGridLinesVisible(false).setPlotTicksMarksVisible(false);
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false);
        styler.setAxisTickPadding(0).setAxisTickMarkLength(0);
    }
}
