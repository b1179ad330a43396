package paymap.chart.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** What share of postings pays at least so much: exact, without bins. */
public final class AtLeastPicture extends Picture {

    /** More lines than this cannot be told apart. */
    static final int MOST_CITIES = 6;

    private static final double KEY_LINE = 23;
    private static final int AXIS = 44;
    private static final double FEWEST_PIXELS = 0.6;
    private static final int[] MONTHLY = {10_000, 15_000, 20_000, 30_000, 40_000};

    private final DrawingContext context;
    private final List<PayFigures> cities;
    private final List<Curve> curves = new ArrayList<>();
    private final double[] pays;
    private final Scale x;
    private final double step;

    /** The corners of a falling line: at {@code pays[i]} the share falls to {@code shares[i]}. */
    private record Curve(PayFigures city, Color colour, double[] pays, double[] shares) {}

    /** Lays out what the data have. */
    public AtLeastPicture(DrawingContext context) {
        this.context = context;
        pays = Arrays.stream(MONTHLY).mapToDouble(context.unit()::of).toArray();
        cities = drawn(context.data());
        // The far tail is told in a note, for it would press the lines together.
        double end = cities.stream()
                .mapToDouble(city -> Math.min(city.quantile(0.99), 2 * city.quantile(0.9)))
                .max()
                .orElse(pays[0]);
        step = Scale.step(end, context.sheet().isPhone() ? 5 : 12);
        x = new Scale(
                0,
                Math.max(step, Scale.roundUp(end, step)),
                context.sheet().margin() + AXIS,
                context.sheet().right() - 10);
        List<Color> colours =
                GroupColours.of(cities.stream().map(PayFigures::group).toList());
        for (int i = 0; i < cities.size(); i++) {
            curves.add(curve(cities.get(i), colours.get(i)));
        }
    }

    /** The groups that are lines: those with most postings, in the order of the lines from the right to the left. */
    public static List<PayFigures> drawn(ChartData data) {
        return data.comparable().stream()
                .sorted(Comparator.comparingLong(PayFigures::n).reversed())
                .limit(MOST_CITIES)
                .sorted(Comparator.comparingDouble(PayFigures::median).reversed())
                .toList();
    }

