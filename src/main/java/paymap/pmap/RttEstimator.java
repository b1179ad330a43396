package paymap.pmap;

/**
 * How long a host takes to answer, learned as TCP learns it (RFC 6298: smoothed time and its deviation), and so how
 * long to wait for it. Pure; times in nanoseconds.
 */
public final class RttEstimator {

    /** Never wait less: a busy host, a busy scanner, a queue on the way. */
    public static final long FLOOR = 100_000_000L;

    private static final long MARGIN = 10_000_000L;

    private final long longest;
    private final long unknown;
    private long srtt = -1;
    private long rttvar;

    /**
     * @param longest never wait longer
     * @param unknown how long to wait while nothing has answered
     */
    public RttEstimator(long longest, long unknown) {
        this.longest = longest;
        this.unknown = Math.min(longest, unknown);
    }

    public void update(long took) {
        if (srtt < 0) {
            srtt = took;
            rttvar = took / 2;
        } else {
            rttvar += (Math.abs(srtt - took) - rttvar) / 4;
            srtt += (took - srtt) / 8;
        }
    }

    public boolean isKnown() {
        return srtt >= 0;
    }

    /** The smoothed time to an answer; -1 = none yet. */
    public long srtt() {
        return srtt;
    }

    /** @param round 0 = first asked; from the second repetition on a silent port is given more time */
    public long timeout(int round) {
        if (!isKnown()) {
            return unknown;
        }
        long rto = Math.max(FLOOR, srtt + 4 * rttvar + MARGIN);
        long stretched = round < 2 ? rto : rto + rto * Math.min(round - 1, 4) / 2;
        return Math.min(longest, stretched);
    }
}
