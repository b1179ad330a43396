package paymap.salary;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;
import paymap.salary.Salary.Unreadable;

/**
 * Reads the pay text of Chinese job sites without guessing.
 *
 * <p>The shapes are those of 37,942 Lagou rows and about 3,300 rows of Boss, Zhaopin, 51job and Liepin (2017-2025):
 * {@code 15k-25k}, {@code 12-18K·13薪}, {@code 20k以上}, {@code 0.8-1.3万/月}, {@code 8千-1.2万}, {@code 20-50万/年},
 * {@code 200元/天}, {@code 面议}. Full-width characters, upper case, every common dash, and spaces around the parts are
 * read alike. A single amount is both ends. A text without a unit, such as {@code 15-25} or {@code 7000-14000}, is
 * unreadable: nothing in it tells whether it means CNY or thousands.
 */
public final class SalaryParser {

    private static final int LONGEST = 100;
    private static final Pattern UNDISCLOSED = Pattern.compile("(?:薪资|薪酬|工资|待遇)?+面议");

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
     *     anything outside 12 to 24 count as not stated, which is 12; a number in the text (·13薪) wins
     * @return never throws: what cannot be read is {@link Unreadable}
     */
    public static Salary parse(@Nullable String raw, int months) {
        if (raw == null) {
            return new Undisclosed();
        }
        if (hasPrivateFont(raw)) {
            // Boss draws its digits with a font of its own (seen 2022): the codes say nothing about the digits.
            return new Unreadable(
                    raw, "The text has characters of a private font (U+E000 to U+F8FF), so its digits are unknown.");
        }
        if (raw.length() > LONGEST && !raw.isBlank()) {
            return new Unreadable(
                    raw, "The text has " + raw.length() + " characters, but pay has at most " + LONGEST + ".");
        }
        return read(raw, PayText.normalise(raw), months);
    }

    private static boolean hasPrivateFont(String raw) {
        return raw.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
    }

    private static Salary read(String raw, String text, int months) {
        if (text.isEmpty() || UNDISCLOSED.matcher(text).matches()) {
            return new Undisclosed();
        }
        return PayText.of(text)
                .map(pay -> read(raw, pay, months))
                .orElseGet(() -> new Unreadable(raw, "The text has none of the known shapes of pay, such as 15k-25k."));
    }

    private static Salary read(String raw, PayText pay, int months) {
        return flaw(pay).<Salary>map(why -> new Unreadable(raw, why)).orElseGet(() -> disclosed(pay, months));
    }

    private static Optional<String> flaw(PayText pay) {
        Amount second = upperEnd(pay);
        return Stream.of(
                        pay.first().flaw(),
                        second.flaw(),
                        orderFlaw(pay.first(), second),
                        openFlaw(pay),
                        monthsFlaw(pay))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Amount upperEnd(PayText pay) {
        return pay.second() == null ? pay.first() : pay.second();
    }

    private static Optional<String> orderFlaw(Amount first, Amount second) {
        return first.cny().compareTo(second.cny()) > 0
                ? Optional.of("The lower end " + first + " is above the upper end " + second + ".")
                : Optional.empty();
    }

    private static Optional<String> openFlaw(PayText pay) {
        return pay.second() != null && !pay.openEnd().isEmpty()
                ? Optional.of("The text gives both ends of a range and still says " + pay.openEnd() + ".")
                : Optional.empty();
    }

    private static Optional<String> monthsFlaw(PayText pay) {
        return pay.months() != null && !Disclosed.isPossible(Integer.parseInt(pay.months()))
                ? Optional.of("The text says " + pay.months() + " months are paid a year, but 12 to 24 are possible.")
                : Optional.empty();
    }

    private static Disclosed disclosed(PayText pay, int months) {
        Integer low = pay.hasNoLowerEnd() ? null : pay.first().cny().intValueExact();
        Integer high = pay.hasNoUpperEnd() ? null : upperEnd(pay).cny().intValueExact();
        return new Disclosed(low, high, interval(pay.period()), months(pay.months(), months));
    }

    private static Interval interval(String period) {
        return switch (period) {
            case "年" -> Interval.YEAR;
            case "天", "日" -> Interval.DAY;
            case "时", "小时" -> Interval.HOUR;
            default -> Interval.MONTH;
        };
    }

    private static int months(@Nullable String written, int field) {
        int months = written == null ? field : Integer.parseInt(written);
        return Disclosed.isPossible(months) ? months : Disclosed.FEWEST_MONTHS;
    }
}
