package paymap.cli.console;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * Times as they are typed: a whole number of at most six digits and its unit, with or without blanks, e.g. {@code 15min}.
 * Neither patterns nor lambdas: waking them takes longer than a scan of this machine.
 */
public enum Durations {
    /** How long a crawl waits: seconds to hours, never nothing. */
    WAIT("90s, 15min, 2h", 1, "s", "min", "h"),
    /** How long a site is left alone, or between two requests: seconds to days, never nothing. */
    PAUSE("30s, 15min, 2h, 7d", 1, "s", "min", "h", "d"),
    /** How long one probe of a scan is waited for: milliseconds to minutes. */
    PROBE("500ms, 2s, 1min", 0, "ms", "s", "min"),
    /** How long one host of a scan is asked: milliseconds to hours, never nothing. */
    HOST("500ms, 30s, 15min, 2h", 1, "ms", "s", "min", "h"),
    /** How far back rows are wanted: hours to weeks. */
    BACK("12h, 7d, 2w", 0, "h", "d", "w");

    private static final int MOST_DIGITS = 6;

    private final String examples;
    private final int least;
    private final String[] units;

    Durations(String examples, int least, String... units) {
        this.examples = examples;
        this.least = least;
        this.units = units;
    }

    /** @throws IllegalArgumentException if it is no such time; the sentence says what is allowed */
    public Duration of(String typed) {
        Duration found = find(typed);
        if (found == null) {
            throw new IllegalArgumentException(
                    Words.say("not a time: \"%s\"; allowed e.g. %s", Table.safe(typed), examples));
        }
        return found;
    }

    /** The time that is typed; null = it is none. */
    public @Nullable Duration find(String typed) {
        String text = typed.strip();
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return null;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        String unit = text.substring(digits).strip();
        for (String known : units) {
            if (known.equals(unit) && amount >= least) {
                return length(amount, unit);
            }
        }
        return null;
    }

    private static Duration length(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }
}
