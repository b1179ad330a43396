package paymap.chart.pictures;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Ladder;
import paymap.chart.figures.Ladder.Line;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.job.ladder.Rung;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.MedianInterval;

/** The lines of a ladder with the interval of each median, on axes from zero. */
final class LadderPlot {

    /** An interval that reaches further above the highest median would press the lines together. */
    private static final double LONGEST_AXIS = 1.5;

    private static final double STEP_NAMES = 34;
    private static final double GAP = 12;

    /** For names, in pixels; longer ones are cut. */
    static final double MOST_LEFT = 190;

    private static final double MOST_RIGHT = 130;

    private final DrawingContext context;
    private final List<Line> lines;
    private final List<Rung> rungs;
    private final List<Color> colours;
    private final double step;
    private final Scale x;
    private final double highest;
    private final boolean cut;

    /** @param colours one for each line */
    LadderPlot(DrawingContext context, Ladder ladder, List<Color> colours) {
        this.context = context;
        lines = ladder.lines();
        rungs = ladder.rungs();
        this.colours = colours;
        double median = highestOf(figures -> figures.median());
        double interval =
                highestOf(figures -> interval(figures).map(Bounds::high).orElse(0.0));
        double least = Math.max(context.unit().of(1000), median * 1.05);
        double end = Math.max(least, Math.min(interval, median * LONGEST_AXIS));
        step = Scale.step(end, context.sheet().isPhone() ? 5 : 8);
        highest = Scale.roundUp(end, step);
        cut = interval > highest;
        Sheet sheet = context.sheet();
        double left = sheet.isPhone() ? 40 : Math.max(60, Math.min(MOST_LEFT, widest(TextStyle.LABEL_BOLD)) + GAP);
        double right = sheet.isPhone() ? 0 : Math.min(MOST_RIGHT, widest(TextStyle.SMALL_BOLD)) + GAP;
        x = new Scale(0, Math.max(1, rungs.size()), sheet.margin() + left, sheet.right() - right);
    }

    private interface Figure {
        double of(PayFigures figures);
    }

    private double highestOf(Figure figure) {
        return lines.stream()
                .flatMap(line -> rungs.stream().flatMap(rung -> line.at(rung).stream()))
                .mapToDouble(figure::of)
                .max()
                .orElse(0);
    }

    private double widest(TextStyle style) {
        return lines.stream()
                .mapToDouble(line -> context.fonts().width(context.fonts().drawable(name(line)), style))
                .max()
                .orElse(0);
    }

    private String name(Line line) {
        return context.wording().name(line.group());
    }

    /** Whether an interval reaches beyond the plot. */
    boolean isCut() {
        return cut;
    }

    /** With the names of the steps below, in pixels. */
    double height() {
        return plotHeight() + STEP_NAMES;
    }

    private static Optional<Bounds> interval(PayFigures figures) {
        return MedianInterval.of(figures.midpoints());
    }

    /** {@code 25.0k (23.0k–27.5k, n = 40)}. */
    String told(PayFigures figures) {
        String bounds = interval(figures)
                .map(own -> context.k(own.low()) + "–" + context.k(own.high()) + context.say("，", ", "))
                .orElse("");
        return context.k(figures.median()) + context.say("（", " (") + bounds + "n = " + NumberFormats.count(figures.n())
                + context.say("）", ")");
    }

    private double plotHeight() {
        return context.sheet().isPhone() ? 260 : 360;
    }

    private double columnWidth() {
        return x.at(1) - x.at(0);
    }

    /** Where a step stands. */
    double middle(int rung) {
        return x.at(rung + 0.5);
    }

    /** Side by side, so that the bars of one step can be told apart. */
    private double place(int rung, int line) {
        double apart = Math.min(9, columnWidth() * 0.75 / Math.max(1, lines.size()));
        return middle(rung) + (line - (lines.size() - 1) / 2.0) * apart;
    }

