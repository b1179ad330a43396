package paymap.chart.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Mark;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Scale;
import paymap.chart.figures.Trend;
import paymap.figures.PayFigures;

/** Mean and median of each city over its runs: one panel each, same axes. */
public final class TrendPicture extends Picture {

    private static final Color LINE = new Color(0x0072b2);
    private static final BasicStroke SOLID = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
    private static final double KEY = 30;
    private static final int PAD = 8;
    private static final int HEAD = 32;

    private final DrawingContext context;
    private final List<String> moments;
    private final List<PayFigures> cities;
    private final Grid grid;
    private final double low;
    private final double high;
    private final double step;

    /** Lays out what the data have. */
    public TrendPicture(DrawingContext context) {
        this.context = context;
        Trend trend = context.data().trend();
        moments = trend.moments();
        cities = context.data().shown().stream()
                .filter(city -> !points(city).isEmpty())
                .limit(DistributionPicture.MOST_PANELS)
                .toList();
        grid = Grid.of(context.sheet(), Math.max(1, cities.size()), HEAD);
        double least = extreme(false);
        double most = extreme(true);
        step = Scale.step(Math.max(context.unit().of(1000), most - least), 4);
        low = Math.max(0, Math.floor(least / step) * step);
        high = Math.max(low + step, Scale.roundUp(most, step));
    }

    /** The runs of a city with enough postings to sum up. */
    private Map<String, PayFigures> points(PayFigures city) {
        Map<String, PayFigures> points =
                new TreeMap<>(context.data().trend().cities().getOrDefault(city.group(), Map.of()));
        points.values().removeIf(figures -> !figures.isEnough());
        return points;
    }

    private double extreme(boolean largest) {
        var values = cities.stream()
                .flatMap(city -> points(city).values().stream())
                .flatMap(figures -> Stream.of(figures.mean(), figures.median()))
                .mapToDouble(Double::doubleValue);
        return (largest ? values.max() : values.min()).orElse(0);
    }

