package paymap.salary;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;

/**
 * The figures of one group of postings: midpoints before tax, in CNY a month, or a week, a day or an hour as the
 * {@link Basis} says. Every posting is either in the mean or in exactly one of the four counts of those that are not.
 *
 * @param n postings in the mean, that is with both ends given for an interval of the basis: per month or year by
 *     {@link Basis#MONTH} and {@link Basis#PACKAGE}
 * @param mean mean of the midpoints; null when {@code n} is 0
 * @param p25 first quartile (R type 7, as SQL's PERCENTILE_CONT); null when {@code n} is 0
 * @param median second quartile, likewise
 * @param p75 third quartile, likewise
 * @param openEnded postings for an interval of the basis with one end missing, as in 20k以上
 * @param undisclosed postings that name no pay
 * @param dayOrHourRate postings paid for another interval, open-ended ones included: per week, day or hour by
 *     {@link Basis#MONTH} and {@link Basis#PACKAGE}; see {@link #otherInterval()}
 * @param unreadable postings whose pay could not be read
 * @param givenPerYear those of the {@code n} whose pay is stated per year
 */
public record SalaryStatistics(
        long n,
        @Nullable Double mean,
        @Nullable Double p25,
        @Nullable Double median,
        @Nullable Double p75,
        long openEnded,
        long undisclosed,
        long dayOrHourRate,
        long unreadable,
        long givenPerYear) {

    private enum Group {
        IN_MEAN,
        IN_MEAN_PER_YEAR,
        OPEN_ENDED,
        UNDISCLOSED,
        OTHER_INTERVAL,
        UNREADABLE
    }

    /**
     * Checks that the figures go together.
     *
     * @throws IllegalArgumentException if one of the four figures is null although {@code n} is not 0 or the other way
     *     round, or if {@code givenPerYear} is above {@code n}
     */
    public SalaryStatistics {
        for (Double figure : Arrays.asList(mean, p25, median, p75)) {
            if ((figure == null) != (n == 0)) {
                throw new IllegalArgumentException("A figure must be null exactly when n is 0: " + figure + ", n " + n);
            }
        }
        if (givenPerYear > n) {
            throw new IllegalArgumentException("givenPerYear must not be above n: " + givenPerYear + " > " + n);
        }
    }

    /** The figures by {@link Basis#MONTH}; see {@link #of(Iterable, Basis)}. */
    public static SalaryStatistics of(Iterable<PayCount> counts) {
        return of(counts, Basis.MONTH);
    }

    /**
     * The figures of a frequency table, the same in whatever order its lines come.
     *
     * @param counts read once; may be empty; the same pay may come in several lines
     * @throws ArithmeticException if the counts add up to more than a long holds
     */
    public static SalaryStatistics of(Iterable<PayCount> counts, Basis basis) {
        Map<Group, Long> tally = new EnumMap<>(Group.class);
        Midpoints.Collector collector = new Midpoints.Collector(basis);
        for (PayCount line : counts) {
            tally.merge(group(line.salary(), basis), line.count(), Math::addExact);
            collector.add(line);
        }
        return of(collector.midpoints(), tally);
    }

    private static SalaryStatistics of(Midpoints midpoints, Map<Group, Long> tally) {
        return new SalaryStatistics(
                midpoints.n(),
                orNull(midpoints.mean()),
                orNull(midpoints.quantile(0.25)),
                orNull(midpoints.quantile(0.5)),
                orNull(midpoints.quantile(0.75)),
                tally.getOrDefault(Group.OPEN_ENDED, 0L),
                tally.getOrDefault(Group.UNDISCLOSED, 0L),
                tally.getOrDefault(Group.OTHER_INTERVAL, 0L),
                tally.getOrDefault(Group.UNREADABLE, 0L),
                tally.getOrDefault(Group.IN_MEAN_PER_YEAR, 0L));
    }

    private static Group group(Salary salary, Basis basis) {
        if (salary instanceof Disclosed pay) {
            return group(pay, basis);
        }
        return salary instanceof Undisclosed ? Group.UNDISCLOSED : Group.UNREADABLE;
    }

    private static Group group(Disclosed pay, Basis basis) {
        if (!basis.covers(pay.interval())) {
            return Group.OTHER_INTERVAL;
        }
        if (pay.isOpenEnded()) {
            return Group.OPEN_ENDED;
        }
        return pay.interval() == Interval.YEAR ? Group.IN_MEAN_PER_YEAR : Group.IN_MEAN;
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }

    /** {@link #dayOrHourRate} by the name that suits every basis: by {@link Basis#DAY} these are paid per month. */
    public long otherInterval() {
        return dayOrHourRate;
    }

    /** How many postings are not in the mean: open-ended, undisclosed, paid for another interval, unreadable. */
    public long notInMean() {
        return LongStream.of(openEnded, undisclosed, dayOrHourRate, unreadable).reduce(0, Math::addExact);
    }

    /** How many postings the group has. */
    public long total() {
        return Math.addExact(n, notInMean());
    }

    /** The midpoint by {@link Basis#MONTH}; see {@link #midpoint(Salary, Basis)}. */
    public static OptionalDouble midpoint(Salary salary) {
        return midpoint(salary, Basis.MONTH);
    }

    /**
     * The midpoint of one pay range in CNY for what the basis says.
     *
     * @return empty for what is not in the mean: an open end, another interval, undisclosed or unreadable pay
     */
    public static OptionalDouble midpoint(Salary salary, Basis basis) {
        return Midpoints.midpoint(salary, basis);
    }
}
