package paymap.chart.figures;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.job.JobStore.RunPay;

/**
 * How pay moved from run to run.
 *
 * @param moments when, UTC, ISO 8601, ascending: days, or minutes where all runs are of one day; fewer than two = no trend
 * @param cities the figures of each city at its moments
 * @param mixed the keywords of the runs where they differ, for then there is no trend; else empty
 */
public record Trend(List<String> moments, Map<Group, Map<String, PayFigures>> cities, List<String> mixed) {

    private static final int DAY = "2026-11-23".length();
    private static final int MINUTE = "2026-11-23T08:00".length();

    /** Without history. */
    static final Trend NONE = new Trend(List.of(), Map.of(), List.of());

    /** @param history in the order of the runs */
    public static Trend of(List<RunPay> history) {
        SortedSet<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        history.forEach(run -> keywords.add(run.keyword()));
        if (keywords.size() > 1) {
            return new Trend(List.of(), Map.of(), List.copyOf(keywords));
        }
        int precision = moments(history, DAY).size() > 1 ? DAY : MINUTE;
        List<String> moments = moments(history, precision);
        return moments.size() < 2 ? NONE : new Trend(moments, figures(history, precision), List.of());
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return moments.isEmpty();
    }

    private static List<String> moments(List<RunPay> history, int precision) {
        return history.stream()
                .map(pay -> moment(pay, precision))
                .distinct()
                .sorted()
                .toList();
    }

    private static String moment(RunPay pay, int precision) {
        return pay.started().substring(0, Math.min(precision, pay.started().length()));
    }

    /** Of several runs at one moment, the last one that found rows of the city counts. */
    private static Map<Group, Map<String, PayFigures>> figures(List<RunPay> history, int precision) {
        Map<Group, Map<String, PayFigures>> figures = new TreeMap<>(Group.ORDER);
        Map<Long, List<RunPay>> runs =
                history.stream().collect(Collectors.groupingBy(RunPay::run, TreeMap::new, Collectors.toList()));
        for (List<RunPay> run : runs.values()) {
            String moment = moment(run.get(0), precision);
            PayFigures.of(run.stream().map(RunPay::pay).toList())
                    .forEach(city -> figures.computeIfAbsent(city.group(), name -> new TreeMap<>())
                            .put(moment, city));
        }
        return figures;
    }
}
