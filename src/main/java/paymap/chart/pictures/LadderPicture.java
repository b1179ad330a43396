package paymap.chart.pictures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Ladder;
import paymap.chart.figures.Ladder.Line;
import paymap.chart.figures.LadderFindings;
import paymap.chart.figures.Noun;
import paymap.chart.figures.NumberFormats;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.job.ladder.Rung;

/** The median on each step of a ladder: a line a group, with the interval of each median, and all figures below. */
public final class LadderPicture extends Picture {

    private static final double TABLE_HEAD = 22;

    private final DrawingContext context;
    private final Ladder ladder;
    private final int groups;
    private final List<Line> lines;
    private final List<Rung> rungs;
    private final List<Color> colours;
    private final LadderPlot plot;

    /** Lays out one of the ladders that the data have. */
    public LadderPicture(DrawingContext context, Ladder all) {
        this.context = context;
        this.ladder = all.largest();
        groups = all.lines().size();
        lines = ladder.lines();
        rungs = ladder.rungs();
        colours = GroupColours.of(lines.stream().map(Line::group).toList());
        plot = new LadderPlot(context, ladder, colours);
    }

    private String name(Line line) {
        return context.wording().name(line.group());
    }

    @Override
    PictureLayout layout() {
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        title(),
                        new LadderFindings(context.wording()).climb(ladder),
                        context.say(
                                "点：中位数；细竖线：中位数的 95% 区间，6 个职位起才有；空心点：少于 20 个职位。少于 5 个职位的不画。",
                                "Dot: median; thin bar: its 95% interval, from 6 postings on; hollow: fewer than 20 postings."
                                        + " Fewer than 5 are not drawn."),
                        notes()),
                false,
                plot.height() + TABLE_HEAD + lines.size() * rowHeight(),
                this::paint);
    }

    private String title() {
        boolean experience = ladder.dimension() == Dimension.EXPERIENCE;
        String steps = context.say(experience ? "不同经验" : "不同学历", experience ? "by experience" : "by education");
        if (lines.stream().allMatch(line -> line.group().members().isEmpty())) {
            return context.say(steps + "的" + context.unit().called(), "Pay " + steps);
        }
        return context.say(
                context.noun().every() + steps + "的" + context.unit().called(),
                "Pay " + steps
                        + (context.noun() == Noun.CITY
                                ? " in each city"
                                : " and " + context.noun().by().substring(3)));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (plot.isCut()) {
            notes.add(context.say("伸到图外的区间在图边截断。", "Intervals that reach beyond the plot are cut at its edge."));
        }
        String beside = new LadderFindings(context.wording()).beside(ladder);
        if (!beside.isEmpty()) {
            notes.add(beside);
        }
        if (lines.size() < groups) {
            notes.add(context.say(
                    "只画职位最多的 " + context.noun().counted(lines.size()) + "。",
                    "Only the " + lines.size() + " " + context.noun().of(lines.size()) + " with most postings."));
        }
        return notes;
    }

    @Override
    String description() {
        return lines.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(Line line) {
        String steps = rungs.stream()
                .filter(rung -> line.at(rung).isPresent())
                .map(rung -> GroupNames.of(rung, context.language()) + " "
                        + plot.told(line.at(rung).orElseThrow()))
                .collect(Collectors.joining(context.say("，", ", ")));
        return name(line) + context.say("（中位数）：", " (median): ") + steps + context.say("。", ".");
    }

    private void paint(Painter painter, double top) {
        plot.paint(painter, top);
        table(painter, top + plot.height());
    }

    private double rowHeight() {
        return context.sheet().isPhone() ? 48 : 23;
    }

    private void table(Painter painter, double top) {
        boolean phone = context.sheet().isPhone();
        painter.left(
                context.say("中位数 · 职位数 n", "median · postings n"),
                context.sheet().margin(),
                top + 15,
                TextStyle.SMALL,
                Palette.MUTED);
        for (int line = 0; line < lines.size(); line++) {
            double base = top + TABLE_HEAD + line * rowHeight() + 15;
            double room = phone ? context.sheet().inner() : LadderPlot.MOST_LEFT;
            String name = Lines.cut(context.fonts(), name(lines.get(line)), TextStyle.LABEL_BOLD, room);
            painter.left(name, context.sheet().margin(), base, TextStyle.LABEL_BOLD, colours.get(line));
            for (int rung = 0; rung < rungs.size(); rung++) {
                cell(painter, lines.get(line), rung, phone ? base + 14 : base);
            }
        }
    }

    private void cell(Painter painter, Line line, int rung, double base) {
        PayFigures figures = line.steps().get(rungs.get(rung));
        long n = figures == null ? 0 : figures.n();
        String median = figures == null || !figures.isEnough() ? "–" : context.k(figures.median());
        if (context.sheet().isPhone()) {
            painter.centre(median, plot.middle(rung), base, TextStyle.TINY, Palette.INK);
            painter.centre(NumberFormats.count(n), plot.middle(rung), base + 13, TextStyle.TINY, Palette.MUTED);
        } else {
            painter.centre(
                    median + " · " + NumberFormats.count(n), plot.middle(rung), base, TextStyle.SMALL, Palette.MUTED);
        }
    }
}
