package paymap.salary.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import paymap.salary.Midpoints;
import paymap.salary.Midpoints.MidpointCount;

/**
 * Where one's own pay stands among the midpoints of a group of offers.
 *
 * @param below offers with a lower midpoint, 0 or more
 * @param equal offers whose midpoint is the same
 * @param above offers with a higher midpoint
 */
public record Standing(long below, long equal, long above) {

    /**
     * Counts the offers on each side.
     *
     * @param midpoints may be empty
     * @param pay one's own pay in the unit of the midpoints, above 0
     * @throws IllegalArgumentException if the pay is not a number above 0
     */
    public static Standing of(Midpoints midpoints, double pay) {
        if (!(pay > 0 && Double.isFinite(pay))) {
            throw new IllegalArgumentException("The pay must be above 0 CNY: " + pay);
        }
        long below = 0;
        long equal = 0;
        for (MidpointCount line : midpoints.counts()) {
            below += line.midpoint() < pay ? line.count() : 0;
            equal += line.midpoint() == pay ? line.count() : 0;
        }
        return new Standing(below, equal, midpoints.n() - below - equal);
    }

    /** How many offers there are, 0 or more. */
    public long n() {
        return below + equal + above;
    }

    /** The share of offers that are strictly below, 0 to 1: "higher than X % of n offers"; empty when there is none. */
    public OptionalDouble shareBelow() {
        return share(below);
    }

    /** The share of offers that are strictly above, 0 to 1; empty when there is none. */
    public OptionalDouble shareAbove() {
        return share(above);
    }

    /**
     * The interval of {@link #shareBelow()} by Clopper and Pearson at {@link Bounds#LEVEL}, within 0 to 1: offers are
     * taken to be drawn independently; the true share lies in it with at least the level.
     *
     * @return empty when there is no offer
     */
    public Optional<Bounds> shareBelowInterval() {
        return interval(below);
    }

    /** The interval of {@link #shareAbove()}, likewise. */
    public Optional<Bounds> shareAboveInterval() {
        return interval(above);
    }

    private OptionalDouble share(long count) {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / n());
    }

    private Optional<Bounds> interval(long count) {
        return n() == 0 ? Optional.empty() : Optional.of(ShareInterval.of(count, n()));
    }
}
