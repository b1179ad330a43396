package paymap.salary;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of pay: what is written, before anybody asks whether it makes sense.
 *
 * @param first the first or only amount; in a range without a unit of its own it has the unit of the second
 * @param second the upper end of a range, null for a single amount
 * @param openEnd 以上, 及以上, 起, 以下, ...; empty when there is none
 * @param period what follows the bar, or stands before 薪 in 年薪30-50万; empty when there is none
 * @param months the digits before 薪, one or two, or after a times sign; of 16-20薪 the lower; null when there are none
 */
record PayText(
        Amount first,
        @Nullable Amount second,
        String openEnd,
        String period,
        @Nullable String months) {

    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})++|\\d++)(?:\\.\\d++)?+";
    private static final String UNIT = "[k千w万]?+元?+";
    private static final String OPEN_END = "[及或]?+以[上下]|起";

    // Every repetition is possessive: the text is hostile, and there is nothing to gain from going back.
    private static final Pattern PAY = Pattern.compile("(?:(?<lead>[年月周日时])薪:?+)?+"
            + "¥?+(?<first>" + NUMBER + ")(?<firstUnit>" + UNIT + ")"
            + "(?:-{1,2}+¥?+(?<second>" + NUMBER + ")(?<secondUnit>" + UNIT + "))?+"
            + "(?<openEnd>" + OPEN_END + ")?+"
            + "(?:/(?<period>月|年|周|天|日|小?+时|次|单|件|个|场|节|课时))?+"
            + "(?<lateOpenEnd>" + OPEN_END + ")?+"
            + "(?:[·*x]?+(?<months>\\d{1,2}+)(?:-\\d{1,2}+)?+薪|[*x](?<times>\\d{1,2}+))?+");

    // A space between digits stays, and so matches nothing: "1 5k" may be 15k or a lost dash.
    private static final Pattern LOOSE_SPACE = Pattern.compile("(?<![\\d.,]) ++| ++(?![\\d.,])");

    private static final String DASHES = "-~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301C至到";
    private static final String DOTS = "·\u2022\u2027\u22C5\u30FB\uFF65";
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF";

    /** The same text in half-width lower case, with one kind of dash and dot and without loose spaces. */
    static String normalise(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            text.append(plain(raw.charAt(i)));
        }
        return LOOSE_SPACE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static char plain(char written) {
        // U+FF01 to U+FF5E mirror ! to ~. Not NFKC: that would also turn ① and ² into digits of an amount.
        char c = written >= '\uFF01' && written <= '\uFF5E' ? (char) (written - 0xFEE0) : written;
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (DOTS.indexOf(c) >= 0) {
            return '·';
        }
        return isSpace(c) ? ' ' : c == '×' ? 'x' : c == '￥' ? '¥' : c;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || INVISIBLE.indexOf(c) >= 0;
    }

    /** Reads a normalised text; empty when it has none of the known shapes. */
    static Optional<PayText> of(String normalised) {
        Matcher pay = PAY.matcher(normalised);
        boolean isPay = pay.matches() && !isTwice(pay, "openEnd", "lateOpenEnd") && !isTwice(pay, "lead", "period");
        return isPay ? Optional.of(of(pay)) : Optional.empty();
    }

    private static boolean isTwice(Matcher pay, String one, String other) {
        return pay.group(one) != null && pay.group(other) != null;
    }

    private static PayText of(Matcher pay) {
        Amount second = pay.group("second") == null ? null : amount(pay, "second");
        Amount first = amount(pay, "first");
        if (second != null && first.unit().isEmpty()) {
            first = new Amount(first.number(), second.unit());
        }
        return new PayText(
                first,
                second,
                orEmpty(pay, "openEnd") + orEmpty(pay, "lateOpenEnd"),
                orEmpty(pay, "lead") + orEmpty(pay, "period"),
                pay.group("months") == null ? pay.group("times") : pay.group("months"));
    }

    /** The upper end of a range, or the only amount. */
    Amount last() {
        return second == null ? first : second;
    }

    /** Whether the amount is the upper end alone: 35k以下. */
    boolean hasNoLowerEnd() {
        return openEnd.endsWith("下");
    }

    /** Whether the amount is the lower end alone: 20k以上, 20k起. */
    boolean hasNoUpperEnd() {
        return openEnd.endsWith("上") || openEnd.equals("起");
    }

    private static Amount amount(Matcher pay, String name) {
        return new Amount(orEmpty(pay, name), orEmpty(pay, name + "Unit"));
    }

    private static String orEmpty(Matcher pay, String name) {
        return requireNonNullElse(pay.group(name), "");
    }
}
