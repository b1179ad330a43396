package paymap.cli.rows.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.Contrast;
import paymap.figures.PayFigures;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.Comparison;
import paymap.salary.inference.MedianInterval;
import paymap.words.Words;

/** Two groups beside each other: their figures, how they differ, and what may be said of it. */
public record ComparisonReport(Contrast contrast) {

    private static final String NOTHING = "-";

    // ---- for people ----

    /** @param columns that a line may take */
    public String text(int columns) {
        Table table = new Table(
                contrast.by().words(),
                Words.say("n"),
                Words.say("median"),
                Words.say("95%% interval"),
                Words.say("mean"),
                Words.say("like for like"));
        row(table, contrast.first());
        row(table, contrast.second());
        differences(table);
        return table.text(columns)
                + new ComparisonText(contrast)
                        .sentences().stream()
                                .map(sentence -> Table.prose(Table.safe(sentence), columns))
                                .collect(Collectors.joining());
    }

    private void row(Table table, PayFigures group) {
        String name = group.group().words();
        if (!group.isEnough()) {
            table.row(name, group.n(), NOTHING, NOTHING, NOTHING, NOTHING);
            return;
        }
        table.row(
                name,
                group.n(),
                Money.of(group.median()),
                MedianInterval.of(group.midpoints()).map(Money::of).orElse(NOTHING),
                Money.of(group.mean()),
                or(adjusted(group), Money::of));
    }

    private void differences(Table table) {
        Comparison comparison = contrast.comparison();
        if (comparison != null) {
            Bounds interval = comparison.differenceInterval();
            table.row(
                    Words.say("Difference"),
                    "",
                    Money.signed(comparison.difference()),
                    interval == null ? NOTHING : Money.signed(interval),
                    Money.signed(contrast.first().mean() - contrast.second().mean()),
                    or(adjustedDifference(), Money::signed));
        }
    }

    private static String or(@Nullable Double figure, Function<Double, String> words) {
        return figure == null ? NOTHING : words.apply(figure);
    }

    private @Nullable Double adjusted(PayFigures group) {
        return contrast.adjusted(group).map(Adjusted::mean).orElse(null);
    }

    private @Nullable Double adjustedDifference() {
        Double first = adjusted(contrast.first());
        Double second = adjusted(contrast.second());
        return first == null || second == null ? null : first - second;
    }

    // ---- for scripts ----

    /** What goes into an object beside the source of the figures. */
    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("compare", contrast.by().code());
        tree.put("groups", List.of(branch(contrast.first()), branch(contrast.second())));
        tree.put("in_both", contrast.shared());
        tree.put("verdict", contrast.verdict().code());
        tree.put("difference", difference());
        tree.put("probability", probability());
        LikeForLike<?, ?> alike = contrast.likeForLike();
        tree.put("cells", alike == null ? null : alike.cells().size());
        return tree;
    }

    private Map<String, @Nullable Object> branch(PayFigures group) {
        boolean isEnough = group.isEnough();
        Bounds median = isEnough ? MedianInterval.of(group.midpoints()).orElse(null) : null;
        Adjusted adjusted = contrast.adjusted(group).orElse(null);
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put(contrast.by().code(), group.group().value(contrast.by()));
        branch.put("n", group.n());
        branch.put("mean", isEnough ? Money.json(group.rows().mean()) : null);
        branch.put("p25", isEnough ? Money.json(group.rows().p25()) : null);
        branch.put("median", isEnough ? Money.json(group.rows().median()) : null);
        branch.put("p75", isEnough ? Money.json(group.rows().p75()) : null);
        branch.put("median_low", Money.low(median));
        branch.put("median_high", Money.high(median));
        branch.put("adjusted_mean", adjusted == null ? null : Money.json(adjusted.mean()));
        branch.put("adjusted_n", adjusted == null ? null : adjusted.rows());
        branch.put("adjusted_left_out", adjusted == null ? null : adjusted.leftOut());
        return branch;
    }

    private Map<String, @Nullable Object> difference() {
        Comparison comparison = contrast.comparison();
        Bounds interval = comparison == null ? null : comparison.differenceInterval();
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("median", comparison == null ? null : Money.json(comparison.difference()));
        branch.put("median_low", Money.low(interval));
        branch.put("median_high", Money.high(interval));
        branch.put(
                "mean",
                comparison == null
                        ? null
                        : Money.json(contrast.first().mean() - contrast.second().mean()));
        branch.put("adjusted_mean", Money.json(adjustedDifference()));
        return branch;
    }

    private Map<String, @Nullable Object> probability() {
        Comparison comparison = contrast.comparison();
        Bounds interval = comparison == null ? null : comparison.higherInterval();
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("higher", comparison == null ? null : Percent.json(comparison.higher()));
        branch.put("higher_low", interval == null ? null : Percent.json(interval.low()));
        branch.put("higher_high", interval == null ? null : Percent.json(interval.high()));
        branch.put("equal", comparison == null ? null : Percent.json(comparison.equal()));
        branch.put("lower", comparison == null ? null : Percent.json(comparison.lower()));
        return branch;
    }
}
