package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import paymap.job.JobStore.RunPay;
import paymap.job.PayFigures;
import paymap.job.PaySource;

/**
 * All that is drawn: one frequency table, read once.
 *
 * @param source where the rows are from and what was searched for
 * @param cities by mean, the highest first; those with fewer than {@link PayFigures#ENOUGH} postings after the others
 * @param trend over the runs; empty without history
 */
public record ChartData(PaySource source, List<PayFigures> cities, Trend trend) {

    /**
     * Brings the cities into the order of the pictures.
     *
     * @param figures one of each city, the same that tables print; not empty
     * @param history the frequency tables of the runs; empty = none
     */
    public static ChartData of(PaySource source, List<PayFigures> figures, List<RunPay> history) {
        List<PayFigures> cities = new ArrayList<>(figures);
        cities.sort(Comparator.comparing((PayFigures city) -> !city.isEnough())
                .thenComparing(Comparator.comparingDouble(PayFigures::mean).reversed())
                .thenComparing(Comparator.comparingLong(PayFigures::n).reversed())
                .thenComparing(PayFigures.BY_RANK));
        return new ChartData(source, List.copyOf(cities), Trend.of(history));
    }

    /** The cities in the order of {@code paymap stats}. */
    public List<PayFigures> citiesByRank() {
        return cities.stream().sorted(PayFigures.BY_RANK).toList();
    }

    /** The cities that can be compared; in the same order. */
    public List<PayFigures> comparable() {
        return cities.stream().filter(PayFigures::isEnough).toList();
    }

    /** How many postings are drawn. */
    public long n() {
        return cities.stream().mapToLong(PayFigures::n).sum();
    }

    /** How many are stored, drawn or not. */
    public long total() {
        return cities.stream().mapToLong(city -> city.rows().total()).sum();
    }

    /** The highest midpoint of all, CNY a month; 0 when nothing is drawn. */
    public double highest() {
        return cities.stream().mapToDouble(city -> city.quantile(1)).max().orElse(0);
    }
}
