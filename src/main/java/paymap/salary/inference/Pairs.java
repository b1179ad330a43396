package paymap.salary.inference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.distribution.TDistribution;
import paymap.salary.Midpoints;
import paymap.salary.Midpoints.MidpointCount;

/** Every offer of one group beside every offer of another; the work grows with different midpoints, not with offers. */
final class Pairs {

    /** Offers of one group with the same midpoint, and how many of the other group are lower, and are the same. */
    private record Place(long count, long lower, long same) {}

    private static final double HALF = 0.5;

    private final List<Place> first;
    private final List<Place> second;
    private final long nFirst;
    private final long nSecond;

    /** Both groups must have an offer. */
    Pairs(Midpoints first, Midpoints second) {
        this.first = places(first, second);
        this.second = places(second, first);
        nFirst = first.n();
        nSecond = second.n();
    }

    private static List<Place> places(Midpoints of, Midpoints among) {
        List<MidpointCount> others = among.counts();
        List<Place> places = new ArrayList<>();
        int next = 0;
        long lower = 0;
        for (MidpointCount own : of.counts()) {
            while (next < others.size() && others.get(next).midpoint() < own.midpoint()) {
                lower += others.get(next++).count();
            }
            boolean isSame = next < others.size() && others.get(next).midpoint() == own.midpoint();
            places.add(new Place(own.count(), lower, isSame ? others.get(next).count() : 0));
        }
        return places;
    }

    /** The share of pairs whose offer of the first group is strictly higher; rounded once. */
    double higher() {
        return share(first, Place::lower);
    }

    /** The share of pairs with the same midpoint; rounded once. */
    double same() {
        return share(first, Place::same);
    }

    /** The share of pairs whose offer of the second group is strictly higher; rounded once. */
    double lower() {
        return share(second, Place::lower);
    }

    private double share(List<Place> places, ToLongFunction<Place> favourable) {
        BigInteger pairs = places.stream()
                .map(place ->
                        BigInteger.valueOf(place.count()).multiply(BigInteger.valueOf(favourable.applyAsLong(place))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger all = BigInteger.valueOf(nFirst).multiply(BigInteger.valueOf(nSecond));
        return new BigDecimal(pairs)
                .divide(new BigDecimal(all), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * The interval of {@link #higher()}, see {@link Comparison}.
     *
     * @return within 0 to 1, {@code higher()} in it
     */
    Bounds higherInterval() {
        double higher = higher();
        double padded = padded(higher);
        double ofFirst = variance(first, Place::lower, padded, nFirst, nSecond);
        double ofSecond = variance(second, place -> nFirst - place.lower() - place.same(), padded, nSecond, nFirst);
        double variance = ofFirst + ofSecond;
        double freedom = variance * variance / (ofFirst * ofFirst / nFirst + ofSecond * ofSecond / nSecond);
        double t = TDistribution.of(freedom).inverseSurvivalProbability((1 - Bounds.LEVEL) / 2);
        return wilson(higher, padded * (1 - padded) / variance, t);
    }

    /** The share of pairs with the padding: half an offer below all and half a one above all in each group. */
    private double padded(double higher) {
        double pairs = higher * nFirst * nSecond + HALF * nFirst + HALF * nSecond + HALF;
        return pairs / (nFirst + 1.0) / (nSecond + 1.0);
    }

    /** The part of a padded group in the variance of the share of pairs. */
    private static double variance(
            List<Place> places, ToLongFunction<Place> favourable, double mean, long n, long others) {
        double outermost = HALF * HALF / (others + 1.0);
        double squares = HALF * (Math.pow(outermost - mean, 2) + Math.pow(1 - outermost - mean, 2));
        for (Place place : places) {
            double share = (favourable.applyAsLong(place) + HALF) / (others + 1.0);
            squares += place.count() * Math.pow(share - mean, 2);
        }
        return squares / n / (n + 1.0);
    }

    /** Wilson's interval of a share of n. */
    private static Bounds wilson(double share, double n, double t) {
        double z = t * t / n;
        double middle = (share + z / 2) / (1 + z);
        double reach = Math.sqrt(z * share * (1 - share) + z * z / 4) / (1 + z);
        return new Bounds(Math.max(0, Math.min(share, middle - reach)), Math.min(1, Math.max(share, middle + reach)));
    }
}
