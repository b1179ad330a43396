package paymap.pmap;

import java.util.List;
import java.util.Map;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * What one host said.
 *
 * @param address of the host
 * @param verdict what was found out about the host itself
 * @param open its open ports, ascending
 * @param closed how many ports are closed
 * @param filtered how many ports gave no answer, or one that is not the host's
 * @param errors how many ports this machine could not ask
 * @param unasked how many ports have no state because the scan was stopped
 * @param others closed, filtered and failed ports one by one, ascending; empty where they were not asked for
 * @param byReason closed and filtered ports as ranges; empty where they were not asked for, see {@link ScanMemory}
 */
public record HostResult(
        Address address,
        Verdict verdict,
        List<PortResult> open,
        int closed,
        int filtered,
        int errors,
        int unasked,
        List<PortResult> others,
        Map<Reason, PortSet> byReason) {

    /** Fewer may all be open by the choice of who asks for them. Chosen. */
    private static final int ENOUGH_PORTS = 100;

    /** What is known of a host. */
    public enum Verdict {
        /** It answered, or it was scanned without an answer because that was asked for. */
        SCANNED,
        /** It answered none of the first probes, so its ports were not asked one by one. */
        SILENT,
        /** The network says that it is not there. */
        UNREACHABLE,
        /** This machine has no route to it. */
        NO_ROUTE
    }

    public HostResult {
        open = List.copyOf(open);
        others = List.copyOf(others);
    }

    /** Without ranges of ports. */
    public HostResult(
            Address address,
            Verdict verdict,
            List<PortResult> open,
            int closed,
            int filtered,
            int errors,
            int unasked,
            List<PortResult> others) {
        this(address, verdict, open, closed, filtered, errors, unasked, others, Map.of());
    }

    /** Whether anything came from the host or from a firewall before it. */
    public boolean answered() {
        return !open.isEmpty() || closed > 0;
    }

    /** More than half of over 100 ports open: something in between answers for it. */
    public boolean isSuspicious() {
        int ports = open.size() + closed + filtered + errors + unasked;
        return ports > ENOUGH_PORTS && open.size() * 2 > ports;
    }
}
