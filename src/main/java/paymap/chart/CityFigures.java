package paymap.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.JobStore.PayGroup;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.SalaryParser;
import paymap.salary.SalaryStatistics;

/**
 * What is drawn of one city.
 *
 * @param city by Chinese name
 * @param statistics the figures of its distinct rows, the same that {@code paymap stats} prints
 * @param midpoints of the rows in the mean
 * @param offered what they offer on average from end to end; null when no row is in the mean
 */
record CityFigures(
        String city,
        SalaryStatistics statistics,
        Midpoints midpoints,
        @Nullable Offered offered) {

    /** Fewer postings than this are shown one by one, and not as shares, boxes or coloured means. */
    static final int ENOUGH = 5;

    /** Fewer than this are called a small sample. */
    static final int PLENTY = 20;

    private static final int MONTHS_A_YEAR = 12;

    /**
     * The mean of the lower and of the upper ends, CNY a month; their midpoint is the mean of the city.
     *
     * @param low mean lower end
     * @param high mean upper end, not below {@code low}
     */
    record Offered(double low, double high) {}

    static CityFigures of(String city, List<PayGroup> groups) {
        List<PayCount> counts = new ArrayList<>();
        for (PayGroup group : groups) {
            counts.add(new PayCount(SalaryParser.parse(group.salary(), group.salaryMonths()), group.rows()));
        }
        return new CityFigures(city, SalaryStatistics.of(counts), Midpoints.of(counts), offered(counts));
    }

    long n() {
        return statistics.n();
    }

    boolean isEnough() {
        return n() >= ENOUGH;
    }

    /** The mean in CNY a month; 0 when no row is in it. */
    double mean() {
        Double mean = statistics.mean();
        return mean == null ? 0 : mean;
    }

    /** A quantile in CNY a month, as PERCENTILE_CONT; 0 when no row is in it. */
    double quantile(double p) {
        return midpoints.quantile(p).orElse(0);
    }

    double median() {
        return quantile(0.5);
    }

    /** The city in a language; one that we do not know by another name keeps its own. */
    String name(Language language) {
        return language == Language.ZH ? city : english(city);
    }

    static String english(String chinese) {
        int rank = City.rank(chinese);
        if (rank == City.KNOWN.size()) {
            return chinese;
        }
        String pinyin = City.KNOWN.get(rank).pinyin();
        return pinyin.equals("xian") ? "Xi'an" : Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
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
