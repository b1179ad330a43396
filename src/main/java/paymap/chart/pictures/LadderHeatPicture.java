package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Mark;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Ladder;
import paymap.chart.figures.LadderFindings;
import paymap.chart.figures.NumberFormats;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.job.ladder.Rung;

/** Group by step of a ladder: the median and how many postings it is of, in the colours of pay. */
public final class LadderHeatPicture extends RowPicture {

    private static final double PHONE_HEAD = 34;
    private static final double JOINT = 3;
    private static final double TWO_LINES = 36;

    private final Ladder ladder;
    private final List<Rung> rungs;

    /** Lays out one of the ladders that the data have. */
    public LadderHeatPicture(DrawingContext context, Ladder ladder) {
        super(
                context,
                Rows.height(context.data().shown().size(), 52, 44, 40),
                List.of(
                        Rows.Column.pay(context, context.say("合计中位数", "median of all"), PayFigures::median),
                        Rows.Column.n(context)));
        this.ladder = ladder;
        rungs = ladder.rungs();
    }

    @Override
    PictureLayout.Words words() {
        boolean experience = ladder.dimension() == Dimension.EXPERIENCE;
        LadderFindings findings = new LadderFindings(context.wording());
        List<String> notes = new ArrayList<>(context.wording().listed());
        String beside = findings.beside(ladder);
        if (!beside.isEmpty()) {
            notes.add(0, beside);
        }
        return new PictureLayout.Words(
                context.say(
                        context.noun().every() + (experience ? "不同经验" : "不同学历") + "的"
                                + context.unit().called() + "中位数",
                        "Median pay by " + ladder.dimension().code() + " and "
                                + context.noun().by().substring(3)),
                findings.ends(ladder),
                context.say(
                        "格中：中位数，下面是职位数 n；颜色为中位数所在的薪资档。少于 5 个职位的只写 n。" + order(),
                        "In each cell: the median, and n postings; the colour is the pay level of the median. Fewer than 5"
                                + " postings: only n. " + order()),
                notes);
    }

    @Override
    String inWords(PayFigures city) {
        String steps = rungs.stream()
                .map(rung -> GroupNames.of(rung, context.language()) + " " + told(cell(city, rung)))
                .collect(Collectors.joining(context.say("，", ", ")));
        return context.sentence(city, steps);
    }

    private @Nullable PayFigures cell(PayFigures city, Rung step) {
        return ladder.of(city.group()).map(line -> line.steps().get(step)).orElse(null);
    }

    /** {@code 25.0k (n = 40)}. */
    private String told(@Nullable PayFigures figures) {
        String n = "n = " + NumberFormats.count(figures == null ? 0 : figures.n());
        return figures == null || !figures.isEnough()
                ? n
                : context.k(figures.median()) + context.say("（" + n + "）", " (" + n + ")");
    }

    @Override
    double head() {
        return context.sheet().isPhone() ? PHONE_HEAD : 0;
    }

    /** Without the labels of an axis below. */
    @Override
    double bodyHeight() {
        return rows.bodyHeight() - 20;
    }

    private double column() {
        return (rows.plotRight() - rows.plotLeft()) / (double) Math.max(1, rungs.size());
    }

    private double left(int rung) {
        return rows.plotLeft() + rung * column();
    }

    @Override
    void paintHead(Painter painter, double bodyTop) {
        boolean phone = context.sheet().isPhone();
        TextStyle style = phone ? TextStyle.TINY : TextStyle.SMALL;
        for (int rung = 0; rung < rungs.size(); rung++) {
            String name = GroupNames.of(rungs.get(rung), context.language());
            double y = bodyTop + (phone ? 12 : 14);
            List<String> parts = phone
                    ? Lines.wrapped(context.fonts(), name, style, column() - 2)
                    : List.of(Lines.cut(context.fonts(), name, style, column()));
            for (String part : parts) {
                painter.centre(part, left(rung) + column() / 2, y, style, Palette.INK);
                y += style.size() + 1.5;
            }
        }
    }

    @Override
    void paintField(Painter painter, double top) {
        // The cells are marks: a reader points at them.
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        for (int rung = 0; rung < rungs.size(); rung++) {
            int column = rung;
            PayFigures figures = cell(city, rungs.get(rung));
            String words = context.name(city)
                    + context.say("，", ", ")
                    + GroupNames.of(rungs.get(rung), context.language())
                    + context.say("：", ": ")
                    + told(figures);
            painter.pointed(
                    figures == null || figures.n() == 0 ? Mark.of(words) : context.whole(words, figures),
                    () -> cell(painter, rowTop, column, figures));
        }
    }

    private void cell(Painter painter, double rowTop, int rung, @Nullable PayFigures figures) {
        double x = left(rung);
        double centre = x + column() / 2;
        double middle = rowTop + rows.plotHeight() / 2;
        Rectangle2D cell =
                new Rectangle2D.Double(x + JOINT / 2, rowTop + JOINT / 2, column() - JOINT, rows.plotHeight() - JOINT);
        if (figures == null || !figures.isEnough()) {
            String n = figures == null || figures.n() == 0 ? "–" : "n = " + NumberFormats.count(figures.n());
            painter.outline(cell, Palette.GRID, 1);
            painter.centre(n, centre, middle + 4.5, TextStyle.TINY, Palette.MUTED);
            return;
        }
        var ink = BandColours.label(context.unit().band(figures.median()));
        painter.fill(cell, context.colour(figures.median()));
        painter.outline(cell, Palette.OUTLINE, 1);
        boolean two = rows.plotHeight() >= TWO_LINES;
        String median = context.k(figures.median());
        painter.centre(median, centre, middle + (two ? -1 : 5), TextStyle.LABEL_BOLD, ink);
        if (two) {
            String n = (context.sheet().isPhone() ? "" : "n = ") + NumberFormats.count(figures.n());
            painter.centre(n, centre, middle + 14, TextStyle.TINY, ink);
        }
    }
}
