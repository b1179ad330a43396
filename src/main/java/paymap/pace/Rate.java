package paymap.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.words.Words;

/**
 * The most requests that may start in a time, as a start interval.
 *
 * @param interval between the starts of two requests; zero = no limit
 */
public record Rate(Duration interval) {

    /** No limit of our own; only ever towards this machine itself. */
    public static final Rate MAX = new Rate(Duration.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)/(s|sec|min|h)");

    public Rate {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("a start interval must not be negative: " + interval);
        }
    }

    /**
     * Reads a rate as a person writes it; case and blanks around it do not matter.
     *
     * @param written e.g. {@code 12/min}, {@code 5/s}, {@code 300/h}, or {@code max}
     * @throws IllegalArgumentException if it is not a rate, is 0, or is above 1000/s or below 1/h
     */
    public static Rate of(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.equals("max")) {
            return MAX;
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(Words.say(
                    "not a rate: \"%s\"; allowed: a number above 0 and a time, e.g. 12/min, 5/s, 0.5/s, 300/h, or max",
                    written));
        }
        BigDecimal count = new BigDecimal(parts.group(1));
        if (count.signum() == 0) {
            throw new IllegalArgumentException(Words.say(
                    "a rate of 0 would never send anything: \"%s\"; allowed: a number above 0 and a time, e.g. 12/min,"
                            + " 5/s, 0.5/s, 300/h",
                    written));
        }
        BigDecimal nanos = BigDecimal.valueOf(unit(parts.group(2)).toNanos()).divide(count, 0, RoundingMode.CEILING);
        return within(Duration.ofNanos(nanos.longValueExact()), written);
    }

    /** Whether this is {@link #MAX}. */
    public boolean unlimited() {
        return interval.isZero();
    }

    /** As a person writes it, in the unit that reads best: {@code 5/s}, {@code 12/min}. */
    @Override
    public String toString() {
        if (unlimited()) {
            return "max";
        }
        double perSecond = 1e9 / interval.toNanos();
        if (perSecond >= 1) {
            return tidy(perSecond) + "/s";
        }
        return perSecond * 60 >= 1 ? tidy(perSecond * 60) + "/min" : tidy(perSecond * 3600) + "/h";
    }

    private static Rate within(Duration interval, String written) {
        if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(Words.say("a rate must be from 1/h to 1000/s: \"%s\"", written));
        }
        return new Rate(interval);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "h" -> Duration.ofHours(1);
            case "min" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }

    private static String tidy(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
