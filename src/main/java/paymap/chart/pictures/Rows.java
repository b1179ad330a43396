package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;

/**
 * One row a city: its name on the left, a plot in the middle, columns of figures on the right. On a phone the name with
 * mean, median and n stands above a plot of the full width.
 */
final class Rows {

    private static final double GAP = 14;
    private static final double COLUMN_GAP = 18;
    private static final double HEAD = 24;
    private static final double AXIS = 26;
    private static final double NAME_LINE = 24;

    /** A column of figures; an empty text where there is none. */
    record Column(String head, Function<PayFigures, String> text) {

        /** How many postings are in the figures, with a word of warning where that is few. */
        static Column n(DrawingContext context) {
            return new Column("n", city -> context.wording().n(city).substring("n = ".length()));
        }

        /** Pay to the tenth of a thousand; a dash where no pay is known. */
        static Column pay(DrawingContext context, String head, Function<PayFigures, Double> pay) {
            return new Column(head, city -> city.n() == 0 ? "–" : context.k(pay.apply(city)));
        }
    }

    private final DrawingContext context;
    private final Sheet sheet;
    private final List<PayFigures> cities;
    private final List<Column> columns;
    private final double plotHeight;
    private final double nameLine;
    private final double head;
    private final int left;
    private final int right;

    Rows(DrawingContext context, double plotHeight, List<Column> columns) {
        this.context = context;
        this.sheet = context.sheet();
        this.cities = context.data().shown();
        this.columns = sheet.isPhone() ? List.of() : List.copyOf(columns);
        this.plotHeight = plotHeight;
        nameLine = sheet.isPhone() ? NAME_LINE : 0;
        head = sheet.isPhone() ? 0 : HEAD;
        left = (int) Math.round(sheet.margin() + (sheet.isPhone() ? 0 : widestName() + GAP));
        right = (int) Math.round(sheet.right()
                - this.columns.stream()
                        .mapToDouble(this::width)
                        .map(w -> w + COLUMN_GAP)
                        .sum());
    }

    /** Row heights that suit so many cities: airy for a few, close for many. */
    static double height(int cities, double few, double some, double many) {
        return cities <= 6 ? few : cities <= 14 ? some : many;
    }

    double bodyHeight() {
        return head + fieldHeight() + AXIS;
    }

    int plotLeft() {
        return left;
    }

    int plotRight() {
        return right;
    }

    /** The upper edge of all rows. */
    int fieldTop(double top) {
        return (int) Math.round(top + head);
    }

    int fieldHeight() {
        return (int) Math.round(cities.size() * rowHeight());
    }

    /** Of one row, without its name where that stands above. */
    double plotHeight() {
        return plotHeight;
    }

    /** Whether words must be small. */
    boolean isClose() {
        return plotHeight < 34;
    }

    /** The upper edge of a row's plot. */
    double rowTop(double top, int row) {
        return fieldTop(top) + row * rowHeight() + nameLine;
    }

    /** From 0 and 1, the edges of a row's plot, into a field in which each row is one high and the first one on top. */
    Scale inField(int row) {
        double up = cities.size() - row - nameLine / rowHeight();
        return new Scale(0, 1, up, up - plotHeight / rowHeight());
    }

    private double rowHeight() {
        return nameLine + plotHeight;
    }

    /**
     * Names, figures and the heads of their columns.
     *
     * @param middle of the words below the upper edge of their plot, in pixels
     */
    void words(Painter painter, double top, double middle) {
        for (int row = 0; row < cities.size(); row++) {
            PayFigures city = cities.get(row);
            if (sheet.isPhone()) {
                nameLine(painter, rowTop(top, row) - 6, city);
            } else {
                double base = rowTop(top, row) + middle + 5;
                painter.right(context.name(city), left - GAP, base, nameStyle(), Palette.INK);
                columns(painter, base, TextStyle.LABEL, column -> column.text.apply(city));
            }
        }
        columns(painter, top + 14, TextStyle.SMALL, Column::head);
    }

    private void nameLine(Painter painter, double base, PayFigures city) {
        painter.left(context.name(city), sheet.margin(), base, nameStyle(), Palette.INK);
        double room = sheet.inner() - painter.width(context.name(city), nameStyle()) - 8;
        String summary = context.wording().summary(city);
        TextStyle style = painter.width(summary, TextStyle.SMALL) <= room ? TextStyle.SMALL : TextStyle.TINY;
        painter.right(summary, sheet.right(), base, style, Palette.MUTED);
    }

    /** A line and a label at each step of the axis. */
    void grid(Painter painter, double top, Scale scale, double step, Function<Double, String> label) {
        double bottom = fieldTop(top) + fieldHeight();
        for (int i = 0; i * step <= scale.high() * (1 + 1e-9); i++) {
            double x = scale.at(i * step);
            boolean first = i == 0;
            painter.line(x, fieldTop(top), x, bottom, first ? Palette.MUTED : Palette.GRID, first ? 1.2 : 1);
            String text = label.apply(i * step);
            double half = painter.width(text, TextStyle.SMALL) / 2;
            double centre = Math.max(half + 1, Math.min(sheet.width() - half - 1, x));
            painter.centre(text, centre, bottom + 18, TextStyle.SMALL, Palette.MUTED);
        }
        paperForNames(painter, top);
    }

    /** On a phone: what is painted over all rows stops where a name stands. */
    void paperForNames(Painter painter, double top) {
        for (int row = 0; row < cities.size() && nameLine > 0; row++) {
            painter.fill(
                    new Rectangle2D.Double(left - 1, rowTop(top, row) - nameLine, right - left + 2, nameLine),
                    Palette.PAPER);
        }
    }

    private void columns(Painter painter, double base, TextStyle style, Function<Column, String> text) {
        double x = sheet.right();
        for (int i = columns.size() - 1; i >= 0; i--) {
            painter.right(text.apply(columns.get(i)), x, base, style, Palette.MUTED);
            x -= width(columns.get(i)) + COLUMN_GAP;
        }
    }

    private TextStyle nameStyle() {
        return isClose() || sheet.isPhone() ? TextStyle.CITY_SMALL : TextStyle.CITY;
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
