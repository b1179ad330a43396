package paymap.site.sandbox.board;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.site.sandbox.data.MadeUpJob;

/**
 * Pay as figures, for boards that write it otherwise.
 *
 * @param low in thousands of CNY a month, or in CNY a day
 * @param high not below {@code low}
 */
record Amounts(int low, int high, boolean daily) {

    private static final Pattern RANGE = Pattern.compile("(\\d+)[kK]?-(\\d+)[kK]?(/天)?");
    private static final Pattern ONE = Pattern.compile("(\\d+)[kK](以上|以下)");
    private static final int MYRIAD = 10;

    /** Empty = the posting names no pay. An open end is closed, as these boards write none. */
    static Optional<Amounts> of(MadeUpJob job) {
        Matcher range = RANGE.matcher(job.salary());
        if (range.matches()) {
            return Optional.of(new Amounts(number(range, 1), number(range, 2), range.group(3) != null));
        }
        Matcher one = ONE.matcher(job.salary());
        if (!one.matches()) {
            return Optional.empty();
        }
        int end = number(one, 1);
        return Optional.of(
                one.group(2).equals("以上")
                        ? new Amounts(end, 2 * end, false)
                        : new Amounts(Math.max(1, end / 2), end, false));
    }

    /** {@code 15-30K·14薪}, or {@code 150-200元/天}. */
    String inThousands(String thousand, MadeUpJob job) {
        return daily ? byTheDay() : low + "-" + high + thousand + months(job);
    }

    String byTheDay() {
        return low + "-" + high + "元/天";
    }

    /** {@code 1.5-3万}. */
    String inMyriads() {
        return plain(low) + "-" + plain(high) + "万";
    }

    /** {@code 18-36万/年}, of twelve months. */
    String byTheYear() {
        return plain(low * 12.0) + "-" + plain(high * 12.0) + "万/年";
    }

    /** {@code 8千-1.2万}. */
    String mixed() {
        return low + "千-" + plain(high) + "万";
    }

    boolean isBelowTenThousand() {
        return low < MYRIAD;
    }

    boolean isAllBelowTenThousand() {
        return high < MYRIAD;
    }

    /** {@code ·14薪}; empty where nothing is said of them. */
    static String months(MadeUpJob job) {
        return job.months().equals("0") ? "" : "·" + job.months() + "薪";
    }

    private static String plain(double thousands) {
        String text = Double.toString(Math.round(thousands * 10) / (10.0 * MYRIAD));
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
