package paymap.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.JobStore.PayGroup;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.SalaryParser;
import paymap.salary.SalaryStatistics;
import paymap.words.Words;

/**
 * What a city pays, from its frequency table of pay: the one source of every table, picture and page.
 *
 * @param city by Chinese name
 * @param rows figures over distinct (city, title, salary) rows: the headline
 * @param openings figures over the openings behind those rows; never mixed with {@code rows}
 * @param midpoints of the rows in the mean, {@code rows.n()} of them
 * @param offered what those rows offer on average from end to end; null when no row is in the mean
 */
public record PayFigures(
        String city,
        SalaryStatistics rows,
        SalaryStatistics openings,
        Midpoints midpoints,
        @Nullable Offered offered) {

    /** What every figure of pay is, as JSON says it. */
    public static final String UNIT = "CNY a month before tax, advertised, midpoint of the range, 12-month basis";

    /** Fewer postings in the mean than this are shown one by one, and not as shares, boxes or coloured means. */
    public static final int ENOUGH = 5;

    /** Fewer than this are called a small sample. */
    public static final int PLENTY = 20;

    private static final int MONTHS_A_YEAR = 12;

    /**
     * The mean of the lower and of the upper ends, CNY a month; their midpoint is the mean of the city.
     *
     * @param low mean lower end
     * @param high mean upper end, not below {@code low}
     */
    public record Offered(double low, double high) {}

    /** The order of tables: the largest cities first ({@link City#rank}), unknown ones last by name. */
    public static final Comparator<PayFigures> BY_RANK = Comparator.comparingInt(
                    (PayFigures figures) -> City.rank(figures.city))
            .thenComparing(PayFigures::city);

    /** Reads the pay of each group once and sums it up by city, in the order of {@link #BY_RANK}. */
    public static List<PayFigures> of(List<PayGroup> groups) {
        Map<String, List<PayGroup>> byCity = new LinkedHashMap<>();
        groups.forEach(group ->
                byCity.computeIfAbsent(group.city(), city -> new ArrayList<>()).add(group));
        List<PayFigures> cities = new ArrayList<>();
        byCity.forEach((city, pay) -> cities.add(ofCity(city, pay)));
        cities.sort(BY_RANK);
        return cities;
    }

    private static PayFigures ofCity(String city, List<PayGroup> groups) {
        List<PayCount> rows = new ArrayList<>();
        List<PayCount> openings = new ArrayList<>();
        for (PayGroup group : groups) {
            Salary salary = SalaryParser.parse(group.salary(), group.salaryMonths());
            rows.add(new PayCount(salary, group.rows()));
            openings.add(new PayCount(salary, Math.max(1, group.openings())));
        }
        return new PayFigures(
                city, SalaryStatistics.of(rows), SalaryStatistics.of(openings), Midpoints.of(rows), offered(rows));
    }

    /** What every figure of pay is, for people. */
    public static String unit() {
        return Words.say("CNY a month before tax, advertised, midpoint of the range, 12-month basis");
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

    /** The mean in CNY a month; 0 when no row is in it. */
    public double mean() {
        Double mean = rows.mean();
        return mean == null ? 0 : mean;
    }

    /**
     * A quantile in CNY a month, as PERCENTILE_CONT; 0 when no row is in the mean.
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

    private static @Nullable Offered offered(List<PayCount> counts) {
        long n = 0;
        double low = 0;
        double high = 0;
        for (PayCount line : counts) {
            if (SalaryStatistics.midpoint(line.salary()).isPresent() && line.salary() instanceof Disclosed pay) {
                // Whole numbers of a twelfth of a CNY: exact, and so the same in any order.
                double weight = line.count() * (pay.interval() == Interval.MONTH ? MONTHS_A_YEAR : 1.0);
                n += line.count();
                low += weight * amount(pay.low());
                high += weight * amount(pay.high());
            }
        }
        return n == 0 ? null : new Offered(low / n / MONTHS_A_YEAR, high / n / MONTHS_A_YEAR);
    }

    private static int amount(@Nullable Integer end) {
        return end == null ? 0 : end;
    }
}
