package paymap.salary.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import paymap.salary.Midpoints;

/**
 * Two groups of offers beside each other. The intervals are at {@link Bounds#LEVEL} and take the offers to be drawn
 * independently.
 *
 * @param difference median of the first group less that of the second, in the unit of the midpoints
 * @param differenceInterval its interval: the {@link MedianInterval}s of both at the level's square root, one less the
 *     other. It holds the true difference with at least the level, whatever the distributions and ties, and is wider
 *     than need be; null when a group has fewer than {@link #FEWEST_FOR_INTERVALS} offers
 * @param higher the probability, 0 to 1, that a random offer of the first group is strictly higher than a random one of
 *     the second
 * @param equal the probability that both are the same
 * @param lower the probability that the one of the first is strictly lower
 * @param higherInterval the interval of {@code higher}, within 0 to 1; it holds the true probability about as often as
 *     the level says. It is Wilson's for a share of as many draws as have the variance of DeLong, DeLong and
 *     Clarke-Pearson (1988), with the degrees of freedom of Brunner and Munzel (2000). For that variance each group is
 *     padded with half an offer below all and half a one above all, so that a few offers that happen to agree do not
 *     look sure. Null like {@code differenceInterval}
 */
public record Comparison(
        double difference,
        @Nullable Bounds differenceInterval,
        double higher,
        double equal,
        double lower,
        @Nullable Bounds higherInterval) {

    /** The fewest offers of each group for intervals; with 6, no two ranks reach the level's square root. */
    public static final int FEWEST_FOR_INTERVALS = 7;

    // Both intervals hold together with the product of their levels, as the groups are independent. Narrower ways, as
    // adding the half-widths in squares, fail on round figures: medians jump by whole steps there.
    private static final double LEVEL_OF_EACH = Math.sqrt(Bounds.LEVEL);

    /**
     * Compares two groups of the same basis.
     *
     * @return empty when a group has no offer
     */
    public static Optional<Comparison> of(Midpoints first, Midpoints second) {
        OptionalDouble median = first.quantile(0.5);
        OptionalDouble other = second.quantile(0.5);
        if (median.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Pairs pairs = new Pairs(first, second);
        return Optional.of(new Comparison(
                median.getAsDouble() - other.getAsDouble(),
                differenceInterval(first, second),
                pairs.higher(),
                pairs.same(),
                pairs.lower(),
                Math.min(first.n(), second.n()) < FEWEST_FOR_INTERVALS ? null : pairs.higherInterval()));
    }

    private static @Nullable Bounds differenceInterval(Midpoints first, Midpoints second) {
        Bounds of = MedianInterval.of(first, LEVEL_OF_EACH).orElse(null);
        Bounds other = MedianInterval.of(second, LEVEL_OF_EACH).orElse(null);
        return of == null || other == null ? null : new Bounds(of.low() - other.high(), of.high() - other.low());
    }
}
