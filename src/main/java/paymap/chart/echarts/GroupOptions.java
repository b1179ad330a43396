package paymap.chart.echarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import paymap.chart.figures.Bins;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Whiskers;
import paymap.chart.pictures.AtLeastPicture;
import paymap.chart.pictures.BandColours;
import paymap.chart.pictures.GroupColours;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/**
 * Options in which each group is a row, or a cell, or has columns. Groups too small to sum up are in none but that of boxes,
 * where their postings are.
 */
public final class GroupOptions {

    private static final List<Object> NO_BOX = List.of("-", "-", "-", "-", "-");

    private GroupOptions() {}

    private static List<String> names(Frame frame, List<PayFigures> groups) {
        return groups.stream().map(frame::named).toList();
    }

    /** Share by bin of pay, columns for each group; a reader chooses more than the largest in the legend. */
    public static Option distribution(Frame frame) {
        List<PayFigures> groups = frame.data().comparable();
        List<PayFigures> largest = AtLeastPicture.drawn(frame.data());
        List<String> colours =
                GroupColours.repeated(largest.stream().map(PayFigures::group).toList());
        Option option = Option.of(frame)
                .x(Axis.names(IntStream.range(0, Bins.COUNT)
                        .mapToObj(bin -> Bins.name(bin, frame.unit()))
                        .toList()))
                .y(Axis.shares(frame.say("职位比例", "share of postings")));
        List<String> unselected = new ArrayList<>();
        for (PayFigures group : groups) {
            Series bars = Series.bars(frame.named(group));
            if (largest.contains(group)) {
                bars.colour(colours.get(largest.indexOf(group)));
            } else {
                unselected.add(frame.named(group));
            }
            for (long count : Bins.counts(group.midpoints(), frame.unit())) {
                bars.value(Frame.percent(count / (double) group.n()));
            }
            option.add(bars);
        }
        return option.unselected(unselected);
    }

    /** Means as bars, medians as marks. */
    public static Option average(Frame frame) {
        List<PayFigures> groups = frame.data().comparable();
        Series means = Series.bars(frame.say("平均数", "mean")).label("right", "{c}" + frame.k());
        Series medians = Series.of("scatter", frame.say("中位数", "median"))
                .symbol("rect", List.of(3, 22))
                .colour("#22262e");
        for (int row = 0; row < groups.size(); row++) {
            PayFigures group = groups.get(row);
            String colour = BandColours.hex(frame.unit().band(group.mean()));
            means.value(frame.pay(group.mean()), frame.named(group), colour);
            medians.value(List.of(frame.pay(group.median()), row));
        }
        return Option.of(frame)
                .x(Axis.pay(frame))
                .y(Axis.names(names(frame, groups)).downwards())
                .add(means)
                .add(medians.put("z", 3));
    }

    /** Shares of the bands, one behind the other. */
    public static Option bands(Frame frame) {
        List<PayFigures> groups = frame.data().comparable();
        Option option = Option.of(frame)
                .x(Axis.shares(frame.say("职位比例", "share of postings")).max(100))
                .y(Axis.names(names(frame, groups)).downwards());
        for (PayBand band : PayBand.values()) {
            Series bars = Series.bars(frame.unit().name(band, frame.language()))
                    .stacked()
                    .colour(BandColours.hex(band));
            groups.forEach(group -> bars.value(
                    Frame.percent(Bins.bands(group.midpoints(), frame.unit())[band.ordinal()] / (double) group.n())));
            option.add(bars);
        }
        return option;
    }

