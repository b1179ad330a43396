package paymap.pmap.tcp.engine;

import java.net.InetAddress;
import paymap.pmap.target.Address;

/** What the loops may know of a host without the lock: where it is, and the engine's one signal that it is finished. */
final class ProbedHost {

    final Address address;
    final InetAddress inet;
    private volatile boolean finished;

    ProbedHost(Address address) {
        this.address = address;
        this.inet = address.inet();
    }

    /** No answer from this host changes anything any more. */
    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }
}
