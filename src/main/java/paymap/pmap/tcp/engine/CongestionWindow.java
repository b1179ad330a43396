package paymap.pmap.tcp.engine;

/**
 * How many probes may be in flight: more with each answer, half where answers get lost, never more than was asked for.
 * As TCP's window, but it starts at the most, since one question is a single small packet. Pure; times in nanoseconds.
 */
final class CongestionWindow {

    /** One more for each answer, as nmap's ca_incr. */
    static final double BY_ANSWER = 1;

    /** Silence is no sign of a full network, but it is no answer either. Chosen; not measured. */
    static final double BY_SILENCE = 0.5;

    private final int smallest;
    private final int largest;
    private double size;
    private long nextHalving = Long.MIN_VALUE;

    /**
     * @param smallest never fewer, at least 1
     * @param largest never more, and what it begins with; where it is below {@code smallest}, it counts
     */
    CongestionWindow(int smallest, int largest) {
        this.smallest = Math.min(smallest, largest);
        this.largest = largest;
        this.size = largest;
    }

    int size() {
        return (int) size;
    }

    void grow(double by) {
        size = Math.min(largest, size + by);
    }

    /** @param interval losses within it count as one; 0 = each counts */
    void halve(long now, long interval) {
        if (now >= nextHalving) {
            nextHalving = now + interval;
            size = Math.max(smallest, size / 2);
        }
    }
}