    @Override
    PictureLayout layout() {
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        context.say(
                                context.noun().every() + context.unit().called() + "的变化",
                                "How pay moved from run to run"),
                        context.findings().moved(),
                        context.say(
                                        "每一点是一次采集；少于 5 个职位的不画。",
                                        "Each point is a run; those with fewer than 5 postings are left out.")
                                + (low == 0
                                        ? ""
                                        : context.say("纵轴不从零开始。", " The upright axis does not begin at zero.")),
                        context.wording().listed()),
                false,
                KEY + grid.bodyHeight(),
                this::paint);
    }

    @Override
    String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(PayFigures city) {
        List<String> means = new ArrayList<>();
        points(city)
                .forEach((moment, figures) -> means.add(
                        shown(moment) + " " + context.k(figures.mean()) + " / " + context.k(figures.median())));
        return context.name(city)
                + context.say("（平均 / 中位数）：", " (mean / median): ")
                + String.join(context.say("，", ", "), means)
                + context.say("。", ".");
    }

    private void paint(Painter painter, double bodyTop) {
        double base = bodyTop + 14;
        painter.line(context.sheet().margin(), base - 4, context.sheet().margin() + 26, base - 4, LINE, 2.4);
        String mean = context.say("平均数", "mean");
        painter.left(mean, context.sheet().margin() + 33, base, TextStyle.SMALL, Palette.MUTED);
        double x = context.sheet().margin() + 55 + painter.width(mean, TextStyle.SMALL);
        painter.dashed(x, base - 4, x + 26, base - 4, Palette.MUTED, 1.8);
        painter.left(context.say("中位数", "median"), x + 33, base, TextStyle.SMALL, Palette.MUTED);
        for (int panel = 0; panel < cities.size(); panel++) {
            panel(painter, bodyTop + KEY, panel);
        }
    }

    private void panel(Painter painter, double top, int panel) {
        PayFigures city = cities.get(panel);
        int left = grid.plotLeft(panel);
        int plotTop = grid.plotTop(top, panel);
        Scale x = new Scale(minute(0), minute(moments.size() - 1), left + PAD, left + grid.plotWidth() - PAD);
        Scale y = new Scale(low, high, plotTop + grid.plotHeight(), plotTop);
        head(painter, left, grid.headBase(top, panel), city);
        for (int i = 0; low + i * step <= high + 1e-9; i++) {
            double at = y.at(low + i * step);
            painter.line(left, at, left + grid.plotWidth(), at, Palette.GRID, 1);
            if (grid.isFirstInRow(panel)) {
                painter.right(context.tick(low + i * step), left - 7, at + 4, TextStyle.SMALL, Palette.MUTED);
            }
        }
        lines(painter, x, y, city);
        if (grid.isLastInColumn(panel)) {
            days(painter, x, y.from() + 18);
        }
    }

    private void head(Painter painter, double x, double base, PayFigures city) {
        TextStyle style = grid.isNarrow() ? TextStyle.CITY_SMALL : TextStyle.CITY;
        List<PayFigures> points = List.copyOf(points(city).values());
        PayFigures first = points.get(0);
        PayFigures last = points.get(points.size() - 1);
        boolean both = context.sheet() == Sheet.WIDE && !grid.isNarrow();
        String mean = context.unit().change(first.mean(), last.mean());
        String median = context.unit().change(first.median(), last.median());
        String words = both
                ? context.say("平均 ", "mean ") + mean + context.say(" · 中位数 ", " · median ") + median
                : grid.isNarrow() && !context.sheet().isPhone()
                        ? mean
                        : context.wording().summary(last);
        painter.left(context.name(city), x, base, style, Palette.INK);
        double after = x + painter.width(context.name(city), style) + 9;
        painter.left(words, after, base, grid.isNarrow() ? TextStyle.TINY : TextStyle.SMALL, Palette.MUTED);
    }

    private void lines(Painter painter, Scale x, Scale y, PayFigures city) {
        Map<String, PayFigures> points = points(city);
        XYChart chart = Plots.field(x.low(), x.high(), low, high);
        double[] times = points.keySet().stream()
                .mapToDouble(moment -> minute(moments.indexOf(moment)))
                .toArray();
        Plots.line(chart, times, values(points, PayFigures::median), Palette.MUTED, DASHED);
        Plots.line(chart, times, values(points, PayFigures::mean), LINE, SOLID);
        painter.chart(chart::paint, (int) x.from(), (int) y.to(), (int) (x.to() - x.from()), grid.plotHeight());
        points.forEach((moment, figures) -> {
            double at = x.at(minute(moments.indexOf(moment)));
            String words =
                    shown(moment) + context.say("：", ": ") + context.wording().summary(figures);
            // It stands for a run, whose postings no address tells.
            painter.pointed(
                    new Mark(words, context.name(city) + context.say("，", ", ") + words, null, Mark.Reach.STOP), () -> {
                        painter.dot(at, y.at(figures.median()), 2.6, Palette.PAPER);
                        painter.dot(at, y.at(figures.mean()), 4, LINE);
                    });
        });
    }

    private static double[] values(Map<String, PayFigures> points, ToDoubleFunction<PayFigures> value) {
        return points.values().stream().mapToDouble(value).toArray();
    }

    private void days(Painter painter, Scale x, double base) {
        TextStyle style = grid.isNarrow() ? TextStyle.TINY : TextStyle.SMALL;
        String first = shown(moments.get(0));
        String last = shown(moments.get(moments.size() - 1));
        painter.left(first, x.from() - PAD, base, style, Palette.MUTED);
        painter.right(last, x.to() + PAD, base, style, Palette.MUTED);
    }

    private static String shown(String moment) {
        return moment.replace('T', ' ');
    }

    private double minute(int moment) {
        String text = moments.get(moment);
        LocalDateTime time = text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay();
        return time.toEpochSecond(ZoneOffset.UTC) / 60.0;
    }
}
