package paymap.salary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How pay changed from one time to another within cells, such as a city with a title, so that a new mix of postings
 * alone changes nothing. As in Indeed's Wage Tracker (Adrjan and Lydon, "What do wages in online job postings tell us
 * about wage growth?") the median of a cell is compared with the median of the same cell, and the figure is the median
 * of all cells' changes, in which each cell counts once however many postings it has.
 *
 * @param change the median of the changes in the unit of the midpoints; null when no cell is in both
 * @param percent the median of the changes in percent of the cell's earlier median, which another cell may have brought
 *     than {@code change}; null likewise
 * @param cells in both, with enough postings each time
 * @param rowsBefore postings that the earlier medians rest on
 * @param rowsAfter postings that the later medians rest on
 */
public record MedianOfChanges(
        @Nullable Double change, @Nullable Double percent, int cells, long rowsBefore, long rowsAfter) {

    /**
     * Compares the cells that are in both.
     *
     * @param before the earlier midpoints by cell, of the same basis as the later
     * @param fewest the fewest postings that a cell must have at each time, at least 1; see
     *     {@link LikeForLike#FEWEST_ROWS}
     * @throws IllegalArgumentException if {@code fewest} is below 1
     */
    public static <C> MedianOfChanges of(Map<C, Midpoints> before, Map<C, Midpoints> after, long fewest) {
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest must be at least 1: " + fewest);
        }
        List<Pair> pairs = new ArrayList<>();
        before.forEach((cell, earlier) -> {
            Midpoints later = after.get(cell);
            if (later != null && Math.min(earlier.n(), later.n()) >= fewest) {
                pairs.add(new Pair(earlier, later));
            }
        });
        return new MedianOfChanges(
                median(pairs, (earlier, later) -> later - earlier),
                median(pairs, (earlier, later) -> 100 * (later - earlier) / earlier),
                pairs.size(),
                pairs.stream().map(pair -> pair.before().n()).reduce(0L, Math::addExact),
                pairs.stream().map(pair -> pair.after().n()).reduce(0L, Math::addExact));
    }

    private static @Nullable Double median(List<Pair> pairs, DoubleBinaryOperator change) {
        double[] changes = pairs.stream()
                .mapToDouble(pair -> change.applyAsDouble(median(pair.before()), median(pair.after())))
                .sorted()
                .toArray();
        int middle = changes.length / 2;
        if (changes.length == 0) {
            return null;
        }
        return changes.length % 2 == 1 ? changes[middle] : (changes[middle - 1] + changes[middle]) / 2;
    }

    private static double median(Midpoints midpoints) {
        return midpoints.quantile(0.5).orElseThrow();
    }

    private record Pair(Midpoints before, Midpoints after) {}
}
