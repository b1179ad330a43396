package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paymap.chart.figures.Ladder.Line;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.job.ladder.Rung;
import paymap.salary.LikeForLike.Adjusted;

/**
 * What the pictures of ladders and of like for like show, one sentence each. As in {@link Findings}, small samples stand in
 * none.
 *
 * @param words of which data and in which language
 */
public record LadderFindings(Wording words) {

    /** One cell of a ladder. */
    private record Cell(Line line, Rung step, PayFigures figures) {}

    /** How the median goes from the lowest to the highest step: most and least among the groups that have both. */
    public String climb(Ladder ladder) {
        List<Line> lines = ladder.lines();
        List<Rung> common = ladder.rungs().stream()
                .filter(rung ->
                        lines.stream().allMatch(line -> solid(line, rung).isPresent()))
                .toList();
        if (lines.size() > 1 && common.size() > 1) {
            Rung low = common.get(0);
            Rung high = common.get(common.size() - 1);
            Comparator<Line> order = Comparator.comparingDouble(line -> median(line, high) - median(line, low));
            Line most = lines.stream().max(order).orElseThrow();
            Line least = lines.stream().min(order).orElseThrow();
            return words.say(
                    "从" + name(low) + "到" + name(high) + "，中位数升得最多的是" + climbed(most, low, high) + "，最少的是"
                            + climbed(least, low, high) + "。",
                    "From " + name(low) + " to " + name(high) + " the median moves most " + in(most)
                            + climbed(most, low, high) + "; least " + in(least) + climbed(least, low, high) + ".");
        }
        return lines.stream()
                .max(Comparator.comparingLong(Line::n))
                .flatMap(line -> ofOne(ladder, line))
                .orElseGet(this::small);
    }

    private Optional<String> ofOne(Ladder ladder, Line line) {
        List<Rung> steps = ladder.rungs().stream()
                .filter(rung -> solid(line, rung).isPresent())
                .toList();
        if (steps.size() < 2) {
            return Optional.empty();
        }
        Rung low = steps.get(0);
        Rung high = steps.get(steps.size() - 1);
        return Optional.of(words.say(
                words.name(line.group()) + "的中位数：" + name(low) + " " + k(median(line, low)) + "，" + name(high) + " "
                        + k(median(line, high)) + "。",
                "Median of " + words.name(line.group()) + ": " + k(median(line, low)) + " for " + name(low) + ", "
                        + k(median(line, high)) + " for " + name(high) + "."));
    }

    private String climbed(Line line, Rung low, Rung high) {
        return words.say(
                words.name(line.group()) + "（" + words.unit().change(median(line, low), median(line, high)) + "）",
                words.name(line.group()) + ", " + words.unit().change(median(line, low), median(line, high)));
    }

    /** The cell that pays most and the one that pays least. */
    public String ends(Ladder ladder) {
        List<Cell> cells = new ArrayList<>();
        for (Line line : ladder.lines()) {
            ladder.rungs()
                    .forEach(rung -> solid(line, rung).ifPresent(there -> cells.add(new Cell(line, rung, there))));
        }
        if (cells.size() < 2) {
            return small();
        }
        Comparator<Cell> order = Comparator.comparingDouble(cell -> cell.figures.median());
        return words.say("中位数最高的一格：", "Highest median: ")
                + told(cells.stream().max(order).orElseThrow())
                + words.say("；最低的一格：", "; lowest: ")
                + told(cells.stream().min(order).orElseThrow())
                + words.say("。", ".");
    }

    private String told(Cell cell) {
        return words.name(cell.line.group())
                + words.say("，", ", ")
                + name(cell.step)
                + words.say(" ", ", ")
                + k(cell.figures.median())
                + words.say("（n = ", " (n = ")
                + NumberFormats.count(cell.figures.n())
                + words.say("）", ")");
    }

    /** By how much the best paid group is above the worst paid one, raw and like for like. */
    public String likeForLike() {
        Map<Group, Adjusted> adjusted = words.data().details().adjusted();
        List<PayFigures> groups = words.data().solid().stream()
                .filter(city -> adjusted.containsKey(city.group()))
                .toList();
        if (groups.size() < 2) {
            return small();
        }
        PayFigures first = groups.get(0);
        PayFigures last = groups.get(groups.size() - 1);
        double alike = mean(adjusted, first) / mean(adjusted, last) - 1;
        String raw = NumberFormats.percent(first.mean() / last.mean() - 1);
        String size = NumberFormats.percent(Math.abs(alike));
        return words.say(
                "直接比较，" + words.name(first) + "比" + words.name(last) + "高 " + raw + "；同等经验学历构成下，"
                        + (alike < 0 ? "低 " : "高 ") + size + "。",
                "Raw, the mean of " + words.name(first) + " is " + raw + " above that of " + words.name(last)
                        + "; like for like it is " + size + (alike < 0 ? " below." : " above."));
    }

    private static double mean(Map<Group, Adjusted> adjusted, PayFigures city) {
        Adjusted own = adjusted.get(city.group());
        Double mean = own == null ? null : own.mean();
        return mean == null ? city.mean() : mean;
    }

    /** How many postings stand on no step; empty where none do. */
    public String beside(Ladder ladder) {
        long beside = ladder.lines().stream().mapToLong(Line::beside).sum();
        if (beside == 0) {
            return "";
        }
        boolean experience = ladder.dimension() == Dimension.EXPERIENCE;
        String count = NumberFormats.count(beside);
        return words.say(
                "不在阶梯上的职位（" + (experience ? "经验" : "学历") + "不限、未注明或无法读取）：" + count + " 个。",
                "On no step, as any " + ladder.dimension().code() + " will do, or none is stated or readable: " + count
                        + (beside == 1 ? " posting." : " postings."));
    }

    private static Optional<PayFigures> solid(Line line, Rung step) {
        return line.at(step).filter(figures -> !figures.isSmall());
    }

    private static double median(Line line, Rung step) {
        return line.at(step).map(PayFigures::median).orElse(0.0);
    }

    private String in(Line line) {
        return line.group().members().isEmpty() ? "for " : words.noun().in() + " ";
    }

    private String name(Rung step) {
        return GroupNames.of(step, words.language());
    }

    private String small() {
        return words.say(
                "没有两格达到 " + PayFigures.PLENTY + " 个职位，样本太小，不能下结论。",
                "No two cells have " + PayFigures.PLENTY + " postings: too small a sample to conclude anything.");
    }

    private String k(double cny) {
        return words.unit().k(cny);
    }
}
