package paymap.salary;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.words.Words;

/** One amount of pay as a person types it: 20k, 20000, 20,000, 2万, 1.5w, 20千, each with or without 元. */
public final class PayAmount {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,6})?)(k|千|w|万)?元?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?!\\d)");

    /** Less than this a month is meant in thousands, or by the day; nothing in 20 tells which. */
    private static final int LEAST_BARE_A_MONTH = 500;

    private PayAmount() {}

    /**
     * @param option that takes it, for the refusal
     * @param basis what the amount is for
     * @return whole CNY, 1 or more
     * @throws IllegalArgumentException if it is no such amount, or a bare number too small to tell its unit
     */
    public static int of(String option, String typed, Basis basis) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher grouped = GROUPED.matcher(plain);
        Matcher amount = AMOUNT.matcher(grouped.lookingAt() ? plain.replace(",", "") : plain);
        if (!amount.matches()) {
            throw new IllegalArgumentException(none(option, typed));
        }
        String unit = amount.group(2) == null ? "" : amount.group(2);
        BigDecimal cny = new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(times(unit)));
        if (cny.signum() == 0
                || cny.stripTrailingZeros().scale() > 0
                || cny.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(none(option, typed));
        }
        if (unit.isEmpty() && isMonthly(basis) && cny.intValueExact() < LEAST_BARE_A_MONTH) {
            throw new IllegalArgumentException(Words.say(
                    "%s is %s CNY a month, which no job pays; of thousands write %sk", option, typed.strip(), cny));
        }
        return cny.intValueExact();
    }

    private static String none(String option, String typed) {
        return Words.say(
                "%s must be a whole amount of CNY from 1 on, like 20k, 20000, 2万 or 1.5w: \"%s\"", option, typed);
    }

    private static int times(String unit) {
        return switch (unit) {
            case "k", "千" -> 1_000;
            case "w", "万" -> 10_000;
            default -> 1;
        };
    }

    private static boolean isMonthly(Basis basis) {
        return switch (basis) {
            case MONTH, PACKAGE -> true;
            case WEEK, DAY, HOUR -> false;
        };
    }
}
