package paymap.chart;

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

/** Mean and median of each city over its runs: one panel each, same axes. */
final class TrendPicture implements Picture {

    private static final Color LINE = new Color(0x0072b2);
    private static final BasicStroke SOLID = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
    private static final double KEY = 30;
    private static final int PAD = 8;
    private static final int HEAD = 32;

    private final Studio studio;
    private final List<String> moments;
    private final List<CityFigures> cities;
    private final Grid grid;
    private final double low;
    private final double high;
    private final double step;

    TrendPicture(Studio studio) {
        this.studio = studio;
        Trend trend = studio.data().trend();
        moments = trend.moments();
        cities = studio.data().cities().stream()
                .filter(city -> !points(city).isEmpty())
                .limit(DistributionPicture.MOST_PANELS)
                .toList();
        grid = Grid.of(Math.max(1, cities.size()), HEAD);
        double least = extreme(false);
        double most = extreme(true);
        step = Scale.step(Math.max(1000, most - least), 4);
        low = Math.max(0, Math.floor(least / step) * step);
        high = Math.max(low + step, Scale.roundUp(most, step));
    }

    /** The runs of a city with enough postings to sum up. */
    private Map<String, CityFigures> points(CityFigures city) {
        Map<String, CityFigures> points =
                new TreeMap<>(studio.data().trend().cities().getOrDefault(city.city(), Map.of()));
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
    public Sheet sheet() {
        return new Sheet(
                studio,
                new Sheet.Words(
                        studio.say("各城市月薪的变化", "How pay moved from run to run"),
                        studio.say(
                                        "每一点是一次采集；少于 5 个职位的不画。",
                                        "Each point is a run; those with fewer than 5 postings are left out.")
                                + (low == 0 ? "" : studio.say("纵轴不从零开始。", " The upright axis does not begin at zero.")),
                        List.of()),
                false,
                KEY + grid.bodyHeight(),
                this::paint);
    }

    @Override
    public String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(CityFigures city) {
        List<String> means = new ArrayList<>();
        points(city)
                .forEach((moment, figures) ->
                        means.add(shown(moment) + " " + Figure.k(figures.mean()) + " / " + Figure.k(figures.median())));
        return studio.name(city)
                + studio.say("（平均 / 中位数）：", " (mean / median): ")
                + String.join(studio.say("，", ", "), means)
                + studio.say("。", ".");
    }

    private void paint(Pen pen, double sheetTop) {
        double base = sheetTop + 14;
        pen.line(Sheet.MARGIN, base - 4, Sheet.MARGIN + 26, base - 4, LINE, 2.4);
        String mean = studio.say("平均数", "mean");
        pen.left(mean, Sheet.MARGIN + 33, base, Type.SMALL, Palette.MUTED);
        double x = Sheet.MARGIN + 55 + pen.width(mean, Type.SMALL);
        pen.dashed(x, base - 4, x + 26, base - 4, Palette.MUTED, 1.8);
        pen.left(studio.say("中位数", "median"), x + 33, base, Type.SMALL, Palette.MUTED);
        for (int panel = 0; panel < cities.size(); panel++) {
            panel(pen, sheetTop + KEY, panel);
        }
    }

    private void panel(Pen pen, double top, int panel) {
        CityFigures city = cities.get(panel);
        int left = grid.plotLeft(panel);
        int plotTop = grid.plotTop(top, panel);
        Scale x = new Scale(minute(0), minute(moments.size() - 1), left + PAD, left + grid.plotWidth() - PAD);
        Scale y = new Scale(low, high, plotTop + grid.plotHeight(), plotTop);
        head(pen, left, grid.headBase(top, panel), city);
        for (int i = 0; low + i * step <= high + 1e-9; i++) {
            double at = y.at(low + i * step);
            pen.line(left, at, left + grid.plotWidth(), at, Palette.GRID, 1);
            if (grid.isFirstInRow(panel)) {
                pen.right(Figure.tick(low + i * step), left - 7, at + 4, Type.SMALL, Palette.MUTED);
            }
        }
        lines(pen, x, y, city);
        if (grid.isLastInColumn(panel)) {
            days(pen, x, y.from() + 18);
        }
    }

    private void head(Pen pen, double x, double base, CityFigures city) {
        Type type = grid.isNarrow() ? Type.CITY_SMALL : Type.CITY;
        List<CityFigures> points = List.copyOf(points(city).values());
        CityFigures first = points.get(0);
        CityFigures last = points.get(points.size() - 1);
        double change = last.mean() - first.mean();
        String words = points.size() == 1
                ? Figure.k(last.mean())
                : Figure.k(first.mean()) + " → " + Figure.k(last.mean()) + " ("
                        + (change < -50 ? "−" : change < 50 ? "±" : "+") + Figure.k(Math.abs(change)) + ")";
        pen.left(studio.name(city), x, base, type, Palette.INK);
        double after = x + pen.width(studio.name(city), type) + 9;
        pen.left(words, after, base, grid.isNarrow() ? Type.TINY : Type.SMALL, Palette.MUTED);
    }

    private void lines(Pen pen, Scale x, Scale y, CityFigures city) {
        Map<String, CityFigures> points = points(city);
        XYChart chart = Plots.field(x.low(), x.high(), low, high);
        double[] times = points.keySet().stream()
                .mapToDouble(moment -> minute(moments.indexOf(moment)))
                .toArray();
        Plots.line(chart, times, values(points, CityFigures::median), Palette.MUTED, DASHED);
        Plots.line(chart, times, values(points, CityFigures::mean), LINE, SOLID);
        pen.chart(chart::paint, (int) x.from(), (int) y.to(), (int) (x.to() - x.from()), grid.plotHeight());
        points.forEach((moment, figures) -> {
            double at = x.at(minute(moments.indexOf(moment)));
            pen.dot(at, y.at(figures.median()), 2.6, Palette.PAPER);
            pen.dot(at, y.at(figures.mean()), 4, LINE);
        });
    }

    private static double[] values(Map<String, CityFigures> points, ToDoubleFunction<CityFigures> value) {
        return points.values().stream().mapToDouble(value).toArray();
    }

    private void days(Pen pen, Scale x, double base) {
        Type type = grid.isNarrow() ? Type.TINY : Type.SMALL;
        String first = shown(moments.get(0));
        String last = shown(moments.get(moments.size() - 1));
        pen.left(first, x.from() - PAD, base, type, Palette.MUTED);
        pen.right(last, x.to() + PAD, base, type, Palette.MUTED);
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
