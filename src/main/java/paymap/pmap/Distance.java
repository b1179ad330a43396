package paymap.pmap;

/**
 * How long a host takes to answer, learned as TCP learns it (RFC 6298: smoothed time and its deviation), and so how
 * long to wait for it. Pure; times in nanoseconds.
 */
public final class Distance {

    /** Never wait less: a busy host, a busy scanner, a queue on the way. */
    public static final long FLOOR = 100_000_000L;

    private static final long MARGIN = 10_000_000L;

    private final long longest;
    private final long unknown;
    private long smoothed = -1;
    private long deviation;

    /**
     * @param longest never wait longer
     * @param unknown how long to wait while nothing has answered
     */
    public Distance(long longest, long unknown) {
        this.longest = longest;
        this.unknown = Math.min(longest, unknown);
    }

    public void learn(long took) {
        if (smoothed < 0) {
            smoothed = took;
            deviation = took / 2;
        } else {
            deviation += (Math.abs(smoothed - took) - deviation) / 4;
            smoothed += (took - smoothed) / 8;
        }
    }

    public boolean known() {
        return smoothed >= 0;
    }

    /** The smoothed time to an answer; -1 = none yet. */
    public long smoothed() {
        return smoothed;
    }

    /** @param round 0 = first asked; from the second repetition on a silent port is given more time */
    public long patience(int round) {
        if (!known()) {
            return unknown;
        }
        long patience = Math.max(FLOOR, smoothed + 4 * deviation + MARGIN);
        long stretched = round < 2 ? patience : patience + patience * Math.min(round - 1, 4) / 2;
        return Math.min(longest, stretched);
    }
}
