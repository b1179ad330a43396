package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Scale;
import paymap.job.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** The spread of pay: a box in the colours of pay, Tukey's whiskers, and every posting a dot while that is possible. */
public final class BoxPicture extends RowPicture {

    /** More postings in a city than this make no dots. */
    static final int MOST_DOTS = 300;

    private static final double SMALLEST_PITCH = 2.4;
    private static final double LARGEST_PITCH = 8;
    private static final double WHISKER = 1.5;
    private static final double EDGE = 9;
    private static final double GAP = 8;

    /** How far beyond the longest whisker the axis may go before far postings are told in words. */
    private static final double LONGEST_AXIS = 2.2;

    private final double highest;
    private final double step;
    private final double pitch;

    /** Lays out what the data have. */
    public BoxPicture(DrawingContext context) {
        super(
                context,
                rowHeight(context.data().cities()),
                List.of(
                        column("P25", 0.25),
                        column(context.say("中位数", "median"), 0.5),
                        column("P75", 0.75),
                        new Rows.Column(context.say("平均", "mean"), c -> c.n() == 0 ? "–" : NumberFormats.k(c.mean())),
                        new Rows.Column("n", c -> NumberFormats.count(c.n()))));
        double far = context.data().highest();
        double whiskers =
                cities.stream().mapToDouble(BoxPicture::upperWhisker).max().orElse(0);
        double end = Math.max(1000, Math.min(far, Math.max(whiskers, 1000) * LONGEST_AXIS));
        step = Scale.step(end, 8);
        highest = Scale.roundUp(end * 1.01, step);
        pitch = pitch();
    }

    private static Rows.Column column(String head, double p) {
        return new Rows.Column(head, city -> city.n() == 0 ? "–" : NumberFormats.k(city.quantile(p)));
    }

    /** How many postings have the same pay, at most; 0 where some city has too many postings for dots. */
    private static long tallest(List<PayFigures> cities) {
        return cities.stream().anyMatch(city -> city.n() > MOST_DOTS)
                ? 0
                : cities.stream()
                        .flatMap(city -> city.midpoints().counts().stream())
                        .mapToLong(MidpointCount::count)
                        .max()
                        .orElse(0);
    }

    /** Tall enough for the dots, within reason: many cities must still fit on a page. */
    private static double rowHeight(List<PayFigures> cities) {
        double most = Rows.height(cities.size(), 190, 124, 60);
        long tallest = tallest(cities);
        double dots = tallest * Rows.height(cities.size(), LARGEST_PITCH, 5, 3);
        double bare = Rows.height(cities.size(), 70, 54, 40);
        double wanted = 2 * EDGE + boxHeight(cities) + GAP + dots;
        return tallest == 0 || wanted > most * 1.6 ? bare : Math.max(bare, Math.min(most, wanted));
    }

    private double pitch() {
        long tallest = tallest(cities);
        double room = rows.rowHeight() - 2 * EDGE - boxHeight() - GAP;
        double fits = tallest == 0 ? 0 : Math.min(LARGEST_PITCH, room / tallest);
        return fits < SMALLEST_PITCH ? 0 : fits;
    }

    private boolean everyPosting() {
        return pitch > 0;
    }

    private double boxHeight() {
        return boxHeight(cities);
    }

    /** In pixels. */
    private static double boxHeight(List<PayFigures> cities) {
        return Rows.height(cities.size(), 36, 26, 20);
    }

    /** The middle of the box. */
    @Override
    double middle() {
        return everyPosting() ? EDGE + boxHeight() / 2 : rows.rowHeight() / 2;
    }

    @Override
    PictureLayout.Words words() {
        String dots = everyPosting()
                ? context.say("一点一个职位。", "One dot, one posting.")
                : context.say("须以外的点：那里有职位（不按个数）。", "Dots beyond the whiskers: some postings pay that.");
        return new PictureLayout.Words(
                context.say("各城市月薪的分布范围", "How far pay spreads in each city"),
                context.say(
                        "盒：中间一半职位。粗线：中位数。菱形：平均数。须：1.5 倍四分位距内最远的职位。" + dots,
                        "Box: middle half. Bold line: median. Diamond: mean. Whiskers: furthest posting within 1.5"
                                + " box lengths. " + dots),
                List.of());
    }

    @Override
    String inWords(PayFigures city) {
        if (city.n() == 0) {
            return context.sentence(city, context.tooFew(city));
        }
        return context.sentence(
                city,
                "P25 " + NumberFormats.k(city.quantile(0.25))
                        + context.say("，中位数 ", ", median ") + NumberFormats.k(city.median())
                        + context.say("，P75 ", ", P75 ") + NumberFormats.k(city.quantile(0.75))
                        + context.say("，最低 ", ", lowest ") + NumberFormats.k(city.quantile(0))
                        + context.say("，最高 ", ", highest ") + NumberFormats.k(city.quantile(1)));
    }

