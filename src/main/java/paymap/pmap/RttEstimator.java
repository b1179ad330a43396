package paymap.pmap;

/**
 * How long answers of a host take, estimated as TCP does it (RFC 6298: SRTT, RTTVAR), and so how long to wait for one
 * (RTO). Pure; times in nanoseconds.
 */
public final class RttEstimator {

    /** Never wait less: a busy host, a busy scanner, a queue on the way. nmap's minimum (100 ms) too. */
    public static final long MIN_TIMEOUT = 100_000_000L;

    /** RFC 6298's G, the granularity of the clock: here, how late a busy loop looks. Chosen; not measured. */
    private static final long GRANULARITY = 10_000_000L;

    /** From the second repetition on half a timeout more each time, up to three times as long. Chosen; not measured. */
    private static final int MOST_HALVES = 4;

    private final long longest;
    private final long initial;
    private long srtt = -1;
    private long rttvar;

    /**
     * @param longest never wait longer
     * @param initial how long to wait while nothing has answered; more than {@code longest} counts as that
     */
    public RttEstimator(long longest, long initial) {
        this.longest = longest;
        this.initial = Math.min(longest, initial);
    }

    /** Takes in the time from a question to its answer. */
    public void update(long rtt) {
        if (srtt < 0) {
            srtt = rtt;
            rttvar = rtt / 2;
        } else {
            rttvar += (Math.abs(srtt - rtt) - rttvar) / 4;
            srtt += (rtt - srtt) / 8;
        }
    }

    /** Whether anything has answered. */
    public boolean isKnown() {
        return srtt >= 0;
    }

    /** The smoothed round-trip time; -1 = none yet. */
    public long srtt() {
        return srtt;
    }

    /** How long to wait. @param round 0 = first asked; from the second repetition on a silent port is given more time */
    public long timeout(int round) {
        if (!isKnown()) {
            return initial;
        }
        long rto = Math.max(MIN_TIMEOUT, srtt + 4 * rttvar + GRANULARITY);
        long stretched = round < 2 ? rto : rto + rto * Math.min(round - 1, MOST_HALVES) / 2;
        return Math.min(longest, stretched);
    }
}
