package paymap.pmap;

/**
 * What one port said.
 *
 * @param port 1 to 65535
 * @param reason why it has its state
 * @param rttMicros microseconds from the question to the answer; -1 where it was not measured
 */
public record PortResult(int port, Reason reason, long rttMicros) implements Comparable<PortResult> {

    public PortState state() {
        return reason.state();
    }

    /** By number. */
    @Override
    public int compareTo(PortResult other) {
        return Integer.compare(port, other.port);
    }
}
