package paymap.chart.figures;

import java.util.Locale;

/** Numbers as people read them, the same in both languages. */
public final class NumberFormats {

    private NumberFormats() {}

    /** {@code 25.6k} of 25,600 CNY. */
    public static String k(double cny) {
        return String.format(Locale.ROOT, "%.1fk", cny / 1000);
    }

    /** {@code 24.0k → 25.2k (+1.2k)}; what rounds to nothing is {@code ±0.0k}. */
    public static String change(double before, double after) {
        double change = after - before;
        String sign = change <= -50 ? "−" : change < 50 ? "±" : "+";
        return k(before) + " → " + k(after) + " (" + sign + k(Math.abs(change)) + ")";
    }

    /** {@code 20k} or {@code 2.5k}, for axes; {@code 0} without a unit. */
    public static String tick(double cny) {
        if (cny == 0) {
            return "0";
        }
        return cny % 1000 == 0
                ? String.format(Locale.ROOT, "%.0fk", cny / 1000)
                : String.format(Locale.ROOT, "%.1fk", cny / 1000);
    }

    /** {@code 450} of 450.4 CNY, or {@code 450.4} to the tenth. */
    static String tenths(double cny, boolean toTheTenth) {
        return String.format(Locale.ROOT, toTheTenth ? "%,.1f" : "%,.0f", cny);
    }

    /** {@code 250,000}. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** {@code 37%} of 0.37; what is there but rounds to nothing is {@code <1%}. */
    public static String percent(double share) {
        return share > 0 && share < 0.005 ? "<1%" : String.format(Locale.ROOT, "%.0f%%", share * 100);
    }

    /** {@code 25,600} of 25,600.4 CNY, for tables. */
    public static String whole(double cny) {
        return String.format(Locale.ROOT, "%,.0f", cny);
    }
}
