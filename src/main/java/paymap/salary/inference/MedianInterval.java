package paymap.salary.inference;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import paymap.salary.Midpoints;

/**
 * An interval of the median of all offers that those at hand were drawn from, by order statistics: from the d-th lowest
 * to the d-th highest midpoint. How many of n offers lie below the median is binomial with p = 1/2 at most, whatever the
 * distribution and however many midpoints are equal, so the interval holds the median with at least the level; how much
 * more, the whole ranks decide. The one assumption is that offers are drawn independently.
 */
public final class MedianInterval {

    private MedianInterval() {}

    /**
     * The interval at {@link Bounds#LEVEL}, in the unit of the midpoints.
     *
     * @return empty for fewer than 6 offers: even the lowest and the highest of 5 hold the median in 94 of 100 cases only
     */
    public static Optional<Bounds> of(Midpoints midpoints) {
        return of(midpoints, Bounds.LEVEL);
    }

    /**
     * The interval at another level.
     *
     * @param level above 0 and below 1
     * @return empty when no two ranks reach the level
     */
    static Optional<Bounds> of(Midpoints midpoints, double level) {
        long rank = rank(midpoints.n(), level);
        return rank == 0
                ? Optional.empty()
                : Optional.of(new Bounds(midpoints.at(rank - 1), midpoints.at(midpoints.n() - rank)));
    }

    /**
     * The largest d with P(X &lt; d) at most half of what the level leaves, X being binomial of n and 1/2.
     *
     * @return 1 to (n + 1) / 2, or 0 when there is none
     */
    static long rank(long n, double level) {
        double tail = (1 - level) / 2;
        return n <= Integer.MAX_VALUE ? exactRank((int) n, tail) : Math.max(0, nearRank(n, tail));
    }

    private static int exactRank(int n, double tail) {
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        int rank = below.inverseCumulativeProbability(tail); // P(X < rank) < tail <= P(X <= rank)
        return below.cumulativeProbability(rank) <= tail ? rank + 1 : rank;
    }

    /** For more offers than the library counts: the normal law, here right to a fraction of a rank, and one rank wider. */
    private static long nearRank(long n, double tail) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        return (long) Math.floor((n + 1 - z * Math.sqrt(n)) / 2) - 1;
    }
}
