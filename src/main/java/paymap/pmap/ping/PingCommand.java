package paymap.pmap.ping;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How the system's ping is called. It is judged by its exit status, never by its words, which follow the language;
 * but for Windows, where a router's "unreachable" ends with status 0 as well.
 *
 * @param words the command without how long it waits and the address
 * @param waitOptions how long it waits for a host that may be far away
 * @param subnetWaitOptions and for one of a subnet that has answered
 * @param asksTwice whether one call with {@code waitOptions} asks a silent host again by itself; one with
 *     {@code subnetWaitOptions} never does
 * @param judgedByTtl whether an answer shows by {@code TTL=} in what it prints
 */
record PingCommand(
        List<String> words, String waitOptions, String subnetWaitOptions, boolean asksTwice, boolean judgedByTtl) {

    /** Half of what is allowed otherwise, as fping waits. */
    private static final long SUBNET_MILLIS = 500;

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
        long near = Math.min(millis, SUBNET_MILLIS);
        String seconds = String.valueOf((millis + 999) / 1000);
        if (name.contains("windows")) { // -n counts, -w is in milliseconds
            return new PingCommand(List.of("ping", "-n", "1"), "-w " + millis, "-w " + near, false, true);
        }
        if (name.contains("mac") || name.contains("bsd")) { // -W is in milliseconds
            return new PingCommand(List.of("ping", "-n", "-c", "1"), "-W " + millis, "-W " + near, false, false);
        }
        if (!version.contains("iputils")) { // busybox and others: whole seconds
            return new PingCommand(List.of("ping", "-c", "1"), "-W " + seconds, "-W " + seconds, false, false);
        }
        // With a deadline it goes on asking until one answer came.
        String waitOptions = retries ? "-i 0.4 -w " + seconds : "-W " + fraction(millis);
        return new PingCommand(List.of("ping", "-n", "-c", "1"), waitOptions, "-W " + fraction(near), retries, false);
    }

    private static String fraction(long millis) {
        return millis / 1000 + "." + String.format(Locale.ROOT, "%03d", millis % 1000);
    }
}
