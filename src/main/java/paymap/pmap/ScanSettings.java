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
 * @param hostTimeout after this, a host is told as far as it is known, 100 ms to 24 h; zero = never
 * @param seed of the order in which hosts and ports are asked, 0 or more; {@link #IN_ORDER} = as usual
 */
public record ScanSettings(
        int atOnce,
        Duration longestWait,
        int retries,
        int rate,
        boolean assumeUp,
        boolean everyPort,
        Duration hostTimeout,
        int seed) {

    /** Hosts by their addresses, the common ports first. */
    public static final int IN_ORDER = -1;

    /** Ask again as long as that still finds something. */
    public static final int AS_NEEDED = -1;

    /** More would want more open files than systems give. */
    public static final int MOST_AT_ONCE = 10_000;

    /** A number that is set, with its range. */
    public enum Limit {
        /** In probes. */
        AT_ONCE(1, MOST_AT_ONCE),
        /** In milliseconds. */
        LONGEST_WAIT(1, 300_000),
        /** In times; {@link #AS_NEEDED} too. */
        RETRIES(0, 100),
        /** In probes a second; 0 too, for no limit. */
        RATE(1, 1_000_000),
        /** In milliseconds; 0 too, for never. */
        HOST_TIMEOUT(100, 86_400_000);

        private final long least;
        private final long most;

        Limit(long least, long most) {
            this.least = least;
            this.most = most;
        }

        /** The least that may be set. */
        public long least() {
            return least;
        }

        /** The most that may be set. */
        public long most() {
            return most;
        }

        private void check(long value) {
            if (value < least || value > most) {
                throw new OutOfRange(this, value);
            }
        }
    }

    /** A number is not within its range. */
    public static final class OutOfRange extends IllegalArgumentException {
        private final Limit limit;
        private final long value;

        OutOfRange(Limit limit, long value) {
            super(limit + " must be from " + limit.least + " to " + limit.most + ": " + value);
            this.limit = limit;
            this.value = value;
        }

        /** Which number. */
        public Limit limit() {
            return limit;
        }

        /** What it was, in the unit of its {@link Limit}. */
        public long value() {
            return value;
        }
    }

    /** @throws OutOfRange if a value is not within its range */
    public ScanSettings {
        Limit.AT_ONCE.check(atOnce);
        Limit.LONGEST_WAIT.check(longestWait.toMillis());
        Limit.RETRIES.check(retries == AS_NEEDED ? 0 : retries);
        Limit.RATE.check(rate == 0 ? 1 : rate);
        if (!hostTimeout.isZero()) {
            Limit.HOST_TIMEOUT.check(hostTimeout.toMillis());
        }
    }

    /** With no time limit for a host, in the usual order. */
    public ScanSettings(int atOnce, Duration longestWait, int retries, int rate, boolean assumeUp, boolean everyPort) {
        this(atOnce, longestWait, retries, rate, assumeUp, everyPort, Duration.ZERO, IN_ORDER);
    }

    /** Whether hosts and ports are asked in an order that looks random. */
    public boolean shuffled() {
        return seed != IN_ORDER;
    }

    /** The same with another time limit for a host; zero = none. */
    public ScanSettings within(Duration timeout) {
        return new ScanSettings(atOnce, longestWait, retries, rate, assumeUp, everyPort, timeout, seed);
    }

    /**
     * The same for one of several that scan together.
     *
     * @param atOnceNow its share of what may be out at once, at least 1
     * @param rateNow its share of the rate; 0 = no limit
     */
    public ScanSettings share(int atOnceNow, int rateNow) {
        return new ScanSettings(atOnceNow, longestWait, retries, rateNow, assumeUp, everyPort, hostTimeout, seed);
    }
}