    /** Boxes with Tukey's whiskers, means, and pay beyond the whiskers. */
    public static Option box(Frame frame) {
        List<PayFigures> groups = frame.data().shown();
        Series boxes = Series.of("boxplot", frame.say("盒：中间一半职位", "box: middle half"))
                .put("itemStyle", Series.ordered("color", "#f3f6fa", "borderColor", "#22262e"));
        Series means = Series.of("scatter", frame.say("平均数", "mean"))
                .symbol("diamond", 11)
                .hollow("#22262e");
        Series far = Series.of(
                        "scatter",
                        frame.say("须以外或样本太少时，有职位的薪资", "pay beyond the whiskers, or of too few postings for a box"))
                .symbol("circle", 5)
                .colour("#5b6270");
        for (int row = 0; row < groups.size(); row++) {
            PayFigures group = groups.get(row);
            Whiskers whiskers = Whiskers.of(group);
            boxes.value(group.isEnough() ? box(frame, group, whiskers) : NO_BOX);
            if (group.isEnough()) {
                means.value(List.of(frame.pay(group.mean()), row));
            }
            for (MidpointCount line : group.midpoints().counts()) {
                if (whiskers.isOutside(line.midpoint()) || !group.isEnough()) {
                    far.value(List.of(frame.pay(line.midpoint()), row, line.count()));
                }
            }
        }
        return Option.of(frame)
                .x(Axis.pay(frame))
                .y(Axis.names(names(frame, groups)).downwards())
                .add(boxes.put("layout", "horizontal"))
                .add(means.put("z", 3))
                .add(far);
    }

    private static List<Object> box(Frame frame, PayFigures group, Whiskers whiskers) {
        return List.of(
                frame.pay(whiskers.low()),
                frame.pay(group.quantile(0.25)),
                frame.pay(group.median()),
                frame.pay(group.quantile(0.75)),
                frame.pay(whiskers.high()));
    }

    /** Boxes of pay by the day. */
    public static Option daily(Frame frame) {
        return box(frame.daily());
    }

    /** Share by group and band. */
    public static Option heat(Frame frame) {
        List<PayFigures> groups = frame.data().comparable();
        List<String> bands = Arrays.stream(PayBand.values())
                .map(band -> frame.unit().name(band, frame.language()))
                .toList();
        Series cells =
                Series.of("heatmap", frame.say("职位比例", "share of postings")).label("inside", "{@[2]}%");
        double max = 1;
        for (int row = 0; row < groups.size(); row++) {
            long[] counts = Bins.bands(groups.get(row).midpoints(), frame.unit());
            for (int band = 0; band < counts.length; band++) {
                double share = Math.round(counts[band] * 100.0 / groups.get(row).n());
                cells.value(new ArrayList<>(List.of(band, row, share)));
                max = Math.max(max, share);
            }
        }
        return Option.of(frame)
                .x(Axis.names(bands))
                .y(Axis.names(names(frame, groups)).downwards())
                .add(cells)
                .shades(2, max, List.of("#f3f6fa", "#b9d0e6", "#6fa3cc", "#2f6ea6", "#153f70"));
    }

    /** Raw and like for like, joined. */
    public static Option likeForLike(Frame frame) {
        List<PayFigures> groups = frame.data().comparable().stream()
                .filter(group -> frame.data().details().adjusted(group.group()).isPresent())
                .toList();
        Series raw = Series.of("scatter", frame.say("直接平均", "raw mean"))
                .symbol("circle", 13)
                .hollow("#22262e");
        Series alike = Series.of("scatter", frame.say("同口径的平均", "mean like for like"))
                .symbol("circle", 13)
                .colour("#0072b2");
        List<List<List<Object>>> lines = new ArrayList<>();
        for (int row = 0; row < groups.size(); row++) {
            PayFigures group = groups.get(row);
            Double mean =
                    frame.data().details().adjusted(group.group()).orElseThrow().mean();
            double from = frame.pay(group.mean());
            double to = frame.pay(mean == null ? group.mean() : mean);
            raw.value(List.of(from, row));
            alike.value(List.of(to, row));
            lines.add(List.of(List.of(from, row), List.of(to, row)));
        }
        return Option.of(frame)
                .x(Axis.pay(frame))
                .y(Axis.names(names(frame, groups)).downwards())
                .add(raw.joined(lines, "#5b6270", 2))
                .add(alike);
    }
}
