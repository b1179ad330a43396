package paymap.salary;

import java.math.BigDecimal;
import java.util.Optional;
import paymap.salary.Salary.Flaw;

/**
 * One amount as written.
 *
 * @param number digits with an optional decimal point and thousands separators, e.g. 1.5 or 15,000
 * @param unit k, w, 千, 万, each with or without 元, or 元 alone; empty when the text states none
 */
record Amount(String number, String unit) {

    private static final int MOST_DIGITS = 7;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The amount in CNY, exact; fractions are possible, see {@link #doubt}. */
    BigDecimal cny() {
        return new BigDecimal(number.replace(",", "")).multiply(BigDecimal.valueOf(multiplier()));
    }

    /** Whether it is written in thousands, as only monthly pay is. */
    boolean isInThousands() {
        return multiplier() == 1_000;
    }

    /**
     * Why this is not an amount of pay, or empty when {@link #cny()} is a whole number from 1 that fits an int.
     *
     * @param leastBare the least that a number without a unit can be, in CNY
     */
    Optional<Doubt> doubt(int leastBare) {
        long digits = number.chars().filter(Character::isDigit).count();
        if (digits > MOST_DIGITS) {
            return Doubt.of(
                    Flaw.NO_AMOUNT,
                    "A number in the text has " + digits + " digits, but pay has at most " + MOST_DIGITS + ".");
        }
        if (unit.isEmpty() && cny().compareTo(BigDecimal.valueOf(leastBare)) < 0) {
            return Doubt.of(Flaw.NO_UNIT, "The number " + number + " has no unit of its own such as k, 千, 万 or 元.");
        }
        return doubtOf(cny());
    }

    private Optional<Doubt> doubtOf(BigDecimal cny) {
        if (cny.signum() == 0) {
            return Doubt.of(Flaw.NO_AMOUNT, "The amount " + this + " is zero.");
        }
        if (cny.stripTrailingZeros().scale() > 0) {
            return Doubt.of(Flaw.NO_AMOUNT, "The amount " + this + " is not a whole number of CNY.");
        }
        if (cny.compareTo(LARGEST) > 0) {
            return Doubt.of(Flaw.NO_AMOUNT, "The amount " + this + " is too large to be pay.");
        }
        return Optional.empty();
    }

    private int multiplier() {
        if (unit.isEmpty()) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 'k', '千' -> 1_000;
            case 'w', '万' -> 10_000;
            default -> 1;
        };
    }

    @Override
    public String toString() {
        return number + unit;
    }
}
