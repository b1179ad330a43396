package paymap.pmap.tcp.engine;

import java.net.InetAddress;
import paymap.pmap.target.Address;

/**
 * One question to one port. Its socket belongs to the loop that took it; what the loop may read is public here, final or
 * a signal of the engine, and needs no lock.
 */
public final class Probe {

    /** An answer as quick as this comes within the call that connects. Chosen: the loopback takes 20 to 60 µs. */
    private static final long IMMEDIATE = 100_000L;

    final HostScan scan;

    /** The place of the port in the order of asking; {@link PortQueue#NONE} = only host discovery asks it. */
    final int place;

    /** 0 = the first time this port is asked. */
    final int round;

    /** When a loop took it. */
    final long takenAt;

    private final ProbedHost host;
    private final int port;
    private final boolean immediate;
    private volatile boolean inFlight = true;

    Probe(HostScan scan, Question question, long takenAt) {
        this.scan = scan;
        this.host = scan.host;
        this.place = question.place();
        this.port = question.port();
        this.round = question.round();
        this.takenAt = takenAt;
        this.immediate = host.address.isLoopback() || scan.rtt.isKnown() && scan.rtt.srtt() < IMMEDIATE;
    }

    /** The host to ask. */
    public Address address() {
        return host.address;
    }

    /** The host to ask, for sockets. */
    public InetAddress inet() {
        return host.inet;
    }

    /** The port to ask, 1 to 65535. */
    public int port() {
        return port;
    }

    /** Whether the answer is likely there as soon as the question is sent. */
    public boolean isImmediate() {
        return immediate;
    }

    /** Whether it still counts as waited for; its socket may be answered later all the same. */
    public boolean isInFlight() {
        return inFlight;
    }

    /** Whether its host is finished, so that no answer matters. */
    public boolean isObsolete() {
        return host.isFinished();
    }

    void release() {
        inFlight = false;
    }
}
