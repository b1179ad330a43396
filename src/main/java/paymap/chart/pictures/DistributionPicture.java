package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.Noun;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/** What jobs pay, city by city: one panel each, same axes, columns coloured by how high the pay is. */
public final class DistributionPicture extends Picture {

    /** More panels than this would not be read; the others are named in the table and the heat map. */
    static final int MOST_PANELS = 48;

    /** Room for the name of a city and the labels of its lines. */
    private static final int HEAD = 46;

    private final DrawingContext context;
    private final List<PayFigures> cities;
    private final PayUnit unit;
    private final Grid grid;
    private final double step;
    private final double highest;

    /** Lays out what the data have. */
    public DistributionPicture(DrawingContext context) {
        this.context = context;
        unit = context.unit();
        List<PayFigures> all = context.data().shown();
        cities = all.subList(0, Math.min(MOST_PANELS, all.size()));
        grid = Grid.of(context.sheet(), cities.size(), HEAD);
        // A small sample must not press the others flat: its column may be cut, and then tells its share.
        List<PayFigures> solid = cities.stream().filter(city -> !city.isSmall()).toList();
        List<PayFigures> enough = cities.stream().filter(PayFigures::isEnough).toList();
        double share = Math.max(0.1, Bins.largestShare(solid.isEmpty() ? enough : solid, unit));
        step = Math.max(0.05, Scale.step(share, grid.isNarrow() ? 3 : 4));
        highest = Scale.roundUp(share, step);
    }

