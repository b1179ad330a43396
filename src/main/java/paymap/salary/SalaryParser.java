package paymap.salary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Flaw;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;
import paymap.salary.Salary.Unreadable;

/**
 * Reads the pay text of Chinese job sites without guessing.
 *
 * <p>The shapes are those of 37,942 Lagou rows (2017-2025) and 149,902 rows of Boss, Zhaopin, 51job and Liepin
 * (2018-2026): {@code 15k-25k}, {@code 12-18K·13薪}, {@code 20k以上}, {@code 0.8-1.3万/月}, {@code 8千-1.2万},
 * {@code 20-50万/年}, {@code 年薪30-50万}, {@code 200元/天}, {@code 100-120/天}, {@code 4001-6000}, {@code 面议}.
 * Full-width characters, upper case, every common dash, and spaces around the parts are read alike. A single amount is
 * both ends. A number without a unit is CNY if it is large enough to be, as 4001 a month is; {@code 15-25} is unreadable:
 * nothing in it tells whether it means CNY or thousands. A sum such as {@code 50万} that names no time and is too large
 * for a month is unreadable, too.
 */
public final class SalaryParser {

    private static final int LONGEST = 100;

    /** 校招 and 无 stood in place of pay at Zhaopin (2018-08) and 51job (2023). */
    private static final Pattern UNDISCLOSED = Pattern.compile("(?:薪资|薪酬|工资|待遇)?+面议|校招|无");

    /** {@code **-**元}: what Boss and Zhaopin show a visitor who is not logged in (2026). */
    private static final Pattern HIDDEN = Pattern.compile("\\*++(?:-\\*++)?+[k千万]?+元?+(?:/.{1,2})?+");

    /**
     * In CNY. The most that a month is believed to pay without the text saying that it is a month. Of 30,224 rows of
     * Zhaopin (2022-07) some 70 were above, the commonest 20万-25万.
     */
    private static final int MOST_A_MONTH = 150_000;

    /** The same for k, in which nobody writes a year's pay: Lagou's highest was 200k-300k, Boss's 200-260K. */
    private static final int MOST_THOUSANDS_A_MONTH = 300_000;

    private SalaryParser() {}

    /**
     * Reads pay where the site has no separate field for the months paid a year.
     *
     * @param raw as the site wrote it; null or blank means undisclosed
     * @return never throws: what cannot be read is {@link Unreadable}
     */
    public static Salary parse(@Nullable String raw) {
        return parse(raw, 0);
    }

    /**
     * Reads pay.
     *
     * @param raw as the site wrote it; null or blank means undisclosed
     * @param months months paid a year from the site's separate field (Lagou's salaryMonth, seen 2021-02); 0 and
     *     anything outside 12 to 25 count as not stated, which is 12; a number in the text (·13薪) wins
     * @return never throws: what cannot be read is {@link Unreadable}
     */
    public static Salary parse(@Nullable String raw, int months) {
        if (raw == null) {
            return new Undisclosed();
        }
        if (hasPrivateFont(raw)) {
            // Boss draws its digits with a font of its own (seen 2022): the codes say nothing about the digits.
            return new Unreadable(
                    Flaw.PRIVATE_FONT,
                    raw,
                    "The text has characters of a private font (U+E000 to U+F8FF), so its digits are unknown.");
        }
        if (raw.length() > LONGEST && !raw.isBlank()) {
            return new Unreadable(
                    Flaw.TOO_LONG,
                    raw,
                    "The text has " + raw.length() + " characters, but pay has at most " + LONGEST + ".");
        }
        return read(raw, PayText.normalise(raw), months);
    }

