package paymap.chart.figures;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import paymap.figures.PayFigures;
import paymap.salary.Midpoints.MidpointCount;

/**
 * How far Tukey's whiskers reach, CNY a month: to the furthest postings within 1.5 boxes of the box, not to the distance
 * itself, where there may be none.
 *
 * @param low the lowest such posting
 * @param high the highest such posting
 */
public record Whiskers(double low, double high) {

    private static final double BOXES = 1.5;

    /** Of a city with at least one posting in the mean. */
    public static Whiskers of(PayFigures city) {
        double p25 = city.quantile(0.25);
        double p75 = city.quantile(0.75);
        double reach = BOXES * (p75 - p25);
        return new Whiskers(
                pays(city, pay -> pay >= p25 - reach).min().orElse(p25),
                pays(city, pay -> pay <= p75 + reach).max().orElse(p75));
    }

    private static DoubleStream pays(PayFigures city, DoublePredicate within) {
        return city.midpoints().counts().stream()
                .mapToDouble(MidpointCount::midpoint)
                .filter(within);
    }

    /** Whether pay lies beyond a whisker. */
    public boolean isOutside(double pay) {
        return pay < low || pay > high;
    }
}
