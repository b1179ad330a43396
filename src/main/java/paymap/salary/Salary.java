package paymap.salary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the pay of one posting reads. */
public sealed interface Salary {

    /**
     * Pay that was read, in the amounts the site wrote.
     *
     * @param low the lower end in whole CNY per {@code interval} before tax, at least 1; null when the text gives only
     *     an upper end (35k以下)
     * @param high the upper end in whole CNY per {@code interval} before tax, not below {@code low}; null when the text
     *     gives only a lower end (20k以上)
     * @param interval what the amounts are paid for; a yearly 20-50万/年 is 200000 and 500000 per {@link Interval#YEAR}
     * @param months months paid a year, 12 to 25; 12 where the site does not state them
     */
    record Disclosed(@Nullable Integer low, @Nullable Integer high, Interval interval, int months) implements Salary {

        /** The fewest months paid a year, and the number where the site states none. */
        public static final int FEWEST_MONTHS = 12;

        /** The most months paid a year that are believed, and the most seen (Zhaopin 2022-07, Liepin 2024-01). */
        public static final int MOST_MONTHS = 25;

        /**
         * Checks every value.
         *
         * @throws IllegalArgumentException if both ends are null, an end is below 1, the ends are in the wrong order or
         *     the months are outside 12 to 25
         */
        public Disclosed {
            if (low == null && high == null) {
                throw new IllegalArgumentException("Pay must have a lower or an upper end, but both are null.");
            }
            requirePositive("low", low);
            requirePositive("high", high);
            if (low != null && high != null && low > high) {
                throw new IllegalArgumentException("low must not be above high: " + low + " > " + high);
            }
            if (!isPossible(months)) {
                throw new IllegalArgumentException("months must be 12 to 25: " + months);
            }
        }

        /** Whether one end is missing, as in 20k以上. */
        public boolean isOpenEnded() {
            return low == null || high == null;
        }

        static boolean isPossible(int months) {
            return months >= FEWEST_MONTHS && months <= MOST_MONTHS;
        }

        private static void requirePositive(String name, @Nullable Integer amount) {
            if (amount != null && amount < 1) {
                throw new IllegalArgumentException(name + " must be at least 1 CNY: " + amount);
            }
        }
    }

    /** The site names no pay: an empty field, 面议 or 薪资面议. */
    record Undisclosed() implements Salary {}

    /**
     * Text that cannot be read without guessing.
     *
     * @param flaw to decide by
     * @param raw the text exactly as the site wrote it, of any length
     * @param why the reason, one whole sentence for a person
     */
    record Unreadable(Flaw flaw, String raw, String why) implements Salary {}

    /** Why a text cannot be read as pay. */
    enum Flaw {
        /** Digits drawn with a font of the site's own. */
        PRIVATE_FONT,
        /** {@code **-**元}: shown to those who are logged in alone. */
        HIDDEN,
        TOO_LONG,
        UNKNOWN_SHAPE,
        /** A number that may be CNY or thousands. */
        NO_UNIT,
        /** Zero, a fraction of a CNY, or more than anybody is paid. */
        NO_AMOUNT,
        /** Its parts do not go together. */
        CONTRADICTION,
        /** Paid by the piece. */
        NO_TIME,
        /** {@code 50万}: too large for a month, and no word of a year. */
        MAYBE_YEARLY
    }

    /** What an amount is paid for. */
    enum Interval {
        MONTH,
        YEAR,
        WEEK,
        DAY,
        HOUR;

        /** The name used in files and databases: {@code month}, {@code year}, {@code week}, {@code day} or {@code hour}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The interval with this code.
         *
         * @param code as {@link #code()} gives it; the case matters
         * @throws IllegalArgumentException if no interval has this code
         */
        public static Interval ofCode(String code) {
            for (Interval interval : values()) {
                if (interval.code().equals(code)) {
                    return interval;
                }
            }
            throw new IllegalArgumentException("The interval must be month, year, week, day or hour: " + code);
        }
    }
}
