package paymap.chart.figures;

import java.util.Arrays;
import java.util.List;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints;
import paymap.salary.Midpoints.MidpointCount;

/**
 * Half-open bins {@code [a, b)} of 5,000 CNY a month, the last one open: 20.0k is in the bin from 20k, not below. For a week,
 * a day or an hour the same by the {@link PayUnit}.
 */
public final class Bins {

    /** CNY a month; every edge of a {@link PayBand} is an edge of a bin. */
    public static final int WIDTH = 5_000;

    /** The beginning of the last bin, which has no end. */
    public static final int OPEN_FROM = 60_000;

    /** How many bins there are, the open one included. */
    public static final int COUNT = OPEN_FROM / WIDTH + 1;

    private Bins() {}

    /** The bin that pay falls in, 0 to {@link #COUNT} - 1. */
    public static int of(double cnyPerMonth) {
        return cnyPerMonth >= OPEN_FROM ? COUNT - 1 : (int) (cnyPerMonth / WIDTH);
    }

    /**
     * The band whose colour a bin has.
     *
     * @param bin 0 to {@link #COUNT} - 1
     */
    public static PayBand band(int bin) {
        return PayBand.of(bin * WIDTH);
    }

    /** {@code 20–25k}, or {@code 60k+} for the open one. */
    public static String name(int bin, PayUnit unit) {
        double from = unit.of(bin * (double) WIDTH);
        return bin == COUNT - 1 ? unit.tick(from) + "+" : unit.range(from, from + unit.of(WIDTH));
    }

    /** How many postings are in each bin; they add up to {@code midpoints.n()}. */
    public static long[] counts(Midpoints midpoints, PayUnit unit) {
        long[] counts = new long[COUNT];
        midpoints.counts().forEach(line -> counts[unit.bin(line.midpoint())] += line.count());
        return counts;
    }

    /** How many postings are in each {@link PayBand}; they add up to {@code midpoints.n()}. */
    public static long[] bands(Midpoints midpoints, PayUnit unit) {
        long[] counts = new long[PayBand.values().length];
        midpoints.counts().forEach(line -> counts[unit.band(line.midpoint()).ordinal()] += line.count());
        return counts;
    }

    /** The largest share that a bin has in any of the cities, 0 to 1; 0 without cities. */
    public static double largestShare(List<PayFigures> cities, PayUnit unit) {
        return cities.stream()
                .mapToDouble(city ->
                        Arrays.stream(counts(city.midpoints(), unit)).max().orElse(0) / (double) city.n())
                .max()
                .orElse(0);
    }

    /** How many postings pay at least so much, of those lines. */
    public static long atLeast(List<MidpointCount> counts, double cnyPerMonth) {
        return counts.stream()
                .filter(line -> line.midpoint() >= cnyPerMonth)
                .mapToLong(MidpointCount::count)
                .sum();
    }
}