    private Scale scale() {
        return new Scale(0, highest, rows.plotLeft(), rows.plotRight());
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), step, NumberFormats::tick);
        paintBars(painter, top, scale(), (field, city, up) -> box(field, city, up - middle() / rows.rowHeight()));
    }

    private void box(XYChart chart, PayFigures city, double middle) {
        double p25 = city.quantile(0.25);
        double p75 = city.quantile(0.75);
        double half = boxHeight() / 2 / rows.rowHeight();
        for (PayBand band : PayBand.values()) {
            double from = Math.max(p25, band.from());
            double to = Math.min(p75, band.to());
            if (from < to) {
                Plots.area(chart, from, to, middle - half, middle + half, BandColours.of(band));
            }
        }
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        Scale x = scale();
        double middle = rowTop + middle();
        if (!city.isEnough()) {
            painter.labelOnPaper(
                    context.tooFew(city), x.from() + 8, middle, TextStyle.SMALL, Palette.MUTED, Painter.Align.LEFT);
            dots(painter, x, middle + boxHeight() / 2 - 4, city, Math.max(pitch, 5));
            return;
        }
        strokes(painter, x, middle, city);
        if (everyPosting()) {
            dots(painter, x, middle + boxHeight() / 2 + GAP, city, pitch);
        } else {
            beyond(painter, x, middle, city);
        }
        far(painter, x, middle, city);
    }

    private void strokes(Painter painter, Scale x, double middle, PayFigures city) {
        double half = boxHeight() / 2;
        double p25 = x.at(city.quantile(0.25));
        double p75 = x.at(city.quantile(0.75));
        double low = x.at(lowerWhisker(city));
        double high = x.at(upperWhisker(city));
        painter.line(low, middle, p25, middle, Palette.INK, 1.5);
        painter.line(p75, middle, high, middle, Palette.INK, 1.5);
        painter.line(low, middle - half * 0.5, low, middle + half * 0.5, Palette.INK, 1.5);
        painter.line(high, middle - half * 0.5, high, middle + half * 0.5, Palette.INK, 1.5);
        painter.outline(new Rectangle2D.Double(p25, middle - half, p75 - p25, 2 * half), Palette.INK, 1.5);
        double median = x.at(city.median());
        painter.line(median, middle - half, median, middle + half, Palette.INK, 4);
        painter.diamond(x.at(city.mean()), middle, Math.min(8, half * 0.65));
    }

    private void dots(Painter painter, Scale x, double top, PayFigures city, double distance) {
        for (MidpointCount line : city.midpoints().counts()) {
            for (int i = 0; i < line.count() && line.midpoint() <= highest; i++) {
                double y = top + distance * (i + 0.5);
                painter.dot(x.at(line.midpoint()), y, distance * 0.46, BandColours.of(line.midpoint()));
            }
        }
    }

    private void beyond(Painter painter, Scale x, double middle, PayFigures city) {
        double low = lowerWhisker(city);
        double high = upperWhisker(city);
        double last = Double.NEGATIVE_INFINITY;
        for (MidpointCount line : city.midpoints().counts()) {
            double at = x.at(line.midpoint());
            boolean outside = line.midpoint() < low || line.midpoint() > high;
            if (outside && line.midpoint() <= highest && at - last >= 2) {
                painter.dot(at, middle, 2.6, BandColours.of(line.midpoint()));
                last = at;
            }
        }
    }

    /** Nothing is trimmed: what is beyond the axis is told. */
    private void far(Painter painter, Scale x, double middle, PayFigures city) {
        long beyond = city.midpoints().counts().stream()
                .filter(line -> line.midpoint() > highest)
                .mapToLong(MidpointCount::count)
                .sum();
        if (beyond > 0) {
            String words = context.say("另有 ", "+ ") + NumberFormats.count(beyond) + context.say(" 个，最高 ", " up to ")
                    + NumberFormats.k(city.quantile(1)) + " →";
            painter.labelOnPaper(
                    words,
                    x.to(),
                    middle - Math.min(8, boxHeight() * 0.4),
                    TextStyle.SMALL,
                    Palette.MUTED,
                    Painter.Align.RIGHT);
        }
    }

    /** The lowest posting within 1.5 times the box below it; not the distance itself, where there may be none. */
    static double lowerWhisker(PayFigures city) {
        double p25 = city.quantile(0.25);
        double reach = p25 - WHISKER * (city.quantile(0.75) - p25);
        return city.midpoints().counts().stream()
                .mapToDouble(MidpointCount::midpoint)
                .filter(pay -> pay >= reach)
                .min()
                .orElse(p25);
    }

    /** The highest posting within 1.5 times the box above it. */
    static double upperWhisker(PayFigures city) {
        double p75 = city.quantile(0.75);
        double reach = p75 + WHISKER * (p75 - city.quantile(0.25));
        return city.midpoints().counts().stream()
                .mapToDouble(MidpointCount::midpoint)
                .filter(pay -> pay <= reach)
                .max()
                .orElse(p75);
    }
}
