package paymap.chart.figures;

import paymap.words.Numbers;

/** Numbers as people read them, the same in both languages. */
public final class NumberFormats {

    private NumberFormats() {}

    /** {@code 25.6k} of 25,600 CNY. */
    public static String k(double cny) {
        return Numbers.fixed(cny / 1000, 1) + "k";
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
        return Numbers.fixed(cny / 1000, cny % 1000 == 0 ? 0 : 1) + "k";
    }

    /** {@code 450} of 450.4 CNY, or {@code 450.4} to the tenth. */
    static String tenths(double cny, boolean toTheTenth) {
        return Numbers.grouped(cny, toTheTenth ? 1 : 0);
    }

    /** {@code 250,000}. */
    public static String count(long n) {
        return Numbers.grouped(n);
    }

    /** {@code 37%} of 0.37; what is there but rounds to nothing is {@code <1%}. */
    public static String percent(double share) {
        return share > 0 && share < 0.005 ? "<1%" : Numbers.fixed(share * 100, 0) + "%";
    }

    /** {@code 25,600} of 25,600.4 CNY, for tables. */
    public static String whole(double cny) {
        return Numbers.grouped(cny, 0);
    }
}
