package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Noun;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Scale;
import paymap.chart.figures.Whiskers;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** The spread of pay: a box in the colours of pay, Tukey's whiskers, and every posting a dot while that is possible. */
public final class BoxPicture extends RowPicture {

    /** More postings in a city than this make no dots. */
    static final int MOST_DOTS = 300;

    private static final double LARGEST_PITCH = 8;
    private static final double SMALLEST_DOT = 1.6;
    private static final double EDGE = 9;
    private static final double GAP = 8;

    /** How far beyond the longest whisker the axis may go before far postings are told in words. */
    private static final double LONGEST_AXIS = 2.2;

    private final double highest;
    private final double step;

    /** Between the dots of one pay, in pixels; 0 where some city has too many postings for dots. */
    private final double pitch;

    /** Lays out what the data have. */
    public BoxPicture(DrawingContext context) {
        super(
                context,
                plotHeight(context.data().shown()),
                List.of(
                        Rows.Column.pay(context, "P25", city -> city.quantile(0.25)),
                        Rows.Column.pay(context, context.say("中位数", "median"), PayFigures::median),
                        Rows.Column.pay(context, "P75", city -> city.quantile(0.75)),
                        Rows.Column.pay(context, context.say("平均", "mean"), PayFigures::mean),
                        Rows.Column.n(context)));
        double far = context.data().highest();
        double whiskers = cities.stream()
                .filter(PayFigures::isEnough)
                .mapToDouble(city -> Whiskers.of(city).high())
                .max()
                .orElse(far);
        double least = context.unit().of(1000);
        double end = Math.max(least, Math.min(far, Math.max(whiskers, least) * LONGEST_AXIS));
        step = Scale.step(end, context.sheet().isPhone() ? 5 : 8);
        highest = Scale.roundUp(end * 1.01, step);
        long tallest = tallest(cities);
        double room = rows.plotHeight() - 2 * EDGE - boxHeight() - GAP;
        pitch = tallest == 0 ? 0 : Math.min(LARGEST_PITCH, room / tallest);
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

    /** Tall enough for the dots, within reason: many cities must still fit on a page, so dots may overlap. */
    private static double plotHeight(List<PayFigures> cities) {
        double bare = Rows.height(cities.size(), 70, 54, 40);
        double dots = tallest(cities) * Rows.height(cities.size(), LARGEST_PITCH, 5, 3);
        double wanted = 2 * EDGE + boxHeight(cities) + GAP + dots;
        return dots == 0 ? bare : Math.max(bare, Math.min(wanted, Rows.height(cities.size(), 190, 124, 84)));
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
        return everyPosting() ? EDGE + boxHeight() / 2 : rows.plotHeight() / 2;
    }

    @Override
    PictureLayout.Words words() {
        String dots = !everyPosting()
                ? context.say("须以外的点：那里有职位（不按个数）。", "Dots beyond the whiskers: some postings pay that.")
                : pitch < 2 * radius() * 0.9
                        ? context.say("一点一个职位，同薪的点相叠。", "One dot, one posting; dots of equal pay overlap.")
                        : context.say("一点一个职位。", "One dot, one posting.");
        return words(
                context.say(
                        context.noun().every() + context.unit().called() + "的分布范围",
                        context.noun() == Noun.CITY
                                ? "How far " + daily() + "pay spreads in each city"
                                : "How far " + daily() + "pay spreads, "
                                        + context.noun().by()),
                context.findings().spread(),
                context.say(
                        "盒：中间一半职位。粗线：中位数。菱形：平均数。须：1.5 倍四分位距内最远的职位。" + dots,
                        "Box: middle half. Bold line: median. Diamond: mean. Whiskers: furthest posting within 1.5"
                                + " box lengths. " + dots));
    }

    private String daily() {
        return context.unit() == PayUnit.MONTH ? "" : context.unit().adjective() + " ";
    }

    @Override
    String inWords(PayFigures city) {
        if (city.n() == 0) {
            return context.sentence(city, context.wording().tooFew(city));
        }
        return context.sentence(
                city,
                "P25 " + context.k(city.quantile(0.25))
                        + context.say("，中位数 ", ", median ") + context.k(city.median())
                        + context.say("，P75 ", ", P75 ") + context.k(city.quantile(0.75))
                        + context.say("，最低 ", ", lowest ") + context.k(city.quantile(0))
                        + context.say("，最高 ", ", highest ") + context.k(city.quantile(1)));
    }

    private Scale scale() {
        return new Scale(0, highest, rows.plotLeft(), rows.plotRight());
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), step, context::tick);
        paintBars(painter, top, scale(), this::box);
    }

    private void box(XYChart chart, PayFigures city, Scale y) {
        double upper = y.at((middle() - boxHeight() / 2) / rows.plotHeight());
        double lower = y.at((middle() + boxHeight() / 2) / rows.plotHeight());
        for (PayBand band : PayBand.values()) {
            double from = Math.max(city.quantile(0.25), context.unit().of(band.from()));
            double to = Math.min(city.quantile(0.75), context.unit().of(band.to()));
            if (from < to) {
                Plots.area(chart, from, to, lower, upper, BandColours.of(band));
            }
        }
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        Scale x = scale();
        double middle = rowTop + middle();
        if (!city.isEnough()) {
            fewDots(painter, x, middle, city);
            far(painter, x, middle, city);
            return;
        }
        painter.pointed(context.whole(inWords(city), city), () -> strokes(painter, x, middle, city));
        if (everyPosting()) {
            dots(painter, x, middle + boxHeight() / 2 + GAP, city);
        } else {
            beyond(painter, x, middle, city);
        }
        far(painter, x, middle, city);
    }

    private void strokes(Painter painter, Scale x, double middle, PayFigures city) {
        Whiskers whiskers = Whiskers.of(city);
        double half = boxHeight() / 2;
        double p25 = x.at(city.quantile(0.25));
        double p75 = x.at(city.quantile(0.75));
        double low = x.at(whiskers.low());
        double high = x.at(whiskers.high());
        painter.line(low, middle, p25, middle, Palette.INK, 1.5);
        painter.line(p75, middle, high, middle, Palette.INK, 1.5);
        painter.line(low, middle - half * 0.5, low, middle + half * 0.5, Palette.INK, 1.5);
        painter.line(high, middle - half * 0.5, high, middle + half * 0.5, Palette.INK, 1.5);
        painter.outline(new Rectangle2D.Double(p25, middle - half, p75 - p25, 2 * half), Palette.INK, 1.5);
        double median = x.at(city.median());
        painter.line(median, middle - half, median, middle + half, Palette.INK, 4);
        painter.diamond(x.at(city.mean()), middle, Math.min(8, half * 0.65));
    }

    private double radius() {
        return Math.max(SMALLEST_DOT, pitch * 0.46);
    }

    private void dots(Painter painter, Scale x, double top, PayFigures city) {
        for (MidpointCount line : city.midpoints().counts()) {
            if (line.midpoint() <= highest) {
                painter.pointed(context.dot(at(city, line), city, line.midpoint()), () -> {
                    for (int i = 0; i < line.count(); i++) {
                        double y = top + pitch * (i + 0.5);
                        painter.dot(x.at(line.midpoint()), y, radius(), context.colour(line.midpoint()));
                    }
                });
            }
        }
    }

    private String at(PayFigures city, MidpointCount line) {
        String count = NumberFormats.count(line.count());
        return context.name(city)
                + context.say("，", ", ")
                + context.k(line.midpoint())
                + context.say("：" + count + " 个职位", ": " + count + (line.count() == 1 ? " posting" : " postings"));
    }

    private void beyond(Painter painter, Scale x, double middle, PayFigures city) {
        Whiskers whiskers = Whiskers.of(city);
        double last = Double.NEGATIVE_INFINITY;
        for (MidpointCount line : city.midpoints().counts()) {
            double at = x.at(line.midpoint());
            if (whiskers.isOutside(line.midpoint()) && line.midpoint() <= highest && at - last >= 2) {
                painter.pointed(
                        context.dot(at(city, line), city, line.midpoint()),
                        () -> painter.dot(at, middle, 2.6, context.colour(line.midpoint())));
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
                    + context.k(city.quantile(1)) + " →";
            painter.labelOnPaper(
                    words,
                    x.to(),
                    middle - Math.min(8, boxHeight() * 0.4),
                    TextStyle.SMALL,
                    Palette.MUTED,
                    Painter.Align.RIGHT);
        }
    }
}
