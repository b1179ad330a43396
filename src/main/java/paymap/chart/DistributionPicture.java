package paymap.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import paymap.salary.Midpoints.MidpointCount;

/** What jobs pay, city by city: one panel each, same axes, columns coloured by how high the pay is. */
final class DistributionPicture implements Picture {

    /** More panels than this would not be read; the others are named in the table and the heat map. */
    static final int MOST_PANELS = 48;

    /** Room for the name of a city and the labels of its lines. */
    private static final int HEAD = 46;

    private static final double AXIS_END = Bins.COUNT * (double) Bins.WIDTH;

    private final Studio studio;
    private final List<CityFigures> cities;
    private final Grid grid;
    private final double step;
    private final double highest;

    DistributionPicture(Studio studio) {
        this.studio = studio;
        List<CityFigures> all = studio.data().cities();
        cities = all.subList(0, Math.min(MOST_PANELS, all.size()));
        grid = Grid.of(cities.size(), HEAD);
        double share = Math.max(0.1, Bins.largestShare(cities));
        step = Math.max(0.05, Scale.step(share, grid.isNarrow() ? 3 : 4));
        highest = Scale.roundUp(share, step);
    }

    @Override
    public Sheet sheet() {
        List<String> notes = new ArrayList<>();
        notes.add(
                studio.say(
                        "每 5k 一档，含下限不含上限：20.0k 属于 20–25k；最后一档是 60k 及以上，没有上限。",
                        "Bins of 5k hold their lower edge, not their upper: 20.0k is in 20–25k; the last one, 60k+, has no end."));
        if (cities.size() < studio.data().cities().size()) {
            int others = studio.data().cities().size() - cities.size();
            notes.add(studio.say("另有 " + others + " 个城市见表格。", others + " more cities are in the table."));
        }
        return new Sheet(
                studio,
                new Sheet.Words(
                        studio.say("各城市的月薪分布", "What jobs pay, city by city"),
                        studio.say(
                                "柱高：该城市职位所占比例。颜色：薪资高低。实线：平均数；虚线：中位数。",
                                "Height: share of that city's postings. Colour: how high the pay is. Solid line: mean;"
                                        + " dashed: median."),
                        notes),
                true,
                grid.bodyHeight(),
                this::paint);
    }

    @Override
    public String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(CityFigures city) {
        long[] counts = Bins.counts(city.midpoints());
        String shares = IntStream.range(0, counts.length)
                .filter(bin -> counts[bin] > 0)
                .mapToObj(bin -> binName(bin) + " "
                        + (city.isEnough()
                                ? Figure.percent(counts[bin] / (double) city.n())
                                : String.valueOf(counts[bin])))
                .collect(Collectors.joining(studio.say("，", ", ")));
        return studio.name(city) + " (n = " + Figure.count(city.n()) + ")" + studio.say("：", ": ")
                + (shares.isEmpty() ? studio.tooFew(city) : shares) + studio.say("。", ".");
    }

    private static String binName(int bin) {
        int from = bin * Bins.WIDTH / 1000;
        return bin == Bins.COUNT - 1 ? from + "k+" : from + "–" + (from + Bins.WIDTH / 1000) + "k";
    }

    private void paint(Pen pen, double top) {
        for (int panel = 0; panel < cities.size(); panel++) {
            panel(pen, top, panel);
        }
    }

    private void panel(Pen pen, double top, int panel) {
        CityFigures city = cities.get(panel);
        Scale x = new Scale(0, AXIS_END, grid.plotLeft(panel), grid.plotLeft(panel) + grid.plotWidth());
        int plotTop = grid.plotTop(top, panel);
        Scale y = new Scale(0, highest, plotTop + grid.plotHeight(), plotTop);
        head(pen, x.from(), grid.headBase(top, panel), city);
        if (!studio.data().comparable().isEmpty()) {
            shares(pen, x, y, panel);
        }
        if (city.isEnough()) {
            columns(pen, x, y, city);
            averages(pen, x, y, city);
        } else {
            dots(pen, x, y, city);
        }
        pen.line(x.from(), y.from(), x.to(), y.from(), Palette.MUTED, 1.2);
        if (grid.isLastInColumn(panel)) {
            pays(pen, x, y.from() + 17);
        }
    }