    @Override
    PictureLayout layout() {
        List<String> notes = new ArrayList<>();
        notes.add(bins());
        if (cities.size() < context.data().shown().size()) {
            int others = context.data().shown().size() - cities.size();
            notes.add(context.say(
                    "另有 " + others + " " + context.noun().measured() + "见表格。",
                    others + " more " + context.noun().many() + " are in the table."));
        }
        notes.addAll(context.wording().listed());
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        context.say(
                                context.noun().every() + "的" + unit.called() + "分布",
                                "What jobs pay, "
                                        + (context.noun() == Noun.CITY
                                                ? "city by city"
                                                : context.noun().by())),
                        context.findings().commonest(),
                        context.say(
                                "柱高：该" + context.noun().zh() + "职位所占比例。颜色：薪资高低。实线：平均数；虚线：中位数。",
                                "Height: share of that " + context.noun().one()
                                        + "'s postings. Colour: how high the pay is. Solid line: mean;"
                                        + " dashed: median."),
                        notes),
                true,
                grid.bodyHeight(),
                this::paint);
    }

    /** Which bin pay at an edge falls in. */
    private String bins() {
        String wide = unit.tick(unit.of(Bins.WIDTH));
        String edge = unit.k(unit.of(20_000));
        String there = Bins.name(Bins.of(20_000), unit);
        String end = unit.tick(unit.of(Bins.OPEN_FROM));
        return context.say(
                "每 " + wide + " 一档，含下限不含上限：" + edge + " 属于 " + there + "；最后一档是 " + end + " 及以上，没有上限。",
                "Bins of " + wide + " hold their lower edge, not their upper: " + edge + " is in " + there
                        + "; the last one, " + end + "+, has no end.");
    }

    @Override
    String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(PayFigures city) {
        long[] counts = Bins.counts(city.midpoints(), unit);
        String shares = IntStream.range(0, counts.length)
                .filter(bin -> counts[bin] > 0)
                .mapToObj(bin -> Bins.name(bin, unit) + " "
                        + (city.isEnough()
                                ? NumberFormats.percent(counts[bin] / (double) city.n())
                                : String.valueOf(counts[bin])))
                .collect(Collectors.joining(context.say("，", ", ")));
        return context.name(city) + " (n = " + NumberFormats.count(city.n()) + ")" + context.say("：", ": ")
                + (shares.isEmpty() ? context.wording().tooFew(city) : shares) + context.say("。", ".");
    }

    private void paint(Painter painter, double top) {
        for (int panel = 0; panel < cities.size(); panel++) {
            panel(painter, top, panel);
        }
    }

    private void panel(Painter painter, double top, int panel) {
        PayFigures city = cities.get(panel);
        Scale x = new Scale(
                0,
                unit.of(Bins.COUNT * (double) Bins.WIDTH),
                grid.plotLeft(panel),
                grid.plotLeft(panel) + grid.plotWidth());
        int plotTop = grid.plotTop(top, panel);
        Scale y = new Scale(0, highest, plotTop + grid.plotHeight(), plotTop);
        head(painter, x.from(), grid.headBase(top, panel), city);
        if (!context.data().comparable().isEmpty()) {
            shares(painter, x, y, panel);
        }
        if (city.isEnough()) {
            columns(painter, x, y, city);
            averages(painter, x, y, city);
        } else {
            dots(painter, x, y, city);
        }
        painter.line(x.from(), y.from(), x.to(), y.from(), Palette.MUTED, 1.2);
        if (grid.isLastInColumn(panel)) {
            pays(painter, x, y.from() + 17);
        }
    }

    private void head(Painter painter, double x, double base, PayFigures city) {
        TextStyle style = grid.isNarrow() ? TextStyle.CITY_SMALL : TextStyle.CITY;
        painter.left(context.name(city), x, base, style, Palette.INK);
        double after = x + painter.width(context.name(city), style) + 9;
        painter.left(
                context.wording().n(city),
                after,
                base,
                grid.isNarrow() ? TextStyle.TINY : TextStyle.SMALL,
                Palette.MUTED);
    }

    private void shares(Painter painter, Scale x, Scale y, int panel) {
        for (int i = 1; i * step <= highest + 1e-9; i++) {
            double at = y.at(i * step);
            painter.line(x.from(), at, x.to(), at, Palette.GRID, 1);
            if (grid.isFirstInRow(panel)) {
                painter.right(NumberFormats.percent(i * step), x.from() - 7, at + 4, TextStyle.SMALL, Palette.MUTED);
            }
        }
    }

    private void pays(Painter painter, Scale x, double base) {
        int every = grid.isNarrow() ? 20_000 : 10_000;
        for (int pay = 0; pay < Bins.OPEN_FROM; pay += every) {
            painter.centre(unit.tick(unit.of(pay)), x.at(unit.of(pay)), base, TextStyle.SMALL, Palette.MUTED);
        }
        String open = Bins.name(Bins.COUNT - 1, unit);
        painter.centre(open, place(x, unit, unit.of(Bins.OPEN_FROM)), base, TextStyle.SMALL, Palette.MUTED);
    }

    private void columns(Painter painter, Scale x, Scale y, PayFigures city) {
        long[] counts = Bins.counts(city.midpoints(), unit);
        double[] shares = Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? Double.NaN : Math.min(highest, count / (double) city.n()))
                .toArray();
        CategoryChart chart = Plots.columns(
                shares,
                IntStream.range(0, Bins.COUNT)
                        .mapToObj(bin -> BandColours.of(Bins.band(bin)))
                        .toList(),
                highest);
        painter.chart(chart::paint, (int) x.from(), (int) y.to(), grid.plotWidth(), grid.plotHeight());
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            if (counts[bin] > 0) {
                int column = bin;
                painter.pointed(
                        context.mark(
                                context.wording().share(city, Bins.name(bin, unit), counts[bin]),
                                Postings.in(city.group(), unit, bin)),
                        () -> column(painter, x, y, column, counts[column] / (double) city.n()));
            }
        }
    }

    /** The outline, and the share where the column is cut at the plot's edge. */
    private void column(Painter painter, Scale x, Scale y, int bin, double share) {
        double width = grid.plotWidth() / (double) Bins.COUNT;
        double left = x.at(unit.of(bin * (double) Bins.WIDTH)) + width * 0.01;
        double top = y.at(Math.min(share, highest));
        painter.outline(new Rectangle2D.Double(left, top, width * 0.98, y.from() - top), Palette.OUTLINE, 1);
        if (share > highest + 1e-9) {
            String words = NumberFormats.percent(share) + " ↑";
            boolean right = left + width + 40 <= x.to();
            double at = right ? left + width + 4 : left - 4;
            painter.labelOnPaper(
                    words,
                    at,
                    y.to() + 12,
                    TextStyle.TINY,
                    Palette.INK,
                    right ? Painter.Align.LEFT : Painter.Align.RIGHT);
        }
    }

    private void averages(Painter painter, Scale x, Scale y, PayFigures city) {
        double mean = place(x, unit, city.mean());
        double median = place(x, unit, city.median());
        double over = grid.isNarrow() ? y.to() : y.to() - 14;
        double thickness = grid.isNarrow() ? 1.4 : 1.8;
        painter.line(median, over, median, y.from(), Palette.PAPER, thickness + 1.4);
        painter.line(mean, over, mean, y.from(), Palette.PAPER, thickness + 1.6);
        painter.dashed(median, over, median, y.from(), Palette.INK, thickness);
        painter.line(mean, over, mean, y.from(), Palette.INK, thickness + 0.2);
        new AverageLabels(painter, context, grid.isNarrow(), x, y.to() - 5).paint(city, mean, median);
    }

    /** Pay in the open last bin has no place of its own on the axis: it stands in the middle of the bin. */
    static double place(Scale x, PayUnit unit, double pay) {
        boolean open = pay >= unit.of(Bins.OPEN_FROM);
        return x.at(open ? unit.of(Bins.OPEN_FROM + Bins.WIDTH / 2.0) : pay);
    }

    private void dots(Painter painter, Scale x, Scale y, PayFigures city) {
        TextStyle style = grid.isNarrow() ? TextStyle.TINY : TextStyle.SMALL;
        String words = Lines.cut(context.fonts(), context.wording().tooFew(city), style, x.to() - x.from());
        painter.left(words, x.from(), y.to() - 5, style, Palette.MUTED);
        double radius = grid.isNarrow() ? 4 : 6;
        double lastX = Double.NEGATIVE_INFINITY;
        int stacked = 0;
        for (MidpointCount line : city.midpoints().counts()) {
            double at = place(x, unit, line.midpoint());
            stacked = at - lastX < 2 * radius ? stacked : 0;
            for (int i = 0; i < line.count(); i++) {
                double up = radius + stacked++ * (2 * radius + 1);
                painter.pointed(
                        context.mark(
                                context.name(city) + " " + context.k(line.midpoint()),
                                Postings.at(city.group(), context.unit(), line.midpoint())),
                        () -> painter.dot(at, y.from() - up, radius, context.colour(line.midpoint())));
            }
            lastX = at;
        }
    }
}
