package paymap.figures;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.PayGroup;
import paymap.salary.Basis;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.SalaryStatistics;

/**
 * What a group of postings pays, from its frequency table of pay: the one source of every table, picture and page.
 *
 * @param group what they have in common
 * @param rows figures over distinct (city, title, salary) rows: the headline
 * @param openings figures over the openings behind those rows; never mixed with {@code rows}
 * @param midpoints of the rows in the mean, {@code rows.n()} of them
 * @param offered what those rows offer on average from end to end; null when no row is in the mean
 */
public record PayFigures(
        Group group,
        SalaryStatistics rows,
        SalaryStatistics openings,
        Midpoints midpoints,
        @Nullable Offered offered) {

    /** Fewer postings in the mean than this are shown one by one, and not as shares, boxes or coloured means. */
    public static final int ENOUGH = 5;

    /** Fewer than this are called a small sample. */
    public static final int PLENTY = 20;

    private static final int MONTHS_A_YEAR = 12;

    /**
     * The mean of the lower and of the upper ends, in the unit of the basis; their midpoint is the mean of the group.
     *
     * @param low mean lower end
     * @param high mean upper end, not below {@code low}
     */
    public record Offered(double low, double high) {}

    /** The order of tables. */
    public static final Comparator<PayFigures> BY_GROUP = Comparator.comparing(PayFigures::group, Group.ORDER);

    /** Reads the pay of each line once and sums it up by city, in the order of {@link #BY_GROUP}. */
    public static List<PayFigures> of(List<PayGroup> lines) {
        GroupedPay pay = new GroupedPay();
        lines.forEach(line -> pay.add(Group.ofCity(line.values().get(0)), Group.ALL, line));
        return pay.figures(Basis.MONTH);
    }

    /** Sums up one group. */
    static PayFigures of(Group group, Iterable<PayCount> rows, Iterable<PayCount> openings, Basis basis) {
        return new PayFigures(
                group,
                SalaryStatistics.of(rows, basis),
                SalaryStatistics.of(openings, basis),
                Midpoints.of(rows, basis),
                offered(rows, basis));
    }

    /** How many rows are in the mean, 0 or more. */
    public long n() {
        return rows.n();
    }

    /** Whether there are postings enough to sum up. */
    public boolean isEnough() {
        return n() >= ENOUGH;
    }

    /** Whether the sample is so small that a reader must be told. */
    public boolean isSmall() {
        return n() < PLENTY;
    }

    /** The mean in CNY, a month unless the basis is another; 0 when no row is in it. */
    public double mean() {
        Double mean = rows.mean();
        return mean == null ? 0 : mean;
    }

    /**
     * A quantile in the same unit, as PERCENTILE_CONT; 0 when no row is in the mean.
     *
     * @throws IllegalArgumentException if p is not in 0..1
     */
    public double quantile(double p) {
        return midpoints.quantile(p).orElse(0);
    }

    /** The quantile of 0.5. */
    public double median() {
        return quantile(0.5);
    }

    private static @Nullable Offered offered(Iterable<PayCount> counts, Basis basis) {
        long n = 0;
        double low = 0;
        double high = 0;
        for (PayCount line : counts) {
            if (SalaryStatistics.midpoint(line.salary(), basis).isPresent() && line.salary() instanceof Disclosed pay) {
                // Whole numbers of a twelfth of a CNY: exact, and so the same in any order.
                double weight = (double) line.count() * twelfths(pay, basis);
                n += line.count();
                low += weight * amount(pay.low());
                high += weight * amount(pay.high());
            }
        }
        return n == 0 ? null : new Offered(low / n / MONTHS_A_YEAR, high / n / MONTHS_A_YEAR);
    }

    /** How many twelfths of a CNY of the basis one CNY as written is. */
    private static int twelfths(Disclosed pay, Basis basis) {
        if (pay.interval() == Interval.YEAR) {
            return 1;
        }
        return basis == Basis.PACKAGE ? pay.months() : MONTHS_A_YEAR;
    }

    private static int amount(@Nullable Integer end) {
        return end == null ? 0 : end;
    }
}
