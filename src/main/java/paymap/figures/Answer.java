package paymap.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.PayLines;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;
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

    /** The figures alone. */
    public static Answer of(PayLines store, Question question) {
        return PayTable.read(store, question, List.of()).answer();
    }

    /**
     * The figures, and beside them the means like for like: of groups of equal experience and education. Where both are what
     * groups are told apart by, nothing is left to be made alike.
     */
    public static Answer likeForLike(PayLines store, Question question) {
        List<Dimension> mix = PayTable.mix(question.by().dimensions());
        return mix.isEmpty()
                ? of(store, question)
                : PayTable.read(store, question, mix).likeForLike();
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
