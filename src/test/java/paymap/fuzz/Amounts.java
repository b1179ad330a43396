package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.cli.console.Durations;
import paymap.pace.Rate;
import paymap.salary.Basis;
import paymap.salary.PayAmount;
import paymap.salary.Salary;
import paymap.salary.Salary.Disclosed;
import paymap.salary.SalaryParser;

/** Numbers with units: pay as sites write it, and amounts, rates and times as people type them. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final int MOST_PAY = Integer.MAX_VALUE;

    private Amounts() {}

    static void salary(byte[] input) {
        String[] parts = Input.parts(input, 2);
        String raw = parts[1];
        int months = parts[0].matches("\\d{1,3}") ? Integer.parseInt(parts[0]) : 0;
        Salary read = SalaryParser.parse(raw, months);
        that(read.equals(SalaryParser.parse(raw, months)), "the same text reads in two ways");
        that(
                read.getClass()
                                == SalaryParser.parse("\u3000" + raw + " ", months)
                                        .getClass()
                        || raw.length() > 98,
                "spaces around it change how it reads: " + raw);
        if (read instanceof Disclosed pay) {
            disclosed(raw, pay);
        } else if (read instanceof Salary.Unreadable unreadable) {
            that(unreadable.raw().equals(raw), "the text was changed");
            Input.sentence(unreadable.why());
        }
    }

    private static void disclosed(String raw, Disclosed pay) {
        int low = pay.low() == null ? 1 : pay.low();
        int high = pay.high() == null ? MOST_PAY : pay.high();
        that(low >= 1 && low <= high, "ends in the wrong order: " + pay);
        that(pay.months() >= 12 && pay.months() <= 25, "months: " + pay);
        Set<BigDecimal> written = amountsIn(raw);
        that(pay.low() == null || written.contains(plain(pay.low())), "an amount that nobody wrote: " + pay + raw);
        that(pay.high() == null || written.contains(plain(pay.high())), "an amount that nobody wrote: " + pay + raw);
        Salary again = SalaryParser.parse(printed(pay));
        that(again.equals(pay), pay + " is printed as " + printed(pay) + " and read as " + again);
    }

    /** Every number in a text, times each unit there is: the reader may not make up any other. */
    private static Set<BigDecimal> amountsIn(String raw) {
        StringBuilder narrow = new StringBuilder();
        raw.chars().forEach(c -> narrow.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        Set<BigDecimal> amounts = new HashSet<>();
        Matcher numbers = NUMBER.matcher(narrow);
        while (numbers.find()) {
            BigDecimal number = new BigDecimal(numbers.group().replace(",", ""));
            for (int unit : new int[] {1, 1_000, 10_000}) {
                amounts.add(number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros());
            }
        }
        return amounts;
    }

    private static BigDecimal plain(int amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros();
    }

    /** Pay in the words of a site, with nothing left to guess. */
    private static String printed(Disclosed pay) {
        String time = switch (pay.interval()) {
            case MONTH -> "/月";
            case YEAR -> "/年";
            case WEEK -> "/周";
            case DAY -> "/天";
            case HOUR -> "/时";
        };
        String amount = pay.low() == null
                ? amount(pay.high()) + "以下"
                : pay.high() == null ? amount(pay.low()) + "以上" : amount(pay.low()) + "-" + amount(pay.high());
        return amount + time + (pay.months() == 12 ? "" : "·" + pay.months() + "薪");
    }

    private static String amount(int cny) {
        // A number of more than seven digits is none of pay's; one that long has always been written with a unit.
        return cny < 10_000_000
                ? cny + "元"
                : BigDecimal.valueOf(cny).movePointLeft(4).stripTrailingZeros().toPlainString() + "万元";
    }

    static void typed(byte[] input) {
        String[] parts = Input.parts(input, 2);
        for (Basis basis : Basis.values()) {
            Integer cny = Input.orRefused(() -> PayAmount.of("--min-pay", parts[1], basis));
            if (cny != null) {
                that(cny >= 1, "no amount: " + cny);
                boolean small = cny < 500;
                Integer again = Input.orRefused(() -> PayAmount.of("--min-pay", cny + (small ? "元" : ""), basis));
                that(small || cny.equals(again), cny + " is read as " + again);
            }
        }
    }

    static void rate(byte[] input) {
        String typed = Input.text(input);
        Rate rate = Input.orRefused(() -> Rate.of(typed));
        if (rate == null || rate.unlimited()) {
            that(rate == null || typed.strip().equalsIgnoreCase("max"), "no limit for " + typed);
            return;
        }
        that(
                rate.interval().compareTo(Duration.ofMillis(1)) >= 0
                        && rate.interval().compareTo(Duration.ofHours(1)) <= 0,
                "out of bounds: " + rate.interval());
        Rate again = Rate.of(rate.toString());
        double off = (double) again.interval().toNanos() / rate.interval().toNanos();
        that(off > 0.94 && off < 1.06, typed + " is printed as " + rate + ", which is another rate");
    }

    static void duration(byte[] input) {
        String typed = Input.text(input);
        for (Durations kind : Durations.values()) {
            Duration found = kind.find(typed);
            Duration read = Input.orRefused(() -> kind.of(typed));
            that(java.util.Objects.equals(found, read), "found is not read: " + typed);
            boolean mayBeNothing = kind == Durations.PROBE || kind == Durations.BACK;
            that(read == null || mayBeNothing || !read.isZero(), kind + " of nothing: " + typed);
            that(read == null || !read.isNegative(), "a time back: " + typed);
        }
    }
}
