package paymap.chart;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import paymap.chart.CityFigures.Offered;
import paymap.salary.Midpoints.MidpointCount;

/** The average of each city: bars from zero, sorted, with the median and the offered range beside it. */
final class AveragePicture implements Picture {

    private static final double BAR_FROM = 0.16;
    private static final double BAR_TO = 0.62;
    private static final double STRIP_TO = 0.8;
    private static final double KEY = 30;

    private final Studio studio;
    private final List<CityFigures> cities;
    private final Rows rows;
    private final double step;
    private final double highest;

    AveragePicture(Studio studio) {
        this.studio = studio;
        cities = studio.data().cities();
        rows = new Rows(
                studio,
                Rows.height(cities.size(), 62, 44, 29),
                List.of(
                        new Rows.Column(studio.say("中位数", "median"), c -> c.n() == 0 ? "–" : Figure.k(c.median())),
                        new Rows.Column(studio.say("平均上下限", "offered, on average"), AveragePicture::offered),
                        new Rows.Column("n", c -> studio.n(c).substring("n = ".length()))));
        double widest = cities.stream().mapToDouble(AveragePicture::reach).max().orElse(0);
        double room = rows.plotRight() - rows.plotLeft();
        double mean = cities.stream().mapToDouble(CityFigures::mean).max().orElse(0) * room / (room - 64);
        highest = Math.max(1000, Math.max(widest * 1.01, mean));
        step = Scale.step(highest, (int) (room / 62));
    }

    /** How far a row reaches to the right, CNY a month. */
    private static double reach(CityFigures city) {
        Offered offered = city.offered();
        return Math.max(
                city.isEnough() ? 0 : city.quantile(1), offered == null || !city.isEnough() ? 0 : offered.high());
    }

    private static String offered(CityFigures city) {
        Offered offered = city.offered();
        return offered == null ? "–" : Figure.k(offered.low()) + "–" + Figure.k(offered.high());
    }

    @Override
    public Sheet sheet() {
        return new Sheet(
                studio,
                new Sheet.Words(
                        studio.say("各城市平均月薪", "Average advertised pay by city"),
                        studio.say(
                                "从高到低排列；颜色为平均数所在的薪资档。",
                                "Highest first; the colour is the pay level that the mean falls in."),
                        List.of()),
                true,
                KEY + rows.bodyHeight(),
                this::paint);
    }

    @Override
    public String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(CityFigures city) {
        if (city.n() == 0) {
            return studio.name(city) + studio.say("：", ": ") + studio.tooFew(city) + studio.say("。", ".");
        }
        return studio.name(city)
                + studio.say(
                        "：平均 " + Figure.k(city.mean()) + "，中位数 " + Figure.k(city.median()) + "，n = "
                                + Figure.count(city.n()) + "。",
                        ": mean " + Figure.k(city.mean()) + ", median " + Figure.k(city.median()) + ", n = "
                                + Figure.count(city.n()) + ".");
    }

    private void paint(Pen pen, double sheetTop) {
        double top = sheetTop + KEY;
        Scale x = new Scale(0, highest, rows.plotLeft(), rows.plotRight());
        key(pen, sheetTop + 14);
        rows.grid(pen, top, x, step, Figure::tick);
        bars(pen, top);
        for (int row = 0; row < cities.size(); row++) {
            marks(pen, x, rows.rowTop(top, row), cities.get(row));
        }
        rows.words(pen, top);
    }

    private void key(Pen pen, double base) {
        double x = Sheet.MARGIN;
        pen.bar(x, base - 10, 26, 11, Level.FROM_20.colour());
        x = word(pen, x + 33, base, studio.say("柱：平均数", "bar: mean"));
        medianMark(pen, x + 2, base - 12, 15);
        x = word(pen, x + 10, base, studio.say("竖线：中位数", "upright line: median"));
        pen.fill(strip(x, base - 7, 26, 5), Palette.MUTED);
        word(
                pen,
                x + 33,
                base,
                studio.say(
                        "灰条：所写下限的平均到上限的平均（不是误差线）",
                        "grey strip: mean lower end to mean upper end of the offers (not an error bar)"));
    }

    private static double word(Pen pen, double x, double base, String text) {
        pen.left(text, x, base, Type.SMALL, Palette.MUTED);
        return x + pen.width(text, Type.SMALL) + 22;
    }

    private static RoundRectangle2D strip(double x, double y, double width, double height) {
        return new RoundRectangle2D.Double(x, y, width, height, height, height);
    }

    /** In the chart's values a row is one high, the first on top. */
    private void bars(Pen pen, double top) {
        XYChart chart = Plots.field(0, highest, 0, cities.size());
        for (int row = 0; row < cities.size(); row++) {
            CityFigures city = cities.get(row);
            if (city.isEnough()) {
                double up = cities.size() - row;
                Plots.area(
                        chart,
                        0,
                        city.mean(),
                        up - BAR_TO,
                        up - BAR_FROM,
                        Level.of(city.mean()).colour());
            }
        }
        if (!chart.getSeriesCollection().isEmpty()) {
            pen.chart(
                    chart::paint,
                    rows.plotLeft(),
                    rows.plotTop(top),
                    rows.plotRight() - rows.plotLeft(),
                    rows.plotHeight());
        }
    }

    private void marks(Pen pen, Scale x, double rowTop, CityFigures city) {
        double height = rows.rowHeight();
        if (!city.isEnough()) {
            fewDots(pen, x, rowTop + height * 0.42, city);
            return;
        }
        double top = rowTop + height * BAR_FROM;
        double deep = height * (BAR_TO - BAR_FROM);
        pen.outline(new Rectangle2D.Double(x.from(), top, x.at(city.mean()) - x.from(), deep), Palette.OUTLINE, 1);
        Offered offered = city.offered();
        if (offered != null) {
            double thick = height * (STRIP_TO - BAR_TO) * 0.8;
            double width = Math.max(thick, x.at(offered.high()) - x.at(offered.low()));
            pen.fill(strip(x.at(offered.low()), top + deep + thick * 0.55, width, thick), Palette.MUTED);
        }
        medianMark(pen, x.at(city.median()), top - 3, deep + 6);
        double after = Math.max(x.at(city.mean()), x.at(city.median())) + 8;
        Type type = height < 34 ? Type.VALUE_SMALL : Type.VALUE;
        pen.plate(Figure.k(city.mean()), after, top + deep / 2 + type.size() * 0.36, type, Palette.INK, Pen.Align.LEFT);
    }

    private static void medianMark(Pen pen, double x, double top, double height) {
        pen.line(x, top, x, top + height, Palette.PAPER, 5);
        pen.line(x, top, x, top + height, Palette.INK, 2);
    }

    private void fewDots(Pen pen, Scale x, double y, CityFigures city) {
        double last = x.from();
        for (MidpointCount line : city.midpoints().counts()) {
            for (int i = 0; i < line.count(); i++) {
                last = Math.max(x.at(line.midpoint()), i == 0 ? 0 : last + 9);
                pen.dot(last, y, 4.5, Level.of(line.midpoint()).colour());
            }
        }
        String words = studio.tooFew(city);
        double width = pen.width(words, Type.SMALL);
        double first = x.at(city.quantile(0));
        if (city.n() == 0 || last + 12 + width <= x.to()) {
            pen.plate(words, last + 12, y + 4.5, Type.SMALL, Palette.MUTED, Pen.Align.LEFT);
        } else if (first - 12 - width >= x.from()) {
            pen.plate(words, first - 12, y + 4.5, Type.SMALL, Palette.MUTED, Pen.Align.RIGHT);
        }
    }
}
