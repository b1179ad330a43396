package paymap.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.job.JobStore.Filter;
import paymap.job.PayLines;
import paymap.salary.Basis;
import paymap.salary.LikeForLike;
import paymap.salary.Midpoints;

/**
 * The rows that a question is about, read once: the answer, and figures of the same rows told apart by more or averaged
 * otherwise. To read a million rows for each of these takes a second each time.
 */
public final class PayTable {

    /** What pay hangs on beside what groups are told apart by, and what one group may ask for more often than another. */
    private static final List<Dimension> MIX = List.of(Dimension.EXPERIENCE, Dimension.EDUCATION);

    /** So many groups, as companies are, share no cell; looking would take longer than all other figures. */
    private static final int MOST_ALIKE = 1_000;

    private final Question question;
    private final GroupedPay pay = new GroupedPay();

    private PayTable(Question question) {
        this.question = question;
    }

    /**
     * Reads the rows.
     *
     * @param more what groups can be told apart by later beside what the question says; all of {@link #mix} where they are to be
     *     made alike; nothing else than what is in it
     */
    public static PayTable read(PayLines store, Question question, List<Dimension> more) {
        PayTable table = new PayTable(question);
        PayReader reader = new PayReader(question.by().dimensions(), more);
        for (Filter filter : question.filters()) {
            reader.read(store, filter, table.pay::add);
        }
        return table;
    }

    /** What rows of groups that are told apart by these things are told apart by beside them, to be compared like for like. */
    public static List<Dimension> mix(List<Dimension> groups) {
        return MIX.stream().filter(dimension -> !groups.contains(dimension)).toList();
    }

    /** The figures alone. */
    public Answer answer() {
        return new Answer(question, groups(question.basis()), null);
    }

    /** The figures of the groups by this basis, in the order of {@link PayFigures#BY_GROUP}. */
    public List<PayFigures> groups(Basis basis) {
        return pay.figures(basis);
    }

    /** The figures of groups that are told apart by one thing more, in the same order. */
    public List<PayFigures> groups(Dimension more) {
        return pay.apart(more).figures(question.basis());
    }

    /** The figures, and beside them the means like for like: of groups of equal experience and education. */
    public Answer likeForLike() {
        List<PayFigures> groups = groups(question.basis());
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
}
