package paymap.cli.console;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as they are typed. */
public final class Durations {

    private static final Pattern WAIT = Pattern.compile("(\\d{1,6})\\s*(s|min|h)");

    private Durations() {}

    /** @throws IllegalArgumentException if it is none, or of no length */
    public static Duration wait(String text) {
        Matcher parts = WAIT.matcher(text.strip());
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw new IllegalArgumentException("not a time: \"" + text + "\"; allowed e.g. 90s, 15min, 2h");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "h" -> Duration.ofHours(amount);
            case "min" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
