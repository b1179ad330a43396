package paymap.pmap.tcp.engine;

import paymap.pmap.Reason;
import paymap.pmap.target.PortOrder;

/** The first few probes, which show whether a host is there at all: which are sent, and what their answers say. Pure. */
final class Discovery {

    /** One late "unreachable" could be an accident of ARP. Chosen; not measured. */
    private static final int ENOUGH_UNREACHABLE = 3;

    private final int[] ports;
    private final PortOrder order;
    private int sent;
    private boolean hostAnswered;
    private int lateUnreachable;
    private int netUnreachable;

    /** @param ports to try, in order; they stand at the beginning of {@code order}, or are not asked for at all */
    Discovery(int[] ports, PortOrder order) {
        this.ports = ports;
        this.order = order;
    }

    boolean hasNext() {
        return sent < ports.length;
    }

    /** Takes the next port. */
    int next() {
        return ports[sent++];
    }

    /** Begins anew. */
    void repeat() {
        sent = 0;
    }

    /** Where a port to try stands in the order of asking, or {@link PortQueue#NONE}. */
    int placeOf(int port) {
        for (int place = 0; place < Math.min(order.count(), ports.length); place++) {
            if (order.at(place) == port) {
                return place;
            }
        }
        return PortQueue.NONE;
    }

    /**
     * Takes note of an answer to any probe of the host.
     *
     * @param late whether it came after the kernel had repeated the question
     * @return whether somebody is there
     */
    boolean heard(Reason reason, boolean late) {
        hostAnswered |= reason.isHost();
        netUnreachable += reason == Reason.NET_UNREACHABLE ? 1 : 0;
        lateUnreachable += isFailedArp(reason, late) ? 1 : 0;
        return reason != Reason.NET_UNREACHABLE && !isFailedArp(reason, late);
    }

    /** No answer to ARP takes a second or more; a firewall that says the same is quick, and the host is there. */
    static boolean isFailedArp(Reason reason, boolean late) {
        return reason == Reason.NO_ROUTE && late;
    }

    /** Whether the host itself was heard. */
    boolean hasAnswered() {
        return hostAnswered;
    }

    /** Whether the network said often enough that nobody is there, and nobody was heard. */
    boolean isUnreachable() {
        return !hostAnswered && lateUnreachable >= Math.min(ENOUGH_UNREACHABLE, order.count());
    }

    /** Whether this machine has no route to the host: nothing else was ever the answer. */
    boolean isWithoutRoute(PortStates states) {
        boolean allProbes = ports.length > 0 && netUnreachable >= ports.length && states.known() <= netUnreachable;
        return !hostAnswered && (allProbes || states.all(Reason.NET_UNREACHABLE));
    }
}
