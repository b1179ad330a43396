package paymap.salary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The midpoints of a group of postings, sorted, in CNY a month, or a week, a day or an hour as their {@link Basis} says.
 *
 * <p>Sums and quantiles are computed exactly and rounded once, so they do not depend on the order of the input. The
 * memory needed grows with the number of different midpoints, not with the number of postings. Immutable.
 */
public final class Midpoints {

    /** Different midpoints in ascending order, in 1/24 CNY. */
    private final long[] units;

    /** How many postings have the midpoint at this index or a lower one. */
    private final long[] upTo;

    private Midpoints(SortedMap<Long, Long> counts) {
        units = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        upTo = runningTotals(counts.values());
    }

    private static long[] runningTotals(Collection<Long> counts) {
        long[] totals = new long[counts.size()];
        long total = 0;
        int index = 0;
        for (long count : counts) {
            total = Math.addExact(total, count);
            totals[index++] = total;
        }
        return totals;
    }

    /** Collects the midpoints by {@link Basis#MONTH}; see {@link #of(Iterable, Basis)}. */
    public static Midpoints of(Iterable<PayCount> counts) {
        return of(counts, Basis.MONTH);
    }

    /**
     * Collects the midpoints of a frequency table; postings without one (see
     * {@link SalaryStatistics#midpoint(Salary, Basis)}) are left out.
     *
     * @param counts read once; the same pay may come in several lines
     * @throws ArithmeticException if the counts add up to more than a long holds
     */
    public static Midpoints of(Iterable<PayCount> counts, Basis basis) {
        Collector collector = new Collector(basis);
        counts.forEach(collector::add);
        return collector.midpoints();
    }

    /** See {@link SalaryStatistics#midpoint(Salary, Basis)}. */
    static OptionalDouble midpoint(Salary salary, Basis basis) {
        OptionalLong units = basis.units(salary);
        return units.isPresent() ? OptionalDouble.of(cny(units.getAsLong())) : OptionalDouble.empty();
    }

    /** How many postings have a midpoint, 0 or more. */
    public long n() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** The mean in CNY; empty when there is no posting. */
    public OptionalDouble mean() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(cny(new BigDecimal(sumOfUnits()), n()));
    }

    /** The sum of all midpoints in 1/24 CNY, exact. */
    BigInteger sumOfUnits() {
        return IntStream.range(0, units.length)
                .mapToObj(i -> BigInteger.valueOf(units[i]).multiply(BigInteger.valueOf(countAt(i))))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * A quantile in CNY by R's type 7, the rule of SQL's PERCENTILE_CONT: linear between the two neighbours of
     * rank 1 + (n - 1) p.
     *
     * @param p 0 (the lowest) to 1 (the highest), taken as the decimal number it prints as: 0.1 is one tenth
     * @return empty when there is no posting
     * @throws IllegalArgumentException if p is not in 0..1
     */
    public OptionalDouble quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be 0 to 1: " + p);
        }
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(quantile(BigDecimal.valueOf(p)));
    }

    private double quantile(BigDecimal p) {
        BigDecimal position = p.multiply(BigDecimal.valueOf(n() - 1));
        long below = position.toBigInteger().longValueExact();
        BigDecimal share = position.subtract(BigDecimal.valueOf(below));
        long lower = unitsAt(below);
        long upper = unitsAt(Math.min(below + 1, n() - 1));
        return cny(BigDecimal.valueOf(lower).add(share.multiply(BigDecimal.valueOf(upper - lower))), 1);
    }

    /**
     * The midpoint in CNY of the posting at a place, were all postings laid out in ascending order.
     *
     * @param place 0 (the lowest) to n - 1
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public double at(long place) {
        return cny(unitsAt(Objects.checkIndex(place, n())));
    }

    private long unitsAt(long place) {
        int found = Arrays.binarySearch(upTo, place + 1);
        return units[found >= 0 ? found : -found - 1];
    }

    private long countAt(int index) {
        return index == 0 ? upTo[0] : upTo[index] - upTo[index - 1];
    }

    // Units are below 2^37, so different ones stay different numbers, in the same order.
    private static double cny(long units) {
        return (double) units / Basis.UNITS_PER_CNY;
    }

    private static double cny(BigDecimal units, long divisor) {
        BigDecimal unitsPerResult = BigDecimal.valueOf(divisor).multiply(BigDecimal.valueOf(Basis.UNITS_PER_CNY));
        return units.divide(unitsPerResult, MathContext.DECIMAL128).doubleValue();
    }

    /** The different midpoints in ascending order, each with its number of postings; empty when there is none. */
    public List<MidpointCount> counts() {
        return IntStream.range(0, units.length)
                .mapToObj(i -> new MidpointCount(cny(units[i]), countAt(i)))
                .toList();
    }

    /**
     * One midpoint and its postings.
     *
     * @param midpoint in CNY, above 0
     * @param count how many postings have it, at least 1
     */
    public record MidpointCount(double midpoint, long count) {}

    /** Gathers midpoints line by line, so that a table can be read once for several purposes. */
    static final class Collector {

        private final SortedMap<Long, Long> counts = new TreeMap<>();
        private final Basis basis;

        Collector(Basis basis) {
            this.basis = basis;
        }

        void add(PayCount line) {
            basis.units(line.salary()).ifPresent(midpoint -> counts.merge(midpoint, line.count(), Math::addExact));
        }

        Midpoints midpoints() {
            return new Midpoints(counts);
        }
    }
}
