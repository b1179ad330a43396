package paymap.pmap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the system's ping is called. It is judged by its exit status, never by its words, which follow the language;
 * but for Windows, where a router's "unreachable" ends with status 0 as well.
 *
 * @param words the command without the address
 * @param asksTwice whether one call asks a silent host again by itself
 * @param judgedByTtl whether an answer shows by {@code TTL=} in what it prints
 */
record PingCommand(List<String> words, boolean asksTwice, boolean judgedByTtl) {

    PingCommand {
        words = List.copyOf(words);
    }

    /**
     * @param system as {@code os.name} tells it
     * @param version what {@code ping -V} prints; empty where it prints nothing
     * @param retries whether silent hosts are asked again
     */
    static PingCommand of(String system, String version, Duration longestWait, boolean retries) {
        String name = system.toLowerCase(Locale.ROOT);
        long millis = Math.max(1, longestWait.toMillis());
        String seconds = String.valueOf((millis + 999) / 1000);
        if (name.contains("windows")) { // -n counts, -w is in milliseconds
            return new PingCommand(List.of("ping", "-n", "1", "-w", "" + millis), false, true);
        }
        if (name.contains("mac") || name.contains("bsd")) { // -W is in milliseconds
            return new PingCommand(List.of("ping", "-n", "-c", "1", "-W", "" + millis), false, false);
        }
        if (!version.contains("iputils")) { // busybox and others: whole seconds
            return new PingCommand(List.of("ping", "-c", "1", "-W", seconds), false, false);
        }
        List<String> words = new ArrayList<>(List.of("ping", "-n", "-c", "1"));
        if (retries) { // with a deadline it goes on asking until one answer came
            words.addAll(List.of("-i", "0.4", "-w", seconds));
        } else {
            words.addAll(List.of("-W", fraction(millis)));
        }
        return new PingCommand(words, retries, false);
    }

    private static String fraction(long millis) {
        return millis / 1000 + "." + String.format(Locale.ROOT, "%03d", millis % 1000);
    }
}
