package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.RunPay;
import paymap.words.Words;

/**
 * All that is drawn. The groups are called cities here, for they mostly are; by experience they are its steps, and so on.
 *
 * @param source where the rows are from, what was searched for, and by what they are grouped, one thing
 * @param cities by mean, the highest first; those with fewer than {@link PayFigures#ENOUGH} postings after the others. Steps
 *     of a ladder in its order
 * @param leftOut what a reader asked not to see, in the same order
 * @param trend over the runs; empty without history
 * @param details what only some pictures need
 */
public record ChartData(
        PaySource source, List<PayFigures> cities, List<PayFigures> leftOut, Trend trend, Details details) {

    /** So many cities too small to sum up still get a row each; more are told in one line. */
    private static final int FEW = 3;

    private static final Comparator<PayFigures> BY_MEAN = Comparator.comparing((PayFigures city) -> !city.isEnough())
            .thenComparing(Comparator.comparingDouble(PayFigures::mean).reversed())
            .thenComparing(Comparator.comparingLong(PayFigures::n).reversed())
            .thenComparing(PayFigures.BY_GROUP);

    /**
     * Brings the cities into the order of the pictures.
     *
     * @param figures one of each city, the same that tables print; not empty
     * @param history the frequency tables of the runs; empty = none
     */
    public static ChartData of(PaySource source, List<PayFigures> figures, List<RunPay> history) {
        List<PayFigures> cities = new ArrayList<>(figures);
        cities.sort(isLadder(source.question().by().by().get(0)) ? PayFigures.BY_GROUP : BY_MEAN);
        return new ChartData(source, List.copyOf(cities), List.of(), Trend.of(history), Details.NONE);
    }

    /** The same with what only some pictures need. */
    public ChartData with(Details more) {
        return new ChartData(source, cities, leftOut, trend, more);
    }

    /** What groups are told apart by; a district's city beside it is not meant. */
    public Dimension by() {
        return source.question().by().by().get(0);
    }

    /** What pay is counted by. */
    public PayUnit unit() {
        return PayUnit.of(source.question().basis());
    }

    /** Whether groups are steps, which keep their order. */
    public boolean isLadder() {
        return isLadder(by());
    }

    private static boolean isLadder(Dimension by) {
        return by == Dimension.EXPERIENCE || by == Dimension.EDUCATION;
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
            throw new IllegalArgumentException(
                    by() == Dimension.CITY
                            ? Words.say("no city has %d postings; the most is %d", minN, most)
                            : Words.say("no group has %d postings; the most is %d", minN, most));
        }
        return only(chosen);
    }

    /** The same without the others. */
    ChartData only(Set<Group> chosen) {
        Map<Boolean, List<PayFigures>> parts =
                cities.stream().collect(Collectors.partitioningBy(city -> chosen.contains(city.group())));
        return new ChartData(
                source,
                parts.getOrDefault(true, List.of()),
                parts.getOrDefault(false, List.of()),
                trend,
                details.only(chosen));
    }

    /** The cities in the order of {@code paymap stats}. */
    public List<PayFigures> citiesByRank() {
        return cities.stream().sorted(PayFigures.BY_GROUP).toList();
    }

    /** The cities that can be compared; in the same order. */
    public List<PayFigures> comparable() {
        return cities.stream().filter(PayFigures::isEnough).toList();
    }

    /** The cities that a sentence may compare: their samples are not small; by mean, the highest first. */
    public List<PayFigures> solid() {
        return cities.stream().filter(city -> !city.isSmall()).sorted(BY_MEAN).toList();
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

    /** The highest midpoint of all, in the unit of the basis; 0 without any. */
    public double highest() {
        return cities.stream().mapToDouble(city -> city.quantile(1)).max().orElse(0);
    }
}
