package paymap.pmap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param unasked how many ports have no state because the scan was stopped, or the time of the host was up
 * @param others closed, filtered and failed ports one by one, ascending; empty where they were not asked for
 * @param byReason closed and filtered ports as ranges; empty where they were not asked for, see {@link ScanMemory}
 * @param timedOut whether the time of the host was up before all was known
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
        Map<Reason, PortSet> byReason,
        boolean timedOut) {

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

    /** Why open ports may not be those of the host. */
    public enum Suspicion {
        /** Every port that was asked is open: a tarpit, or something in between answers for it. */
        EVERY_PORT_OPEN,
        /** More than half of them are. */
        MOST_PORTS_OPEN;

        /** Fewer may all be open by the choice of who asks for them. Chosen. */
        private static final int ENOUGH_ALL_OPEN = 50;

        /** Of as few as this, more than half may be open. Chosen. */
        private static final int ENOUGH_MOST_OPEN = 100;

        /** @return null = so many open ones of so many ports are nothing strange */
        public static @Nullable Suspicion of(int open, int ports) {
            if (ports >= ENOUGH_ALL_OPEN && open == ports) {
                return EVERY_PORT_OPEN;
            }
            return ports > ENOUGH_MOST_OPEN && open * 2 > ports ? MOST_PORTS_OPEN : null;
        }
    }

    public HostResult {
        open = List.copyOf(open);
        others = List.copyOf(others);
    }

    /** Without ranges of ports, of a host whose time was not up. */
    public HostResult(
            Address address,
            Verdict verdict,
            List<PortResult> open,
            int closed,
            int filtered,
            int errors,
            int unasked,
            List<PortResult> others) {
        this(address, verdict, open, closed, filtered, errors, unasked, others, Map.of(), false);
    }

    /** The same with other words for its open ports. */
    public HostResult with(List<PortResult> saying) {
        return new HostResult(address, verdict, saying, closed, filtered, errors, unasked, others, byReason, timedOut);
    }

    /** Whether anything came from the host or from a firewall before it. */
    public boolean answered() {
        return !open.isEmpty() || closed > 0;
    }

    /** How many ports count for {@link #suspicion}: all, or where the time was up, those that have a state. */
    public int counted() {
        return open.size() + closed + filtered + errors + (timedOut ? 0 : unasked);
    }

    /** All of 50 or more ports open, or more than half of over 100; null = fewer are. */
    public @Nullable Suspicion suspicion() {
        return Suspicion.of(open.size(), counted());
    }
}
