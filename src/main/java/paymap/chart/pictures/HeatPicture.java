package paymap.chart.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Postings;
import paymap.figures.PayFigures;

/** City by pay band, for many cities: blue for the share, the colours of pay only in the strip on top. */
public final class HeatPicture extends RowPicture {

    /** With fewer cities the other pictures say the same better. */
    public static final int ENOUGH_CITIES = 5;

    private static final double STRIP = 36;
    /** There the rows begin at once, without heads of columns. */
    private static final double PHONE_STRIP = 24;

    private static final double GAP = 3;

    private final double[][] shares;
    private final double highest;

    /** Lays out what the data have. */
    public HeatPicture(DrawingContext context) {
        super(
                context,
                Rows.height(context.data().shown().size(), 50, 38, 27),
                List.of(Rows.Column.pay(context, context.say("平均", "mean"), PayFigures::mean), Rows.Column.n(context)));
        shares = cities.stream().map(this::shares).toArray(double[][]::new);
        highest = Math.max(
                0.01,
                cities.stream()
                        .filter(PayFigures::isEnough)
                        .flatMapToDouble(city -> Arrays.stream(shares(city)))
                        .max()
                        .orElse(1));
    }

    /** NaN where a city is too small for shares. */
    private double[] shares(PayFigures city) {
        return Arrays.stream(Bins.bands(city.midpoints(), context.unit()))
                .mapToDouble(count -> city.isEnough() ? count / (double) city.n() : Double.NaN)
                .toArray();
    }

    @Override
    PictureLayout.Words words() {
        return words(
                context.say(
                        context.noun().zh() + "与薪资档",
                        context.data().isLadder()
                                ? "Pay bands " + context.noun().by()
                                : context.noun().capitalOne() + " by pay band"),
                context.findings().fullestBand(),
                context.say(
                        "数字和蓝色深浅：该" + context.noun().zh() + "职位所占比例。上方色条：薪资档。" + order(),
                        "Number and blue: share of that " + context.noun().one()
                                + "'s postings. Strip on top: the pay band. " + order()));
    }

    @Override
    String inWords(PayFigures city) {
        return BandsPicture.inWords(context, city);
    }

    @Override
    boolean withBands() {
        return false;
    }

    @Override
    double head() {
        return context.sheet().isPhone() ? STRIP + PHONE_STRIP : STRIP;
    }

    /** Without the labels of an axis below. */
    @Override
    double bodyHeight() {
        return rows.bodyHeight() - 20;
    }

    private double column() {
        return (rows.plotRight() - rows.plotLeft()) / (double) PayBand.values().length;
    }

    @Override
    void paintHead(Painter painter, double bodyTop) {
        double top = bodyTop + STRIP;
        for (PayBand band : PayBand.values()) {
            double x = rows.plotLeft() + band.ordinal() * column();
            TextStyle style = context.sheet().isPhone() ? TextStyle.TINY : TextStyle.SMALL;
            String name = Lines.cut(context.fonts(), context.name(band), style, column());
            painter.centre(name, x + column() / 2, top + 4, style, Palette.INK);
            painter.bar(x + GAP / 2, top + 10, column() - GAP, 9, BandColours.of(band));
        }
    }

    @Override
    void paintField(Painter painter, double top) {
        if (cities.stream().anyMatch(PayFigures::isEnough)) {
            HeatMapChart chart = Plots.cells(shares, highest, Palette.SHARES);
            painter.chart(
                    chart::paint,
                    rows.plotLeft(),
                    rows.fieldTop(top),
                    rows.plotRight() - rows.plotLeft(),
                    rows.fieldHeight());
            rows.paperForNames(painter, top);
        }
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        double base = rowTop + middle() + 5;
        if (!city.isEnough()) {
            String words = BandsPicture.noShares(context, city);
            painter.left(words, rows.plotLeft() + 10, base, TextStyle.SMALL, Palette.MUTED);
            return;
        }
        long[] counts = Bins.bands(city.midpoints(), context.unit());
        for (PayBand band : PayBand.values()) {
            painter.pointed(
                    context.mark(
                            context.wording().share(city, context.name(band), counts[band.ordinal()]),
                            Postings.in(city.group(), context.unit(), band)),
                    () -> cell(painter, rowTop, band, shares(city)[band.ordinal()]));
        }
    }

    private void cell(Painter painter, double rowTop, PayBand band, double share) {
        double x = rows.plotLeft() + band.ordinal() * column();
        Color ink = share / highest > 0.6 ? Palette.LIGHT_LABEL : Palette.DARK_LABEL;
        // White joints between the cells.
        painter.outline(new Rectangle2D.Double(x, rowTop, column(), rows.plotHeight()), Palette.PAPER, GAP);
        painter.centre(NumberFormats.percent(share), x + column() / 2, rowTop + middle() + 5, TextStyle.LABEL, ink);
    }
}
