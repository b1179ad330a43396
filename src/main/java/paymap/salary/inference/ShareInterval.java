package paymap.salary.inference;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** An interval of a share by Clopper and Pearson (1934): it holds the true share with at least the level, for any n. */
final class ShareInterval {

    private static final double TAIL = (1 - Bounds.LEVEL) / 2;

    private ShareInterval() {}

    /**
     * The interval at {@link Bounds#LEVEL}.
     *
     * @param count 0 to {@code n}
     * @param n at least 1
     * @return within 0 to 1
     */
    static Bounds of(long count, long n) {
        double low =
                count == 0 ? 0 : BetaDistribution.of(count, n - count + 1.0).inverseCumulativeProbability(TAIL);
        double high =
                count == n ? 1 : BetaDistribution.of(count + 1.0, n - count).inverseSurvivalProbability(TAIL);
        return new Bounds(low, high);
    }
}