    private void head(Pen pen, double x, double base, CityFigures city) {
        Type type = grid.isNarrow() ? Type.CITY_SMALL : Type.CITY;
        pen.left(studio.name(city), x, base, type, Palette.INK);
        double after = x + pen.width(studio.name(city), type) + 9;
        pen.left(studio.n(city), after, base, grid.isNarrow() ? Type.TINY : Type.SMALL, Palette.MUTED);
    }

    private void shares(Pen pen, Scale x, Scale y, int panel) {
        for (int i = 1; i * step <= highest + 1e-9; i++) {
            double at = y.at(i * step);
            pen.line(x.from(), at, x.to(), at, Palette.GRID, 1);
            if (grid.isFirstInRow(panel)) {
                pen.right(Figure.percent(i * step), x.from() - 7, at + 4, Type.SMALL, Palette.MUTED);
            }
        }
    }

    private void pays(Pen pen, Scale x, double base) {
        int every = grid.isNarrow() ? 20_000 : 10_000;
        for (int pay = 0; pay < Bins.OPEN_FROM; pay += every) {
            pen.centre(Figure.tick(pay), x.at(pay), base, Type.SMALL, Palette.MUTED);
        }
        pen.centre("60k+", x.at(Bins.OPEN_FROM + Bins.WIDTH / 2.0), base, Type.SMALL, Palette.MUTED);
    }

    private void columns(Pen pen, Scale x, Scale y, CityFigures city) {
        double[] shares = Arrays.stream(Bins.counts(city.midpoints()))
                .mapToDouble(count -> count == 0 ? Double.NaN : count / (double) city.n())
                .toArray();
        CategoryChart chart = Plots.columns(
                shares,
                IntStream.range(0, Bins.COUNT)
                        .mapToObj(bin -> Bins.level(bin).colour())
                        .toList(),
                highest);
        pen.chart(chart::paint, (int) x.from(), (int) y.to(), grid.plotWidth(), grid.plotHeight());
        double width = grid.plotWidth() / (double) Bins.COUNT;
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            if (!Double.isNaN(shares[bin])) {
                double left = x.at(bin * (double) Bins.WIDTH) + width * 0.01;
                double height = y.from() - y.at(shares[bin]);
                pen.outline(new Rectangle2D.Double(left, y.at(shares[bin]), width * 0.98, height), Palette.OUTLINE, 1);
            }
        }
    }

    private void averages(Pen pen, Scale x, Scale y, CityFigures city) {
        double mean = place(x, city.mean());
        double median = place(x, city.median());
        double over = grid.isNarrow() ? y.to() : y.to() - 14;
        double thickness = grid.isNarrow() ? 1.4 : 1.8;
        pen.line(median, over, median, y.from(), Palette.PAPER, thickness + 1.4);
        pen.line(mean, over, mean, y.from(), Palette.PAPER, thickness + 1.6);
        pen.dashed(median, over, median, y.from(), Palette.INK, thickness);
        pen.line(mean, over, mean, y.from(), Palette.INK, thickness + 0.2);
        new AverageLabels(pen, studio, grid.isNarrow(), x, y.to() - 5).paint(city, mean, median);
    }

    /** Pay in the open last bin has no place of its own on the axis: it stands in the middle of the bin. */
    static double place(Scale x, double pay) {
        return x.at(pay >= Bins.OPEN_FROM ? Bins.OPEN_FROM + Bins.WIDTH / 2.0 : pay);
    }

    private void dots(Pen pen, Scale x, Scale y, CityFigures city) {
        Type type = grid.isNarrow() ? Type.TINY : Type.SMALL;
        String words = Lines.cut(studio.fonts(), studio.tooFew(city), type, x.to() - x.from());
        pen.left(words, x.from(), y.to() - 5, type, Palette.MUTED);
        double radius = grid.isNarrow() ? 4 : 6;
        double lastX = Double.NEGATIVE_INFINITY;
        int stacked = 0;
        for (MidpointCount line : city.midpoints().counts()) {
            double at = place(x, line.midpoint());
            stacked = at - lastX < 2 * radius ? stacked : 0;
            for (int i = 0; i < line.count(); i++) {
                double up = radius + stacked++ * (2 * radius + 1);
                pen.dot(at, y.from() - up, radius, Level.of(line.midpoint()).colour());
            }
            lastX = at;
        }
    }
}
