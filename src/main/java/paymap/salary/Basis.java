package paymap.salary;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;

/** What is averaged: which postings take part, and in what unit their midpoints are. */
public enum Basis {
    /** CNY a month: pay per month as written, months beyond the twelfth not counted, and a twelfth of pay per year. */
    MONTH,
    /**
     * A twelfth of what a year brings, in CNY a month: pay per month times the months paid ({@link Disclosed#months},
     * 12 where the site states none) by 12, and a twelfth of pay per year, which is taken to hold every month already.
     */
    PACKAGE,
    /** CNY a week, of pay per week alone. */
    WEEK,
    /** CNY a day, of pay per day alone. */
    DAY,
    /** CNY an hour, of pay per hour alone. */
    HOUR;

    // Halving a range and dividing a yearly one by twelve leaves at worst 1/24 CNY: whole numbers of these are exact.
    static final int UNITS_PER_CNY = 24;

    /** The name used in files and on the command line: {@code month}, {@code package}, {@code week}, {@code day} or {@code hour}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether pay for this interval takes part; what does not is paid for another interval, not open-ended. */
    boolean covers(Interval interval) {
        return switch (this) {
            case MONTH, PACKAGE -> interval == Interval.MONTH || interval == Interval.YEAR;
            case WEEK -> interval == Interval.WEEK;
            case DAY -> interval == Interval.DAY;
            case HOUR -> interval == Interval.HOUR;
        };
    }

    /** The midpoint in 1/24 CNY, exact; empty for an open end, another interval, undisclosed or unreadable pay. */
    OptionalLong units(Salary salary) {
        return salary instanceof Disclosed pay && covers(pay.interval())
                ? units(pay.low(), pay.high(), unitsOfTheSum(pay))
                : OptionalLong.empty();
    }

    private static OptionalLong units(@Nullable Integer low, @Nullable Integer high, int unitsOfTheSum) {
        return low == null || high == null
                ? OptionalLong.empty()
                : OptionalLong.of(((long) low + high) * unitsOfTheSum);
    }

    /** How many units one CNY of the sum of both ends is: 12 of 24 halve it, and a year's halved CNY is one unit. */
    private int unitsOfTheSum(Disclosed pay) {
        if (pay.interval() == Interval.YEAR) {
            return 1;
        }
        return this == PACKAGE ? pay.months() : UNITS_PER_CNY / 2;
    }
}
