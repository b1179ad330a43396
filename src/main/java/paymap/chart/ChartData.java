package paymap.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.job.Keywords;

/**
 * All that is drawn: one frequency table, read once.
 *
 * @param source where the rows are from and what was searched for
 * @param cities by mean, the highest first; those with fewer than {@link CityFigures#ENOUGH} postings after the others
 * @param trend over the runs; empty without history
 */
public record ChartData(Source source, List<CityFigures> cities, Trend trend) {

    /**
     * Where rows are from.
     *
     * @param site as in {@code jobs.site}
     * @param keywords what was searched for
     * @param since only rows seen then or later; null = whenever they were seen
     * @param collected null = not known
     */
    public record Source(
            String site,
            Keywords keywords,
            @Nullable Instant since,
            @Nullable Collected collected) {

        private static final String MADE_UP = "(made-up data)";

        /** Whether a site says in its name that its postings are invented. */
        boolean isMadeUp() {
            return site.contains(MADE_UP);
        }

        /** The site's name, without the words that {@link #isMadeUp} stands for. */
        String name() {
            return site.replace(MADE_UP, "").strip();
        }

        /** The day, or the first and the last day, in UTC; empty when not known. */
        String days() {
            if (collected == null) {
                return "";
            }
            String first = day(collected.first());
            String last = day(collected.last());
            return first.equals(last) ? first : first + " – " + last;
        }

        private static String day(String time) {
            return time.substring(0, Math.min(10, time.length()));
        }
    }

    /**
     * Reads the pay of each group once.
     *
     * @param groups the frequency table behind every figure; not empty
     * @param history the frequency tables of the runs; empty = none
     */
    public static ChartData of(Source source, List<PayGroup> groups, List<RunPay> history) {
        List<CityFigures> cities = new ArrayList<>();
        byCity(groups).forEach((city, pay) -> cities.add(CityFigures.of(city, pay)));
        cities.sort(Comparator.comparing((CityFigures city) -> !city.isEnough())
                .thenComparing(Comparator.comparingDouble(CityFigures::mean).reversed())
                .thenComparing(Comparator.comparingLong(CityFigures::n).reversed())
                .thenComparing(ChartData::place));
        return new ChartData(source, List.copyOf(cities), Trend.of(history));
    }

    static Map<String, List<PayGroup>> byCity(List<PayGroup> groups) {
        Map<String, List<PayGroup>> byCity = new LinkedHashMap<>();
        groups.forEach(group ->
                byCity.computeIfAbsent(group.city(), city -> new ArrayList<>()).add(group));
        return byCity;
    }

    /** The cities in the order of {@code paymap stats}. */
    List<CityFigures> citiesByRank() {
        return cities.stream().sorted(Comparator.comparing(ChartData::place)).toList();
    }

    /** The cities that can be compared; in the same order. */
    List<CityFigures> comparable() {
        return cities.stream().filter(CityFigures::isEnough).toList();
    }

    /** How many postings are drawn. */
    long n() {
        return cities.stream().mapToLong(CityFigures::n).sum();
    }

    /** How many are stored, drawn or not. */
    long total() {
        return cities.stream().mapToLong(city -> city.statistics().total()).sum();
    }

    /** The highest midpoint of all, CNY a month; 0 when nothing is drawn. */
    double highest() {
        return cities.stream().mapToDouble(city -> city.quantile(1)).max().orElse(0);
    }

    private static String place(CityFigures city) {
        return (char) City.rank(city.city()) + city.city();
    }
}
