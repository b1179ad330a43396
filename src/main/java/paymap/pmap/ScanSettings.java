package paymap.pmap;

import java.time.Duration;

/**
 * How to scan.
 *
 * @param atOnce the most probes waited for at once, 1 to {@link #MOST_AT_ONCE}
 * @param longestWait for one probe, 1 ms to 5 min; the measured distance of a host makes it shorter, never longer
 * @param retries how often a silent port or host is asked again at most, 0 to 100; {@link #AS_NEEDED} = as long as that
 *     still finds something
 * @param rate probes a second at most, 1 to 1,000,000; 0 = no limit
 * @param assumeUp whether hosts are scanned that did not answer the first few probes
 * @param everyPort whether closed and filtered ports are told one by one
 */
public record ScanSettings(
        int atOnce, Duration longestWait, int retries, int rate, boolean assumeUp, boolean everyPort) {

    /** Ask again as long as that still finds something. */
    public static final int AS_NEEDED = -1;

    /** More would want more open files than systems give. */
    public static final int MOST_AT_ONCE = 10_000;

    /** @throws IllegalArgumentException if a value is out of its range */
    public ScanSettings {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("-n must be from 1 to " + MOST_AT_ONCE + " probes at once: " + atOnce);
        }
        if (longestWait.compareTo(Duration.ofMillis(1)) < 0 || longestWait.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException(
                    "the longest wait for a probe must be from 1ms to 5min: " + longestWait.toMillis() + "ms");
        }
        if (retries < AS_NEEDED || retries > 100) {
            throw new IllegalArgumentException("--retries must be from 0 to 100: " + retries);
        }
        if (rate < 0 || rate > 1_000_000) {
            throw new IllegalArgumentException("--rate must be from 1 to 1000000 packets a second: " + rate);
        }
    }

    /**
     * The same for one of several that scan together.
     *
     * @param atOnceNow its share of what may be out at once, at least 1
     * @param rateNow its share of the rate; 0 = no limit
     */
    public ScanSettings share(int atOnceNow, int rateNow) {
        return new ScanSettings(atOnceNow, longestWait, retries, rateNow, assumeUp, everyPort);
    }
}
