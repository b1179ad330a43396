package paymap.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One row a city: its name on the left, a plot in the middle, columns of figures on the right. */
final class Rows {

    private static final double GAP = 14;
    private static final double COLUMN_GAP = 18;
    private static final double HEAD = 24;
    private static final double AXIS = 26;

    /** A column of figures; an empty text where there is none. */
    record Column(String head, Function<CityFigures, String> text) {}

    private final Studio studio;
    private final List<CityFigures> cities;
    private final List<Column> columns;
    private final double rowHeight;
    private final int left;
    private final int right;

    Rows(Studio studio, double rowHeight, List<Column> columns) {
        this.studio = studio;
        this.cities = studio.data().cities();
        this.columns = List.copyOf(columns);
        this.rowHeight = rowHeight;
        left = (int) Math.round(Sheet.MARGIN + widestName() + GAP);
        right = (int) Math.round(Sheet.WIDTH
                - Sheet.MARGIN
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

    /** Names, figures and the heads of their columns; a faint line between the rows. */
    void words(Pen pen, double top) {
        words(pen, top, rowHeight / 2);
    }

    /** @param middle of the words below the upper edge of their row, in pixels */
    void words(Pen pen, double top, double middle) {
        for (int row = 0; row < cities.size(); row++) {
            double base = rowTop(top, row) + middle + 5;
            pen.right(studio.name(cities.get(row)), left - GAP, base, nameType(), Palette.INK);
            columns(pen, base, cities.get(row));
        }
        double x = Sheet.WIDTH - Sheet.MARGIN;
        for (int i = columns.size() - 1; i >= 0; i--) {
            pen.right(columns.get(i).head, x, top + 14, Type.SMALL, Palette.MUTED);
            x -= width(columns.get(i)) + COLUMN_GAP;
        }
    }

    /** A line and a label at each step of the axis. */
    void grid(Pen pen, double top, Scale scale, double step, Function<Double, String> label) {
        double bottom = plotTop(top) + plotHeight();
        for (int i = 0; i * step <= scale.high() * (1 + 1e-9); i++) {
            double x = scale.at(i * step);
            boolean first = i == 0;
            pen.line(x, plotTop(top), x, bottom, first ? Palette.MUTED : Palette.GRID, first ? 1.2 : 1);
            pen.centre(label.apply(i * step), x, bottom + 18, Type.SMALL, Palette.MUTED);
        }
    }

    private void columns(Pen pen, double base, CityFigures city) {
        double x = Sheet.WIDTH - Sheet.MARGIN;
        for (int i = columns.size() - 1; i >= 0; i--) {
            pen.right(columns.get(i).text.apply(city), x, base, Type.LABEL, Palette.MUTED);
            x -= width(columns.get(i)) + COLUMN_GAP;
        }
    }

    private Type nameType() {
        return rowHeight < 34 ? Type.CITY_SMALL : Type.CITY;
    }

    private double widestName() {
        return cities.stream()
                .mapToDouble(city -> studio.fonts().width(studio.fonts().drawable(studio.name(city)), nameType()))
                .max()
                .orElse(0);
    }

    private double width(Column column) {
        List<Double> widths = new ArrayList<>();
        widths.add(studio.fonts().width(column.head, Type.SMALL));
        cities.forEach(city -> widths.add(studio.fonts().width(column.text.apply(city), Type.LABEL)));
        return widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
