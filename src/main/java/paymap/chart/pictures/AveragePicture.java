package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.figures.PayFigures.Offered;

/** The average of each city: bars from zero, sorted, with the median and the offered range beside it. */
public final class AveragePicture extends RowPicture {

    private static final double BAR_FROM = 0.16;
    private static final double BAR_TO = 0.62;
    private static final double STRIP_TO = 0.8;
    private static final double KEY = 30;

    private final double step;
    private final double highest;

    /** Lays out what the data have. */
    public AveragePicture(DrawingContext context) {
        super(
                context,
                Rows.height(context.data().shown().size(), 62, 44, 29),
                List.of(
                        Rows.Column.pay(context, context.say("中位数", "median"), PayFigures::median),
                        new Rows.Column(context.say("平均上下限", "offered, on average"), city -> offered(context, city)),
                        Rows.Column.n(context)));
        double widest = cities.stream().mapToDouble(AveragePicture::reach).max().orElse(0);
        double room = rows.plotRight() - rows.plotLeft();
        double mean = cities.stream().mapToDouble(PayFigures::mean).max().orElse(0) * room / (room - 64);
        highest = Math.max(context.unit().of(1000), Math.max(widest * 1.01, mean));
        step = Scale.step(highest, (int) (room / 62));
    }

    /** How far a row reaches to the right, CNY a month. */
    private static double reach(PayFigures city) {
        Offered offered = city.offered();
        return Math.max(
                city.isEnough() ? 0 : city.quantile(1), offered == null || !city.isEnough() ? 0 : offered.high());
    }

    private static String offered(DrawingContext context, PayFigures city) {
        Offered offered = city.offered();
        return offered == null ? "–" : context.k(offered.low()) + "–" + context.k(offered.high());
    }

    @Override
    PictureLayout.Words words() {
        return words(
                context.say(
                        context.noun().every() + "平均" + context.unit().called(),
                        "Average advertised pay " + context.noun().by()),
                context.findings().gap(),
                context.say(
                        (context.data().isLadder() ? "从低到高" : "从高到低") + "排列；颜色为平均数所在的薪资档。",
                        (context.data().isLadder() ? "Lowest step first" : "Highest first")
                                + "; the colour is the pay level that the mean falls in."));
    }

    @Override
    String inWords(PayFigures city) {
        return context.sentence(
                city,
                city.n() == 0
                        ? context.wording().tooFew(city)
                        : context.say("平均 ", "mean ")
                                + context.k(city.mean())
                                + context.say("，中位数 ", ", median ")
                                + context.k(city.median())
                                + context.say("，n = ", ", n = ")
                                + NumberFormats.count(city.n()));
    }

    @Override
    double head() {
        return context.sheet().isPhone() ? 0 : KEY;
    }

    private Scale scale() {
        return new Scale(0, highest, rows.plotLeft(), rows.plotRight());
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), step, context::tick);
        paintBars(
                painter,
                top,
                scale(),
                (field, city, y) ->
                        Plots.area(field, 0, city.mean(), y.at(BAR_TO), y.at(BAR_FROM), context.colour(city.mean())));
    }

    @Override
    void paintHead(Painter painter, double bodyTop) {
        if (context.sheet().isPhone()) {
            return;
        }
        double base = bodyTop + 14;
        double x = context.sheet().margin();
        painter.bar(x, base - 10, 26, 11, BandColours.of(PayBand.FROM_20));
        x = word(painter, x + 33, base, context.say("柱：平均数", "bar: mean"));
        medianMark(painter, x + 2, base - 12, 15);
        x = word(painter, x + 10, base, context.say("竖线：中位数", "upright line: median"));
        painter.fill(strip(x, base - 7, 26, 5), Palette.MUTED);
        word(
                painter,
                x + 33,
                base,
                context.say(
                        "灰条：所写下限的平均到上限的平均（不是误差线）",
                        "grey strip: mean lower end to mean upper end of the offers (not an error bar)"));
    }

    private static double word(Painter painter, double x, double base, String text) {
        painter.left(text, x, base, TextStyle.SMALL, Palette.MUTED);
        return x + painter.width(text, TextStyle.SMALL) + 22;
    }

    private static RoundRectangle2D strip(double x, double y, double width, double height) {
        return new RoundRectangle2D.Double(x, y, width, height, height, height);
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        if (city.isEnough()) {
            painter.pointed(context.whole(inWords(city), city), () -> bar(painter, rowTop, city));
        } else {
            fewDots(painter, scale(), rowTop + rows.plotHeight() * 0.42, city);
        }
    }

    private void bar(Painter painter, double rowTop, PayFigures city) {
        Scale x = scale();
        double height = rows.plotHeight();
        double top = rowTop + height * BAR_FROM;
        double deep = height * (BAR_TO - BAR_FROM);
        painter.outline(new Rectangle2D.Double(x.from(), top, x.at(city.mean()) - x.from(), deep), Palette.OUTLINE, 1);
        Offered offered = city.offered();
        if (offered != null) {
            double thick = height * (STRIP_TO - BAR_TO) * 0.8;
            double width = Math.max(thick, x.at(offered.high()) - x.at(offered.low()));
            painter.fill(strip(x.at(offered.low()), top + deep + thick * 0.55, width, thick), Palette.MUTED);
        }
        medianMark(painter, x.at(city.median()), top - 3, deep + 6);
        double after = Math.max(x.at(city.mean()), x.at(city.median())) + 8;
        TextStyle style = rows.isClose() ? TextStyle.VALUE_SMALL : TextStyle.VALUE;
        painter.labelOnPaper(
                context.k(city.mean()),
                after,
                top + deep / 2 + style.size() * 0.36,
                style,
                Palette.INK,
                Painter.Align.LEFT);
    }

    private static void medianMark(Painter painter, double x, double top, double height) {
        painter.line(x, top, x, top + height, Palette.PAPER, 5);
        painter.line(x, top, x, top + height, Palette.INK, 2);
    }
}
