package paymap.chart.pictures;

import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** A picture with one row a city, the highest mean first: the frame that such pictures have in common. */
abstract class RowPicture extends Picture {

    /** Puts the bars of one city into a field in which a row is one high and the first one on top. */
    interface Bars {
        /** @param y from 0, the upper edge of the city's plot, to 1, its lower edge, into the field */
        void add(XYChart field, PayFigures city, Scale y);
    }

    final DrawingContext context;
    final List<PayFigures> cities;
    final Rows rows;

    /**
     * @param plotHeight of a row, in pixels
     * @param columns of figures, on the right
     */
    RowPicture(DrawingContext context, double plotHeight, List<Rows.Column> columns) {
        this.context = context;
        this.cities = context.data().shown();
        this.rows = new Rows(context, plotHeight, columns);
    }

    /** Title, finding, and how to read it. */
    abstract PictureLayout.Words words();

    /** A city in words, a sentence. */
    abstract String inWords(PayFigures city);

    /** What lies behind the marks of the rows: grid, bars, cells. */
    abstract void paintField(Painter painter, double top);

    /** The marks of one city. */
    abstract void paintRow(Painter painter, double rowTop, PayFigures city);

    /** A key of its own above the rows. */
    void paintHead(Painter painter, double bodyTop) {}

    /** Room for {@link #paintHead}, in pixels. */
    double head() {
        return 0;
    }

    /** Room for the rows with their axis, in pixels. */
    double bodyHeight() {
        return rows.bodyHeight();
    }

    /** Whether the key of the pay bands stands above. */
    boolean withBands() {
        return true;
    }

    /** Where a city's name and figures stand below the upper edge of its plot, in pixels. */
    double middle() {
        return rows.plotHeight() / 2;
    }

    @Override
    final PictureLayout layout() {
        return new PictureLayout(context, words(), withBands(), head() + bodyHeight(), this::paint);
    }

    @Override
    final String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    /** In which order the rows stand, a sentence. */
    final String order() {
        return context.data().isLadder()
                ? context.say(context.noun().zh() + "从低到高排列。", "From the lowest to the highest.")
                : context.say(
                        context.noun().zh() + "按平均" + context.unit().called() + "从高到低排列。",
                        context.noun().capital() + " by mean, highest first.");
    }

    /** Words with the cities that have no row. */
    final PictureLayout.Words words(String title, String finding, String subtitle) {
        return new PictureLayout.Words(
                title, finding, subtitle, context.wording().listed());
    }

    private void paint(Painter painter, double bodyTop) {
        double top = bodyTop + head();
        paintHead(painter, bodyTop);
        paintField(painter, top);
        for (int row = 0; row < cities.size(); row++) {
            paintRow(painter, rows.rowTop(top, row), cities.get(row));
        }
        rows.words(painter, top, middle());
    }

    /** Paints the bars of the cities that have postings enough to sum up. */
    final void paintBars(Painter painter, double top, Scale x, Bars bars) {
        XYChart field = Plots.field(0, x.high(), 0, cities.size());
        for (int row = 0; row < cities.size(); row++) {
            if (cities.get(row).isEnough()) {
                bars.add(field, cities.get(row), rows.inField(row));
            }
        }
        if (!field.getSeriesCollection().isEmpty()) {
            int width = (int) x.to() - rows.plotLeft();
            painter.chart(field::paint, rows.plotLeft(), rows.fieldTop(top), width, rows.fieldHeight());
        }
    }

    /** Each posting of a city too small to sum up, with words beside them that say so. */
    final void fewDots(Painter painter, Scale x, double y, PayFigures city) {
        double last = x.from();
        for (MidpointCount line : city.midpoints().counts()) {
            for (int i = 0; i < line.count() && line.midpoint() <= x.high(); i++) {
                last = Math.max(x.at(line.midpoint()), i == 0 ? 0 : last + 9);
                double at = last;
                painter.pointed(
                        context.mark(
                                context.name(city) + " " + context.k(line.midpoint()),
                                Postings.at(city.group(), context.unit(), line.midpoint())),
                        () -> painter.dot(at, y, 4.5, context.colour(line.midpoint())));
            }
        }
        String words = context.wording().tooFew(city);
        double width = painter.width(words, TextStyle.SMALL);
        double first = x.at(city.quantile(0));
        if (city.n() == 0 || last + 12 + width <= x.to()) {
            painter.labelOnPaper(words, last + 12, y + 4.5, TextStyle.SMALL, Palette.MUTED, Painter.Align.LEFT);
        } else if (first - 12 - width >= x.from()) {
            painter.labelOnPaper(words, first - 12, y + 4.5, TextStyle.SMALL, Palette.MUTED, Painter.Align.RIGHT);
        }
    }
}
