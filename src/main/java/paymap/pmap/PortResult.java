package paymap.pmap;

import org.jspecify.annotations.Nullable;

/**
 * What one port said.
 *
 * @param port 1 to 65535
 * @param reason why it has its state
 * @param rttMicros microseconds from the question to the answer; -1 where it was not measured
 * @param said its first line, safe to print; null = it was not asked for, or nothing came
 */
public record PortResult(
        int port, Reason reason, long rttMicros, @Nullable String said) implements Comparable<PortResult> {

    /** Of a port that nobody has listened to. */
    public PortResult(int port, Reason reason, long rttMicros) {
        this(port, reason, rttMicros, null);
    }

    /** The same with what it said. */
    public PortResult saying(@Nullable String line) {
        return new PortResult(port, reason, rttMicros, line);
    }

    public PortState state() {
        return reason.state();
    }

    /** By number. */
    @Override
    public int compareTo(PortResult other) {
        return Integer.compare(port, other.port);
    }
}
