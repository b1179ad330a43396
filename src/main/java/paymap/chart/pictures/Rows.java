package paymap.chart.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Scale;
import paymap.job.PayFigures;

/** One row a city: its name on the left, a plot in the middle, columns of figures on the right. */
final class Rows {

    private static final double GAP = 14;
    private static final double COLUMN_GAP = 18;
    private static final double HEAD = 24;
    private static final double AXIS = 26;

    /** A column of figures; an empty text where there is none. */
    record Column(String head, Function<PayFigures, String> text) {

        /** How many postings are in the figures, with a word of warning where that is few. */
        static Column n(DrawingContext context) {
            return new Column("n", city -> context.n(city).substring("n = ".length()));
        }
    }

    private final DrawingContext context;
    private final List<PayFigures> cities;
    private final List<Column> columns;
    private final double rowHeight;
    private final int left;
    private final int right;

    Rows(DrawingContext context, double rowHeight, List<Column> columns) {
        this.context = context;
        this.cities = context.data().cities();
        this.columns = List.copyOf(columns);
        this.rowHeight = rowHeight;
        left = (int) Math.round(PictureLayout.MARGIN + widestName() + GAP);
        right = (int) Math.round(PictureLayout.WIDTH
                - PictureLayout.MARGIN
                - columns.stream()
                        .mapToDouble(this::width)
                        .map(w -> w + COLUMN_GAP)
                        .sum());
    }

    /** Row heights that suit so many cities: airy for a few, close for many. */
    static double height(int cities, double few, double some, double many) {
        return cities <= 6 ? few : cities <= 14 ? some : many;
    }

    double bodyHeight() {
        return HEAD + cities.size() * rowHeight + AXIS;
    }

    int plotLeft() {
        return left;
    }

    int plotRight() {
        return right;
    }

    int plotTop(double top) {
        return (int) Math.round(top + HEAD);
    }

    int plotHeight() {
        return (int) Math.round(cities.size() * rowHeight);
    }

    double rowHeight() {
        return rowHeight;
    }

    /** The upper edge of a row. */
    double rowTop(double top, int row) {
        return plotTop(top) + row * rowHeight;
    }

    /**
     * Names, figures and the heads of their columns.
     *
     * @param middle of the words below the upper edge of their row, in pixels
     */
    void words(Painter painter, double top, double middle) {
        for (int row = 0; row < cities.size(); row++) {
            double base = rowTop(top, row) + middle + 5;
            painter.right(context.name(cities.get(row)), left - GAP, base, nameStyle(), Palette.INK);
            columns(painter, base, cities.get(row));
        }
        double x = PictureLayout.WIDTH - PictureLayout.MARGIN;
        for (int i = columns.size() - 1; i >= 0; i--) {
            painter.right(columns.get(i).head, x, top + 14, TextStyle.SMALL, Palette.MUTED);
            x -= width(columns.get(i)) + COLUMN_GAP;
        }
    }

    /** A line and a label at each step of the axis. */
    void grid(Painter painter, double top, Scale scale, double step, Function<Double, String> label) {
        double bottom = plotTop(top) + plotHeight();
        for (int i = 0; i * step <= scale.high() * (1 + 1e-9); i++) {
            double x = scale.at(i * step);
            boolean first = i == 0;
            painter.line(x, plotTop(top), x, bottom, first ? Palette.MUTED : Palette.GRID, first ? 1.2 : 1);
            painter.centre(label.apply(i * step), x, bottom + 18, TextStyle.SMALL, Palette.MUTED);
        }
    }

    private void columns(Painter painter, double base, PayFigures city) {
        double x = PictureLayout.WIDTH - PictureLayout.MARGIN;
        for (int i = columns.size() - 1; i >= 0; i--) {
            painter.right(columns.get(i).text.apply(city), x, base, TextStyle.LABEL, Palette.MUTED);
            x -= width(columns.get(i)) + COLUMN_GAP;
        }
    }

    private TextStyle nameStyle() {
        return rowHeight < 34 ? TextStyle.CITY_SMALL : TextStyle.CITY;
    }

    private double widestName() {
        return cities.stream()
                .mapToDouble(city -> context.fonts().width(context.fonts().drawable(context.name(city)), nameStyle()))
                .max()
                .orElse(0);
    }

    private double width(Column column) {
        List<Double> widths = new ArrayList<>();
        widths.add(context.fonts().width(column.head, TextStyle.SMALL));
        cities.forEach(city -> widths.add(context.fonts().width(column.text.apply(city), TextStyle.LABEL)));
        return widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