    @Override
    PictureLayout layout() {
        List<String> notes = new ArrayList<>();
        long beyond = cities.stream()
                .mapToLong(city -> Bins.atLeast(city.midpoints().counts(), Math.nextUp(x.high())))
                .sum();
        if (beyond > 0) {
            notes.add(context.say(
                    "横轴到 " + context.tick(x.high()) + " 为止；高于此的职位有 " + NumberFormats.count(beyond) + " 个。",
                    "The axis ends at " + context.tick(x.high()) + "; " + NumberFormats.count(beyond)
                            + (beyond == 1 ? " posting pays more." : " postings pay more.")));
        }
        if (!cities.isEmpty() && cities.size() < context.data().cities().size()) {
            notes.add(context.say(
                    "只画职位最多的 " + context.noun().counted(cities.size()) + "。",
                    cities.size() == 1
                            ? "Only the " + context.noun().one() + " with most postings."
                            : "Only the " + cities.size() + " " + context.noun().many() + " with most postings."));
        }
        String k = context.tick(pays[2]);
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        context.say(
                                "达到某一" + context.unit().called() + "的职位比例",
                                "Share of postings that pay at least this much"),
                        context.findings().widestGap(cities),
                        context.say(
                                k + " 处的高度，就是" + context.unit().called() + " " + k + " 及以上的职位比例。",
                                "Read the height at " + k + " as the share of postings at " + k + " or more."),
                        notes),
                false,
                keyHeight() + height() + 34,
                this::paint);
    }

    private int height() {
        return context.sheet().isPhone() ? 260 : 400;
    }

    private int keyColumns() {
        return context.sheet().isPhone() ? 1 : 2;
    }

    private double keyHeight() {
        return (cities.size() + keyColumns() - 1) / keyColumns() * KEY_LINE + 8;
    }

    @Override
    String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(PayFigures city) {
        List<String> shares = new ArrayList<>();
        for (double pay : pays) {
            double share = Bins.atLeast(city.midpoints().counts(), pay) / (double) city.n();
            shares.add(context.say(
                    context.tick(pay) + " 及以上 " + NumberFormats.percent(share),
                    NumberFormats.percent(share) + " at " + context.tick(pay) + " or more"));
        }
        return context.sentence(city, String.join(context.say("，", ", "), shares));
    }

    private void paint(Painter painter, double keyTop) {
        key(painter, keyTop);
        double top = keyTop + keyHeight();
        Scale y = new Scale(0, 1, top + height(), top + 8);
        for (int i = 0; i <= 10; i++) {
            double at = y.at(i / 10.0);
            painter.line(x.from(), at, x.to(), at, i == 0 ? Palette.MUTED : Palette.GRID, i == 0 ? 1.2 : 1);
            painter.right(NumberFormats.percent(i / 10.0), x.from() - 9, at + 4.5, TextStyle.SMALL, Palette.MUTED);
        }
        for (int i = 0; i * step <= x.high() + 1e-9; i++) {
            double at = x.at(i * step);
            painter.line(at, y.to(), at, y.from(), Palette.GRID, 1);
            painter.centre(context.tick(i * step), at, y.from() + 19, TextStyle.SMALL, Palette.MUTED);
        }
        lines(painter, y);
        curves.forEach(curve -> points(painter, y, curve));
    }

    /** All cities in one way, in the order of the lines from the right to the left. */
    private void key(Painter painter, double top) {
        for (int i = 0; i < curves.size(); i++) {
            PayFigures city = curves.get(i).city();
            Color colour = curves.get(i).colour();
            double left = context.sheet().margin()
                    + i % keyColumns() * context.sheet().inner() / (double) keyColumns();
            double base = top + i / keyColumns() * KEY_LINE + 15;
            painter.outline(new Line2D.Double(left, base - 5, left + 20, base - 5), colour, 3);
            painter.left(context.name(city), left + 28, base, TextStyle.LABEL_BOLD, colour);
            double after = left + 36 + painter.width(context.name(city), TextStyle.LABEL_BOLD);
            TextStyle style = context.sheet().isPhone() ? TextStyle.TINY : TextStyle.SMALL;
            painter.left(context.wording().summary(city), after, base, style, Palette.MUTED);
        }
    }

    /** Dots at round pay tell their shares to who points at them. */
    private void points(Painter painter, Scale y, Curve curve) {
        for (double pay : pays) {
            if (pay <= x.high()) {
                long count = Bins.atLeast(curve.city().midpoints().counts(), pay);
                painter.pointed(
                        context.mark(
                                context.wording()
                                        .share(
                                                curve.city(),
                                                context.say(context.tick(pay) + " 及以上", context.tick(pay) + " or more"),
                                                count),
                                Postings.from(curve.city().group(), context.unit(), pay)),
                        () -> painter.dot(
                                x.at(pay), y.at(count / (double) curve.city().n()), 3.5, curve.colour()));
            }
        }
    }

    private void lines(Painter painter, Scale y) {
        if (curves.isEmpty()) {
            String words = context.say(
                    "没有" + context.noun().zh() + "有足够的职位",
                    "no " + context.noun().one() + " has enough postings");
            painter.centre(words, (x.from() + x.to()) / 2, (y.from() + y.to()) / 2, TextStyle.LABEL, Palette.MUTED);
            return;
        }
        // A little room above 100 %, so that the plot's edge does not halve the line.
        double room = 8 / (y.from() - y.to());
        XYChart chart = Plots.field(0, x.high(), 0, 1 + room);
        for (int i = 0; i < curves.size(); i++) {
            // Shares before each pay: XChart's step goes on at the old height, then drops.
            Curve curve = curves.get(i);
            Plots.steps(chart, curve.pays(), curve.shares(), curve.colour(), stroke(i));
        }
        int height = (int) Math.round((y.from() - y.to()) * (1 + room));
        painter.chart(
                chart::paint, (int) x.from(), (int) Math.round(y.from()) - height, (int) (x.to() - x.from()), height);
    }

    private static BasicStroke stroke(int curve) {
        float thickness = curve % 2 == 0 ? 2.6f : 2f;
        return new BasicStroke(thickness, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
    }

    /** Corners that lie closer than a pixel can show are drawn as one. */
    private Curve curve(PayFigures city, Color colour) {
        List<Double> pays = new ArrayList<>(List.of(0.0));
        List<Double> shares = new ArrayList<>(List.of(1.0));
        long left = city.n();
        double closest = FEWEST_PIXELS * x.high() / (x.to() - x.from());
        for (MidpointCount line : city.midpoints().counts()) {
            if (line.midpoint() > x.high()) {
                break;
            }
            left -= line.count();
            int last = pays.size() - 1;
            if (last > 0 && line.midpoint() - pays.get(last) < closest) {
                shares.set(last, left / (double) city.n());
            } else {
                pays.add(line.midpoint());
                shares.add(left / (double) city.n());
            }
        }
        if (left > 0) {
            pays.add(x.high());
            shares.add(shares.get(shares.size() - 1));
        }
        return new Curve(city, colour, array(pays), array(shares));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
