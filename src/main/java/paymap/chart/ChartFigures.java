package paymap.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Details;
import paymap.chart.figures.Ladder;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.figures.PayTable;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RunPay;
import paymap.job.PayLines;
import paymap.salary.Basis;

/** Reads what pictures need: the groups, and for some pictures the same rows told apart by more. */
public final class ChartFigures {

    private final PayLines store;
    private final Function<Filter, List<RunPay>> history;
    private final PaySource source;
    private final Question question;
    private final Dimension by;
    private final Set<ChartKind> only;

    private ChartFigures(
            PayLines store, Function<Filter, List<RunPay>> history, PaySource source, Set<ChartKind> only) {
        this.store = store;
        this.history = history;
        this.source = source;
        this.question = source.question();
        this.by = question.by().by().get(0);
        this.only = only;
    }

    /**
     * Reads them.
     *
     * @param history the frequency tables of the runs, as the store has them; asked only where a picture needs it
     * @param source whose question groups by one thing
     * @param only the pictures asked for, empty = any: what others need is not read
     * @return empty = no row is as the question wants
     */
    public static Optional<ChartData> read(
            PayLines store, Function<Filter, List<RunPay>> history, PaySource source, Set<ChartKind> only) {
        return new ChartFigures(store, history, source, only).read();
    }

    private Optional<ChartData> read() {
        PayTable table = PayTable.read(store, question, more());
        List<PayFigures> groups = table.groups(question.basis());
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Ladder experience = ladder(Dimension.EXPERIENCE, groups, table);
        Ladder education = ladder(Dimension.EDUCATION, groups, table);
        var likeForLike =
                isWanted(ChartKind.LIKE_FOR_LIKE) ? table.likeForLike().likeForLike() : null;
        return Optional.of(ChartData.of(source, groups, history())
                .with(new Details(experience, education, likeForLike, dayRates(table))));
    }

    private boolean isWanted(ChartKind... kinds) {
        return only.isEmpty() || Stream.of(kinds).anyMatch(only::contains);
    }

    /** What the pictures tell groups apart by beside what they are groups of. */
    private List<Dimension> more() {
        return PayTable.mix(List.of(by)).stream()
                .filter(steps -> isWanted(ChartKind.LIKE_FOR_LIKE, ChartKind.LADDER, kind(steps)))
                .toList();
    }

    private static ChartKind kind(Dimension steps) {
        return steps == Dimension.EXPERIENCE ? ChartKind.EXPERIENCE : ChartKind.EDUCATION;
    }

    /** By its own steps the groups are its steps already. */
    private Ladder ladder(Dimension steps, List<PayFigures> groups, PayTable table) {
        if (by == steps) {
            return Ladder.of(steps, groups);
        }
        return Ladder.of(steps, isWanted(ChartKind.LADDER, kind(steps)) ? table.groups(steps) : List.of());
    }

    /** Of cities alone, by the month: runs are kept in no other way. */
    private List<RunPay> history() {
        return by == Dimension.CITY && question.basis() == Basis.MONTH && isWanted(ChartKind.TREND)
                ? history.apply(question.filter())
                : List.of();
    }

    /** None where pay has bounds, which are of a month. */
    private @Nullable ChartData dayRates(PayTable table) {
        boolean bounds = question.filter().conditions().pay() != null;
        if (bounds || question.basis() == Basis.DAY || !isWanted(ChartKind.DAY_RATES)) {
            return null;
        }
        Question daily = new Question(question.by(), Basis.DAY, question.filters());
        List<PayFigures> groups =
                table.groups(Basis.DAY).stream().filter(group -> group.n() > 0).toList();
        return groups.stream().mapToLong(PayFigures::n).sum() < PayFigures.ENOUGH
                ? null
                : ChartData.of(
                        new PaySource(daily, source.madeUp(), source.keywords(), source.collected()),
                        groups,
                        List.of());
    }
}