    /** Paints it. */
    void paint(Painter painter, double top) {
        Scale y = new Scale(0, highest, top + plotHeight(), top + 8);
        for (int i = 0; i * step <= highest * (1 + 1e-9); i++) {
            double at = y.at(i * step);
            painter.line(x.from(), at, x.to(), at, i == 0 ? Palette.MUTED : Palette.GRID, i == 0 ? 1.2 : 1);
            painter.right(context.tick(i * step), x.from() - 8, at + 4.5, TextStyle.SMALL, Palette.MUTED);
        }
        for (int rung = 0; rung < rungs.size(); rung++) {
            stepName(painter, rung, y.from());
        }
        for (int line = 0; line < lines.size(); line++) {
            line(painter, y, line);
        }
        for (int line = 0; line < lines.size(); line++) {
            points(painter, y, line);
        }
        if (!context.sheet().isPhone()) {
            ends(painter, y);
        }
    }

    private void stepName(Painter painter, int rung, double bottom) {
        TextStyle style = context.sheet().isPhone() ? TextStyle.TINY : TextStyle.SMALL;
        String name = GroupNames.of(rungs.get(rung), context.language());
        double y = bottom + 15;
        for (String part : Lines.wrapped(context.fonts(), name, style, columnWidth() - 2)) {
            painter.centre(part, middle(rung), y, style, Palette.INK);
            y += style.size() + 1.5;
        }
    }

    /** Dashed over steps that have too few postings. */
    private void line(Painter painter, Scale y, int line) {
        int last = -1;
        for (int rung = 0; rung < rungs.size(); rung++) {
            Optional<PayFigures> there = lines.get(line).at(rungs.get(rung));
            if (there.isPresent()) {
                if (last >= 0) {
                    double from = y.at(
                            lines.get(line).at(rungs.get(last)).orElseThrow().median());
                    double to = y.at(there.get().median());
                    if (last == rung - 1) {
                        painter.line(place(last, line), from, place(rung, line), to, colours.get(line), 2.2);
                    } else {
                        painter.dashed(place(last, line), from, place(rung, line), to, colours.get(line), 1.6);
                    }
                }
                last = rung;
            }
        }
    }

    private void points(Painter painter, Scale y, int line) {
        for (int rung = 0; rung < rungs.size(); rung++) {
            double at = place(rung, line);
            Rung step = rungs.get(rung);
            lines.get(line)
                    .at(step)
                    .ifPresent(figures -> painter.pointed(
                            context.whole(
                                    name(lines.get(line))
                                            + context.say("，", ", ")
                                            + GroupNames.of(step, context.language())
                                            + context.say("：", ": ")
                                            + told(figures),
                                    figures),
                            () -> point(painter, y, at, figures, colours.get(line))));
        }
    }

    private void point(Painter painter, Scale y, double at, PayFigures figures, Color colour) {
        interval(figures).ifPresent(bounds -> {
            double low = y.at(bounds.low());
            double high = y.at(Math.min(highest, bounds.high()));
            painter.line(at, low, at, high, colour, 1.6);
            painter.line(at - 2.5, low, at + 2.5, low, colour, 1.6);
            if (bounds.high() <= highest) {
                painter.line(at - 2.5, high, at + 2.5, high, colour, 1.6);
            }
        });
        double radius = context.sheet().isPhone() ? 3.4 : 4.6;
        double middle = y.at(figures.median());
        Ellipse2D dot = new Ellipse2D.Double(at - radius, middle - radius, 2 * radius, 2 * radius);
        painter.fill(dot, figures.isSmall() ? Palette.PAPER : colour);
        painter.outline(dot, colour, 1.8);
    }

    /** Names where the lines end, apart from each other. */
    private void ends(Painter painter, Scale y) {
        List<Integer> order = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            order.add(line);
        }
        order.sort((a, b) -> Double.compare(y.at(end(a)), y.at(end(b))));
        double room = TextStyle.SMALL_BOLD.size() * 1.25;
        double lowest = y.from() - (order.size() - 1) * room;
        double next = y.to();
        for (int line : order) {
            double base = Math.max(next, Math.min(y.at(end(line)), lowest));
            String name = Lines.cut(context.fonts(), name(lines.get(line)), TextStyle.SMALL_BOLD, MOST_RIGHT);
            painter.left(name, x.to() + 6, base + 4.5, TextStyle.SMALL_BOLD, colours.get(line));
            next = base + room;
            lowest += room;
        }
    }

    /** The median where a line ends. */
    private double end(int line) {
        double end = 0;
        for (Rung rung : rungs) {
            end = lines.get(line).at(rung).map(PayFigures::median).orElse(end);
        }
        return end;
    }
}
