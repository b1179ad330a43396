package paymap.figures;

import java.util.Comparator;
import java.util.List;

/**
 * Which groups are shown, and how many more there are.
 *
 * @param groups in the order of the table
 * @param tooFew those with fewer rows in the mean than was asked for
 * @param more those that {@code --top} leaves out
 */
public record Shown(List<PayFigures> groups, LeftOut tooFew, LeftOut more) {

    private static final Comparator<PayFigures> MOST_ROWS_FIRST =
            Comparator.comparingLong(PayFigures::n).reversed().thenComparing(PayFigures.BY_GROUP);

    /**
     * Groups that are not shown.
     *
     * @param groups how many
     * @param rows of theirs, in the mean or not
     */
    public record LeftOut(long groups, long rows) {

        private static LeftOut of(List<PayFigures> left) {
            return new LeftOut(
                    left.size(),
                    left.stream().mapToLong(figures -> figures.rows().total()).sum());
        }

        /** Whether every group is shown. */
        public boolean isNone() {
            return groups == 0;
        }
    }

    public Shown {
        groups = List.copyOf(groups);
    }

    /** All of them, as a table shows them unless somebody asks for another order. */
    public static Shown all(Answer answer) {
        return of(answer.groups(), 0, 0, isOfMany(answer.question().by()));
    }

    /** Whether there can be so many groups that those with most rows are the ones to see. */
    public static boolean isOfMany(Grouping by) {
        return by.by().contains(Dimension.COMPANY) || by.by().contains(Dimension.DISTRICT);
    }

    /**
     * The groups with most rows in the mean.
     *
     * @param all in the order of {@link PayFigures#BY_GROUP}
     * @param top so many; 0 = all
     * @param minN only those with at least so many rows in the mean
     * @param byRows whether those with most rows come first; else they keep their order
     */
    public static Shown of(List<PayFigures> all, int top, long minN, boolean byRows) {
        List<PayFigures> large =
                all.stream().filter(figures -> figures.n() >= minN).toList();
        List<PayFigures> ranked = large.stream().sorted(MOST_ROWS_FIRST).toList();
        int shown = top == 0 ? ranked.size() : Math.min(top, ranked.size());
        List<PayFigures> kept = ranked.subList(0, shown);
        return new Shown(
                byRows ? kept : kept.stream().sorted(PayFigures.BY_GROUP).toList(),
                LeftOut.of(all.stream().filter(figures -> figures.n() < minN).toList()),
                LeftOut.of(ranked.subList(shown, ranked.size())));
    }
}
