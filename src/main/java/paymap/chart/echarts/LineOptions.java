package paymap.chart.echarts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Ladder;
import paymap.chart.figures.Ladder.Line;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Trend;
import paymap.chart.pictures.AtLeastPicture;
import paymap.chart.pictures.GroupColours;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.job.ladder.Rung;
import paymap.salary.Midpoints.MidpointCount;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.MedianInterval;

/** Options in which each group is a line, and the one of cells that a ladder makes. */
public final class LineOptions {

    /** In widths of a step, between the lines of two groups, so that their intervals can be told apart. */
    private static final double APART = 0.08;

    /** More corners than this of one line cannot be seen. */
    private static final int MOST_CORNERS = 600;

    private LineOptions() {}

    /** The share of postings that pay at least so much. */
    public static Option atLeast(Frame frame) {
        List<PayFigures> groups = AtLeastPicture.drawn(frame.data());
        List<String> colours =
                GroupColours.repeated(groups.stream().map(PayFigures::group).toList());
        Option option = Option.of(frame)
                .x(Axis.pay(frame))
                .y(Axis.shares(frame.say("职位比例", "share of postings")).max(100));
        for (int i = 0; i < groups.size(); i++) {
            option.add(falling(frame, groups.get(i), colours.get(i)));
        }
        return option;
    }

    private static Series falling(Frame frame, PayFigures group, String colour) {
        Series line = Series.line(frame.named(group), colour).put("step", "end").put("showSymbol", false);
        line.value(List.of(0, 100));
        List<MidpointCount> counts = group.midpoints().counts();
        double closest = group.quantile(1) / MOST_CORNERS;
        double last = 0;
        long left = group.n();
        for (MidpointCount count : counts) {
            left -= count.count();
            if (count.midpoint() - last >= closest || left == 0) {
                line.value(List.of(frame.pay(count.midpoint()), Frame.percent(left / (double) group.n())));
                last = count.midpoint();
            }
        }
        return line;
    }

    /** Mean pay from run to run. */
    public static Option trend(Frame frame) {
        Trend trend = frame.data().trend();
        List<PayFigures> groups = frame.data().shown();
        List<String> colours =
                GroupColours.repeated(groups.stream().map(PayFigures::group).toList());
        Option option = Option.of(frame).x(Axis.names(trend.moments())).y(Axis.pay(frame));
        for (int i = 0; i < groups.size(); i++) {
            Map<String, PayFigures> runs =
                    trend.cities().getOrDefault(groups.get(i).group(), Map.of());
            Series line = Series.line(frame.words().name(groups.get(i)), colours.get(i));
            for (String moment : trend.moments()) {
                PayFigures run = runs.get(moment);
                line.value(run == null || !run.isEnough() ? "-" : frame.pay(run.mean()));
            }
            option.add(line);
        }
        return option;
    }

    /** Medians by experience. */
    public static Option experience(Frame frame) {
        return steps(frame, frame.data().details().experience().largest());
    }

    /** Medians by education. */
    public static Option education(Frame frame) {
        return steps(frame, frame.data().details().education().largest());
    }

    private static Option steps(Frame frame, Ladder ladder) {
        List<Rung> rungs = ladder.rungs();
        List<Group> groups = ladder.lines().stream().map(Line::group).toList();
        List<String> colours = GroupColours.repeated(groups);
        Option option = Option.of(frame)
                .x(Axis.hidden(rungs.size()))
                .x(Axis.names(names(frame, rungs)).below())
                .y(Axis.pay(frame));
        for (int i = 0; i < groups.size(); i++) {
            double aside = 0.5 + (i - (groups.size() - 1) / 2.0) * APART;
            option.add(steps(frame, ladder.lines().get(i), rungs, aside, colours.get(i)));
        }
        return option;
    }

    private static Series steps(Frame frame, Line line, List<Rung> rungs, double aside, String colour) {
        Series series = Series.line(frame.words().name(line.group()), colour)
                .symbol("circle", 9)
                .told(
                        List.of(
                                "x",
                                frame.say("中位数", "median"),
                                frame.say("95% 区间下限", "95% interval from"),
                                frame.say("95% 区间上限", "95% interval to"),
                                "n"),
                        List.of(1, 2, 3, 4));
        List<List<List<Object>>> intervals = new ArrayList<>();
        for (int step = 0; step < rungs.size(); step++) {
            PayFigures figures = line.at(rungs.get(step)).orElse(null);
            if (figures == null) {
                continue;
            }
            double x = Math.round((step + aside) * 100) / 100.0;
            Optional<Bounds> bounds = MedianInterval.of(figures.midpoints());
            Object low = bounds.<Object>map(own -> frame.pay(own.low())).orElse("-");
            Object high = bounds.<Object>map(own -> frame.pay(own.high())).orElse("-");
            series.value(
                    List.of(x, frame.pay(figures.median()), low, high, figures.n()),
                    GroupNames.of(rungs.get(step), frame.language()) + " (n = " + NumberFormats.count(figures.n())
                            + ")",
                    figures.isSmall() ? "#ffffff" : colour);
            if (bounds.isPresent()) {
                intervals.add(List.of(List.of(x, low), List.of(x, high)));
            }
        }
        return series.joined(intervals, colour, 1.5)
                .put("itemStyle", Series.ordered("color", colour, "borderColor", colour, "borderWidth", 2));
    }

    private static List<String> names(Frame frame, List<Rung> rungs) {
        return rungs.stream().map(rung -> GroupNames.of(rung, frame.language())).toList();
    }

    /** The median by group and step. */
    public static Option ladder(Frame frame, Ladder ladder) {
        List<Rung> rungs = ladder.rungs();
        List<PayFigures> groups = frame.data().comparable();
        Series cells =
                Series.of("heatmap", frame.say("中位数", "median")).label("inside", "{@[2]}" + frame.k() + "\nn = {@[3]}");
        for (int row = 0; row < groups.size(); row++) {
            Line line = ladder.of(groups.get(row).group()).orElse(null);
            for (int step = 0; line != null && step < rungs.size(); step++) {
                PayFigures figures = line.at(rungs.get(step)).orElse(null);
                if (figures != null) {
                    cells.value(List.of(step, row, frame.pay(figures.median()), figures.n()));
                }
            }
        }
        return Option.of(frame)
                .x(Axis.names(names(frame, rungs)))
                .y(Axis.names(groups.stream().map(frame::named).toList()).downwards())
                .add(cells)
                .payPieces(frame, 2);
    }
}