    private static boolean hasPrivateFont(String raw) {
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            if (Character.getType(raw.codePointAt(i)) == Character.PRIVATE_USE) {
                return true;
            }
        }
        return false;
    }

    private static Salary read(String raw, String text, int months) {
        if (text.isEmpty() || UNDISCLOSED.matcher(text).matches()) {
            return new Undisclosed();
        }
        if (HIDDEN.matcher(text).matches()) {
            return new Unreadable(Flaw.HIDDEN, raw, "The site hides the pay from visitors who are not logged in.");
        }
        return PayText.of(text)
                .map(pay -> read(raw, pay, months))
                .orElseGet(() -> new Unreadable(
                        Flaw.UNKNOWN_SHAPE, raw, "The text has none of the known shapes of pay, such as 15k-25k."));
    }

    private static Salary read(String raw, PayText pay, int months) {
        Optional<Interval> interval = interval(pay.period());
        if (interval.isEmpty()) {
            return new Unreadable(
                    Flaw.NO_TIME, raw, "The text says what a " + pay.period() + " pays, which is no stretch of time.");
        }
        return doubt(pay, interval.get(), Disclosed.isPossible(months))
                .<Salary>map(doubt -> new Unreadable(doubt.flaw(), raw, doubt.why()))
                .orElseGet(() -> disclosed(pay, interval.get(), months));
    }

    private static Optional<Doubt> doubt(PayText pay, Interval interval, boolean hasMonths) {
        int leastBare = leastBare(interval);
        List<Optional<Doubt>> doubts = List.of(
                pay.first().doubt(pay.second() == null || pay.period().isEmpty() ? leastBare : leastBare / 2),
                pay.last().doubt(leastBare),
                wrongOrder(pay.first(), pay.last()),
                twoOpenEnds(pay),
                wrongMonths(pay),
                maybeYearly(pay, hasMonths));
        for (Optional<Doubt> doubt : doubts) {
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return Optional.empty();
    }

    /**
     * The least number without a unit that is taken for CNY; one below may be thousands, or a slip. Half of it is enough
     * for the lower end of a range that names its time, as 10-100/天 (5 of 30,224 rows of Zhaopin, 2022-07).
     */
    private static int leastBare(Interval interval) {
        return switch (interval) {
            case HOUR -> 5;
            case DAY -> 20;
            case WEEK -> 100;
            case MONTH -> 1_000;
            case YEAR -> 10_000;
        };
    }

    private static Optional<Doubt> wrongOrder(Amount first, Amount second) {
        return first.cny().compareTo(second.cny()) > 0
                ? Doubt.of(Flaw.CONTRADICTION, "The lower end " + first + " is above the upper end " + second + ".")
                : Optional.empty();
    }

    private static Optional<Doubt> twoOpenEnds(PayText pay) {
        return pay.second() != null && !pay.openEnd().isEmpty()
                ? Doubt.of(
                        Flaw.CONTRADICTION, "The text gives both ends of a range and still says " + pay.openEnd() + ".")
                : Optional.empty();
    }

    private static Optional<Doubt> wrongMonths(PayText pay) {
        return pay.months() != null && !Disclosed.isPossible(Integer.parseInt(pay.months()))
                ? Doubt.of(
                        Flaw.CONTRADICTION,
                        "The text says " + pay.months() + " months are paid a year, but 12 to " + Disclosed.MOST_MONTHS
                                + " are possible.")
                : Optional.empty();
    }

    /** Months paid a year say that the amount is a month's. */
    private static Optional<Doubt> maybeYearly(PayText pay, boolean hasMonths) {
        if (!pay.period().isEmpty() || pay.months() != null || hasMonths) {
            return Optional.empty();
        }
        int most = pay.last().isInThousands() ? MOST_THOUSANDS_A_MONTH : MOST_A_MONTH;
        return pay.last().cny().compareTo(BigDecimal.valueOf(most)) > 0
                ? Doubt.of(
                        Flaw.MAYBE_YEARLY,
                        "The amount " + pay.last() + " names no time and is large for a month: it may be a year's.")
                : Optional.empty();
    }

    private static Disclosed disclosed(PayText pay, Interval interval, int months) {
        Integer low = pay.hasNoLowerEnd() ? null : pay.first().cny().intValueExact();
        Integer high = pay.hasNoUpperEnd() ? null : pay.last().cny().intValueExact();
        return new Disclosed(low, high, interval, months(pay.months(), months));
    }

    /** Empty = it is paid by the piece. */
    private static Optional<Interval> interval(String period) {
        return switch (period) {
            case "", "月" -> Optional.of(Interval.MONTH);
            case "年" -> Optional.of(Interval.YEAR);
            case "周" -> Optional.of(Interval.WEEK);
            case "天", "日" -> Optional.of(Interval.DAY);
            case "时", "小时" -> Optional.of(Interval.HOUR);
            default -> Optional.empty();
        };
    }

    private static int months(@Nullable String written, int field) {
        int months = written == null ? field : Integer.parseInt(written);
        return Disclosed.isPossible(months) ? months : Disclosed.FEWEST_MONTHS;
    }
}
