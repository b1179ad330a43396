package paymap.words;

import java.util.Locale;

/**
 * Numbers in plain digits, to the letter as {@link Locale#ROOT} has them in Java's formatter, which takes most of the time
 * of a short table.
 */
public final class Numbers {

    /** Below it a tenfold is exact to far less than {@link #TIE}. */
    private static final double LARGEST = 1e9;

    /** Nearer to a half than this, the digits decide which way it is rounded: the formatter looks at them. */
    private static final double TIE = 1e-4;

    private Numbers() {}

    /** {@code 250,000}. */
    public static String grouped(long n) {
        if (n == Long.MIN_VALUE) {
            return String.format(Locale.ROOT, "%,d", n);
        }
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(n)));
        group(text, text.length());
        return n < 0 ? "-" + text : text.toString();
    }

    /**
     * {@code 25,600.4}, a half rounded up.
     *
     * @param decimals 0 or 1
     */
    public static String grouped(double value, int decimals) {
        return plain(value, decimals, true);
    }

    /**
     * {@code 25600.4}, a half rounded up.
     *
     * @param decimals 0 or 1
     */
    public static String fixed(double value, int decimals) {
        return plain(value, decimals, false);
    }

    private static String plain(double value, int decimals, boolean grouped) {
        double scaled = decimals == 0 ? value : value * 10;
        boolean positive = value > 0 || Double.doubleToRawLongBits(value) == 0; // not -0.0
        if (!positive || value >= LARGEST || Math.abs(scaled - Math.floor(scaled) - 0.5) < TIE) {
            return String.format(Locale.ROOT, "%" + (grouped ? "," : "") + "." + decimals + "f", value);
        }
        StringBuilder text = new StringBuilder(Long.toString(Math.round(scaled)));
        if (decimals > 0) {
            text.insert(0, text.length() == 1 ? "0" : "").insert(text.length() - 1, '.');
        }
        if (grouped) {
            group(text, decimals == 0 ? text.length() : text.length() - 2);
        }
        return text.toString();
    }

    /** @param end of the whole digits */
    private static void group(StringBuilder text, int end) {
        for (int place = end - 3; place > 0; place -= 3) {
            text.insert(place, ',');
        }
    }
}
