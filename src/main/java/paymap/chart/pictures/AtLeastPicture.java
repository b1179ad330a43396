package paymap.chart.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Scale;
import paymap.job.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** What share of postings pays at least so much: exact, without bins. */
public final class AtLeastPicture extends Picture {

    /** More lines than this cannot be told apart. */
    static final int MOST_CITIES = 6;

    private static final int HEIGHT = 400;
    private static final int AXIS = 44;
    private static final double FEWEST_PIXELS = 0.6;
    private static final int[] PAYS = {10_000, 15_000, 20_000, 30_000, 40_000};

    private final DrawingContext context;
    private final List<PayFigures> cities;
    private final List<Curve> curves = new ArrayList<>();
    private final Scale x;
    private final double step;

    /** The corners of a falling line: at {@code pays[i]} the share falls from {@code shares[i]} to the next. */
    record Curve(PayFigures city, double[] pays, double[] shares) {

        /** The share that pays at least so much, by the drawn line. */
        double at(double pay) {
            double share = 1;
            for (int i = 0; i < pays.length && pays[i] < pay; i++) {
                share = shares[i];
            }
            return share;
        }
    }

    /** Lays out what the data have. */
    public AtLeastPicture(DrawingContext context) {
        this.context = context;
        cities = context.data().comparable().stream()
                .sorted(Comparator.comparingLong(PayFigures::n).reversed())
                .limit(MOST_CITIES)
                .sorted(Comparator.comparingDouble(PayFigures::median).reversed())
                .toList();
        // The far tail is told in a note, for it would press the lines together.
        double end = cities.stream()
                .mapToDouble(city -> Math.min(city.quantile(0.99), 2 * city.quantile(0.9)))
                .max()
                .orElse(10_000);
        step = Scale.step(end, 12);
        x = new Scale(
                0,
                Math.max(step, Scale.roundUp(end, step)),
                PictureLayout.MARGIN + AXIS,
                PictureLayout.WIDTH - PictureLayout.MARGIN - 10);
        cities.forEach(city -> curves.add(curve(city)));
    }

    @Override
    PictureLayout layout() {
        List<String> notes = new ArrayList<>();
        long beyond = cities.stream()
                .mapToLong(city -> Bins.atLeast(city.midpoints().counts(), Math.nextUp(x.high())))
                .sum();
        if (beyond > 0) {
            notes.add(context.say(
                    "横轴到 " + NumberFormats.tick(x.high()) + " 为止；高于此的职位有 " + NumberFormats.count(beyond) + " 个。",
                    "The axis ends at " + NumberFormats.tick(x.high()) + "; " + NumberFormats.count(beyond)
                            + (beyond == 1 ? " posting pays more." : " postings pay more.")));
        }
        if (!cities.isEmpty() && cities.size() < context.data().cities().size()) {
            notes.add(context.say(
                    "只画职位最多的 " + cities.size() + " 个城市。", "Only the " + cities.size() + " cities with most postings."));
        }
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        context.say("达到某一月薪的职位比例", "Share of postings that pay at least this much"),
                        context.say(
                                "20k 处的高度，就是月薪 20k 及以上的职位比例。",
                                "Read the height at 20k as the share of postings at 20k or more."),
                        notes),
                false,
                HEIGHT + 34,
                this::paint);
    }

    @Override
    String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(PayFigures city) {
        List<String> shares = new ArrayList<>();
        for (int pay : PAYS) {
            double share = Bins.atLeast(city.midpoints().counts(), pay) / (double) city.n();
            shares.add(context.say(
                    NumberFormats.tick(pay) + " 及以上 " + NumberFormats.percent(share),
                    NumberFormats.percent(share) + " at " + NumberFormats.tick(pay) + " or more"));
        }
        return context.sentence(city, String.join(context.say("，", ", "), shares));
    }

    private void paint(Painter painter, double top) {
        Scale y = new Scale(0, 1, top + HEIGHT, top + 8);
        for (int i = 0; i <= 10; i++) {
            double at = y.at(i / 10.0);
            painter.line(x.from(), at, x.to(), at, i == 0 ? Palette.MUTED : Palette.GRID, i == 0 ? 1.2 : 1);
            painter.right(NumberFormats.percent(i / 10.0), x.from() - 9, at + 4.5, TextStyle.SMALL, Palette.MUTED);
        }
        for (int i = 0; i * step <= x.high() + 1e-9; i++) {
            double at = x.at(i * step);
            painter.line(at, y.to(), at, y.from(), Palette.GRID, 1);
            painter.centre(NumberFormats.tick(i * step), at, y.from() + 19, TextStyle.SMALL, Palette.MUTED);
        }
        lines(painter, y);
        new CurveLabels(painter, context, x, y).paint(curves);
    }

    private void lines(Painter painter, Scale y) {
        if (curves.isEmpty()) {
            String words = context.say("没有城市有足够的职位", "no city has enough postings");
            painter.centre(words, (x.from() + x.to()) / 2, (y.from() + y.to()) / 2, TextStyle.LABEL, Palette.MUTED);
            return;
        }
        // A little room above 100 %, so that the plot's edge does not halve the line.
        double room = 8 / (y.from() - y.to());
        XYChart chart = Plots.field(0, x.high(), 0, 1 + room);
        for (int i = 0; i < curves.size(); i++) {
            // Shares before each pay: XChart's step goes on at the old height, then drops.
            Curve curve = curves.get(i);
            Plots.steps(chart, curve.pays(), curve.shares(), colour(i), stroke(i));
        }
        int height = (int) Math.round((y.from() - y.to()) * (1 + room));
        painter.chart(
                chart::paint, (int) x.from(), (int) Math.round(y.from()) - height, (int) (x.to() - x.from()), height);
    }

    static Color colour(int curve) {
        return Palette.CITIES.get(curve % Palette.CITIES.size());
    }

    private static BasicStroke stroke(int curve) {
        float thickness = curve % 2 == 0 ? 2.6f : 2f;
        return new BasicStroke(thickness, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
    }

    /** Corners that lie closer than a pixel can show are drawn as one. */
    private Curve curve(PayFigures city) {
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
        return new Curve(city, array(pays), array(shares));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Where a name may stand: a rectangle in pixels. */
    static Rectangle2D labelBackground(double x, double y, double width) {
        return new Rectangle2D.Double(x, y - 13, width, 19);
    }
}
