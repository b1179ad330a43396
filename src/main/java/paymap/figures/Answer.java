package paymap.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;
import paymap.job.PayLines;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.Midpoints;
import paymap.words.Words;

/**
 * What the stored postings say to a question.
 *
 * @param groups in the order of {@link PayFigures#BY_GROUP}; empty = no row is as the question wants
 * @param likeForLike the groups that are no small samples, as if all asked for the same experience and education; null =
 *     nobody asked for it
 */
public record Answer(
        Question question,
        List<PayFigures> groups,
        @Nullable LikeForLike<Group, Group> likeForLike) {

    /** What pay hangs on beside what groups are told apart by, and what one group may ask for more often than another. */
    private static final List<Dimension> MIX = List.of(Dimension.EXPERIENCE, Dimension.EDUCATION);

    /** So many groups, as companies are, share no cell; looking would take longer than all other figures. */
    private static final int MOST_ALIKE = 1_000;

    /** The figures alone. */
    public static Answer of(PayLines store, Question question) {
        return new Answer(question, read(store, question, List.of()).figures(question.basis()), null);
    }

    /**
     * The figures, and beside them the means like for like: of groups of equal experience and education. Where both are what
     * groups are told apart by, nothing is left to be made alike.
     */
    public static Answer likeForLike(PayLines store, Question question) {
        if (mix(question.by().dimensions()).isEmpty()) {
            return of(store, question);
        }
        GroupedPay pay = read(store, question, mix(question.by().dimensions()));
        List<PayFigures> groups = pay.figures(question.basis());
        // A group of few rows shares few cells, and would take the others' away.
        Map<Group, Map<Group, Midpoints>> midpoints = new LinkedHashMap<>();
        List<PayFigures> solid =
                groups.stream().filter(figures -> !figures.isSmall()).toList();
        boolean hopeless = solid.size() > MOST_ALIKE;
        for (PayFigures figures : solid) {
            midpoints.put(figures.group(), hopeless ? Map.of() : pay.cells(figures.group(), question.basis()));
        }
        return new Answer(question, groups, LikeForLike.of(midpoints, LikeForLike.FEWEST_ROWS));
    }

    /** What rows of groups that are told apart by these things are told apart by beside them, to be compared like for like. */
    static List<Dimension> mix(List<Dimension> groups) {
        return MIX.stream().filter(dimension -> !groups.contains(dimension)).toList();
    }

    /**
     * The figures of all rows together, whatever the question groups them by.
     *
     * @return a single group, {@link Group#ALL}; none where no row is as the question wants
     * @throws IllegalArgumentException if the question is of several sites: their rows are never averaged together
     */
    public static List<PayFigures> together(PayLines store, Question question) {
        if (question.filters().size() > 1) {
            throw new IllegalArgumentException(Words.say("rows of two sites are never put together"));
        }
        GroupedPay pay = new GroupedPay();
        new PayReader(List.of(), List.of()).read(store, question.filter(), pay::add);
        return pay.figures(question.basis());
    }

    private static GroupedPay read(PayLines store, Question question, List<Dimension> cells) {
        GroupedPay pay = new GroupedPay();
        PayReader reader = new PayReader(question.by().dimensions(), cells);
        for (Filter filter : question.filters()) {
            reader.read(store, filter, pay::add);
        }
        return pay;
    }

    /** The means like for like where two can be compared; empty also where all rows are of one cell: then every mean is so. */
    public Optional<LikeForLike<Group, Group>> compared() {
        return Optional.ofNullable(likeForLike)
                .filter(means -> means.groups().size() > 1)
                .filter(means -> means.cells().size() != 1 || leftOut(means) > 0);
    }

    /** How many rows of the groups that are compared are in other cells than those that all of them have. */
    public static long leftOut(LikeForLike<Group, Group> means) {
        return means.groups().values().stream().mapToLong(Adjusted::leftOut).sum();
    }

    /** The mean like for like of a group; empty where nobody asked for it, or the group is small. */
    public Optional<Adjusted> adjusted(Group group) {
        return likeForLike == null
                ? Optional.empty()
                : Optional.ofNullable(likeForLike.groups().get(group));
    }
}
