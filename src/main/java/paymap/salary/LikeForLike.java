package paymap.salary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Means of groups as if all were made up alike, by direct standardisation: only cells that every group has count, say a
 * title with a length of experience, and each weighs the same in every group, namely by the share that its postings,
 * those of all groups together, have among the postings of all common cells. What differs then is pay, not the mix.
 *
 * @param <G> what a group is, such as a city
 * @param <C> what a cell is
 * @param groups each group in the order given
 * @param cells the common cells and the postings of all groups together in each, 1 or more; a cell's weight is its
 *     number by {@link #total()}. Empty when no cell is common to all groups
 */
public record LikeForLike<G, C>(Map<G, Adjusted> groups, Map<C, Long> cells) {

    /** The fewest postings that a group should have in a cell, for its mean there to be more than chance. */
    public static final int FEWEST_ROWS = 5;

    /**
     * One group.
     *
     * @param mean weighted mean of the cells' means, in the unit of the midpoints; computed exactly and rounded once;
     *     null when there is no common cell
     * @param rows postings it rests on, those in common cells
     * @param leftOut postings with a midpoint in other cells
     */
    public record Adjusted(@Nullable Double mean, long rows, long leftOut) {}

    /**
     * Standardises the groups. A group that shares no cell leaves nothing to any other, so those with few postings are
     * better not given.
     *
     * @param groups the midpoints of each group by cell, all of one basis; a cell may be missing
     * @param fewest the fewest postings that each group must have in a cell for it to be common, at least 1; see
     *     {@link #FEWEST_ROWS}
     * @throws IllegalArgumentException if {@code fewest} is below 1
     */
    public static <G, C> LikeForLike<G, C> of(Map<G, ? extends Map<C, Midpoints>> groups, long fewest) {
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest must be at least 1: " + fewest);
        }
        Map<C, Long> cells = common(groups.values(), fewest);
        long total = sum(cells.values());
        Map<G, Adjusted> adjusted = new LinkedHashMap<>();
        groups.forEach((group, midpoints) -> adjusted.put(group, adjusted(midpoints, cells, total)));
        return new LikeForLike<>(Collections.unmodifiableMap(adjusted), Collections.unmodifiableMap(cells));
    }

    private static <C> Map<C, Long> common(Collection<? extends Map<C, Midpoints>> groups, long fewest) {
        Map<C, Long> cells = new LinkedHashMap<>();
        groups.stream().limit(1).flatMap(group -> group.keySet().stream()).forEach(cell -> {
            if (groups.stream().allMatch(group -> rows(group, cell) >= fewest)) {
                cells.put(
                        cell,
                        sum(groups.stream().map(group -> rows(group, cell)).toList()));
            }
        });
        return cells;
    }

    private static <C> long rows(Map<C, Midpoints> group, C cell) {
        Midpoints midpoints = group.get(cell);
        return midpoints == null ? 0 : midpoints.n();
    }

    private static <C> Adjusted adjusted(Map<C, Midpoints> group, Map<C, Long> cells, long total) {
        long all = sum(group.values().stream().map(Midpoints::n).toList());
        long rows = sum(cells.keySet().stream().map(cell -> rows(group, cell)).toList());
        return new Adjusted(cells.isEmpty() ? null : mean(group, cells, total), rows, all - rows);
    }

    /** The sum of weight times mean as one fraction; cells with as many postings share a denominator. */
    private static <C> double mean(Map<C, Midpoints> group, Map<C, Long> cells, long total) {
        Map<Long, BigInteger> numerators = new TreeMap<>();
        group.forEach((cell, midpoints) -> {
            BigInteger weight = BigInteger.valueOf(cells.getOrDefault(cell, 0L));
            if (weight.signum() > 0) {
                numerators.merge(midpoints.n(), midpoints.sumOfUnits().multiply(weight), BigInteger::add);
            }
        });
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Map.Entry<Long, BigInteger> part : numerators.entrySet()) {
            BigInteger rows = BigInteger.valueOf(part.getKey());
            numerator = numerator.multiply(rows).add(part.getValue().multiply(denominator));
            denominator = denominator.multiply(rows);
        }
        BigDecimal unitsPerCny = BigDecimal.valueOf(Basis.UNITS_PER_CNY).multiply(BigDecimal.valueOf(total));
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator).multiply(unitsPerCny), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().reduce(0L, Math::addExact);
    }

    /** The postings of all groups together in the common cells. */
    public long total() {
        return sum(cells.values());
    }

    /**
     * The weight of a cell in every group, 0 to 1; those of all common cells add up to 1.
     *
     * @param cell one that is not common weighs 0
     */
    public double weight(C cell) {
        return (double) cells.getOrDefault(cell, 0L) / Math.max(1, total());
    }
}
