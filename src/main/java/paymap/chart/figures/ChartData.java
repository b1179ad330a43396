package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.RunPay;
import paymap.words.Words;

/**
 * All that is drawn: one frequency table, read once.
 *
 * @param source where the rows are from and what was searched for
 * @param cities by mean, the highest first; those with fewer than {@link PayFigures#ENOUGH} postings after the others
 * @param leftOut what a reader asked not to see, in the same order
 * @param trend over the runs; empty without history
 */
public record ChartData(PaySource source, List<PayFigures> cities, List<PayFigures> leftOut, Trend trend) {

    /** So many cities too small to sum up still get a row each; more are told in one line. */
    private static final int FEW = 3;

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
                .thenComparing(PayFigures.BY_GROUP));
        return new ChartData(source, List.copyOf(cities), List.of(), Trend.of(history));
    }

    /**
     * The same without the cities that a reader does not ask for.
     *
     * @param minN fewest postings in the mean, 0 = any
     * @param top at most so many cities, those with most postings; at least 1
     * @throws IllegalArgumentException if no city has so many postings
     */
    public ChartData only(int minN, int top) {
        Set<Group> chosen = cities.stream()
                .filter(city -> city.n() >= minN)
                .sorted(Comparator.comparingLong(PayFigures::n).reversed().thenComparing(PayFigures.BY_GROUP))
                .limit(top)
                .map(PayFigures::group)
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            long most = cities.stream().mapToLong(PayFigures::n).max().orElse(0);
            throw new IllegalArgumentException(Words.say("no city has %d postings; the most is %d", minN, most));
        }
        Map<Boolean, List<PayFigures>> parts =
                cities.stream().collect(Collectors.partitioningBy(city -> chosen.contains(city.group())));
        return new ChartData(source, parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()), trend);
    }

    /** The cities in the order of {@code paymap stats}. */
    public List<PayFigures> citiesByRank() {
        return cities.stream().sorted(PayFigures.BY_GROUP).toList();
    }

    /** The cities that can be compared; in the same order. */
    public List<PayFigures> comparable() {
        return cities.stream().filter(PayFigures::isEnough).toList();
    }

    /** The cities that a sentence may compare: their samples are not small; in the same order. */
    public List<PayFigures> solid() {
        return cities.stream().filter(city -> !city.isSmall()).toList();
    }

    /** Cities too small to sum up, when they are so many that pictures tell them in one line; else empty. */
    public List<PayFigures> listed() {
        List<PayFigures> few = cities.stream().filter(city -> !city.isEnough()).toList();
        return few.size() > FEW && few.size() < cities.size() ? few : List.of();
    }

    /** The cities that have a row or a panel of their own. */
    public List<PayFigures> shown() {
        return listed().isEmpty() ? cities : comparable();
    }

    /** How many postings are in the figures. */
    public long n() {
        return cities.stream().mapToLong(PayFigures::n).sum();
    }

    /** How many are stored, with or without pay that can be in the figures. */
    public long total() {
        return cities.stream().mapToLong(city -> city.rows().total()).sum();
    }

    /** The highest midpoint of all, CNY a month; 0 without any. */
    public double highest() {
        return cities.stream().mapToDouble(city -> city.quantile(1)).max().orElse(0);
    }
}
