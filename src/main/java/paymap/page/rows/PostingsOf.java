package paymap.page.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.figures.Group;
import paymap.salary.Basis;

/**
 * Which rows stand behind a mark of a picture or a cell of a table, among those that a filter means.
 *
 * @param group what they have in common; {@link Group#ALL} = nothing
 * @param told how they tell their pay; empty = in any way
 * @param midpoints where the midpoint of their pay lies; null = anywhere, or there is none
 */
public record PostingsOf(
        Group group, Set<PayTold> told, @Nullable Span midpoints) {

    /** Every row that the filter means. */
    public static final PostingsOf ALL = new PostingsOf(Group.ALL, Set.of(), null);

    public PostingsOf {
        told = Set.copyOf(told);
    }

    /**
     * From one amount to below another, in the unit of the basis.
     *
     * @param from itself included
     * @param below itself left out; {@link Double#POSITIVE_INFINITY} = no end
     */
    public record Span(double from, double below, Basis basis) {}
}
