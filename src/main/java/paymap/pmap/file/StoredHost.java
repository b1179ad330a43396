package paymap.pmap.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * What a file knows of one host.
 *
 * @param address of the host
 * @param verdict what was found out about the host itself; of a ping, SCANNED where it answers and SILENT where not
 * @param answered whether anything came from it
 * @param rttMicros of a ping, in microseconds; -1 = not measured
 * @param open its open ports, ascending, each once
 * @param others closed and filtered ports by reason; what this machine could not ask is in none of them
 * @param notOpen ports that are closed or filtered, where an earlier version did not say which of both
 * @param closed how many ports are closed, as far as it is known
 * @param filtered how many are filtered
 * @param errors how many this machine could not ask
 * @param finished whether nothing is left to ask of it; ports that could not be asked are
 * @param timedOut whether the time of the host was up before all was known
 */
public record StoredHost(
        Address address,
        Verdict verdict,
        boolean answered,
        long rttMicros,
        List<PortResult> open,
        Map<Reason, PortSet> others,
        PortSet notOpen,
        int closed,
        int filtered,
        int errors,
        boolean finished,
        boolean timedOut) {

    public StoredHost {
        open = List.copyOf(open);
        others = others.isEmpty() ? Map.of() : new EnumMap<>(others);
    }

    /** What a scan has just found out, with ranges of ports. */
    public static StoredHost of(HostResult result) {
        return new StoredHost(
                result.address(),
                result.verdict(),
                result.answered(),
                -1,
                result.open(),
                result.byReason(),
                PortSet.EMPTY,
                result.closed(),
                result.filtered(),
                result.errors(),
                result.unasked() == 0 && result.errors() == 0,
                result.timedOut());
    }

    /** Who was pinged. @param rttMicros -1 = not measured */
    public static StoredHost pinged(Address host, boolean answers, long rttMicros) {
        Verdict verdict = answers ? Verdict.SCANNED : Verdict.SILENT;
        return new StoredHost(
                host, verdict, answers, rttMicros, List.of(), Map.of(), PortSet.EMPTY, 0, 0, 0, true, false);
    }

    /** Why its open ports may not be its own; null = nothing says so, or too little is known of it. */
    public HostResult.@Nullable Suspicion suspicion() {
        return finished || timedOut ? HostResult.Suspicion.of(open.size(), counted()) : null;
    }

    /** How many ports count for {@link #suspicion}. */
    public int counted() {
        return open.size() + closed + filtered + errors;
    }

    /** Its open ports. */
    public PortSet openPorts() {
        return open.isEmpty()
                ? PortSet.EMPTY
                : PortSet.of(open.stream().mapToInt(PortResult::port).toArray());
    }

    /** Its ports that are known to be closed, or filtered, one of these states at a time. */
    public PortSet ports(PortState state) {
        if (state == PortState.OPEN) {
            return openPorts();
        }
        PortSet ports = PortSet.EMPTY;
        for (Map.Entry<Reason, PortSet> group : others.entrySet()) {
            ports = group.getKey().state() == state ? ports.with(group.getValue()) : ports;
        }
        return ports;
    }

    /** Every port of which something is known; these need not be asked again. */
    public PortSet known() {
        PortSet known = openPorts().with(notOpen);
        for (PortSet group : others.values()) {
            known = known.with(group);
        }
        return known;
    }

    /** What is known of a port; null = nothing, or no more than that it is not open. */
    public @Nullable PortState state(int port) {
        for (PortResult result : open) {
            if (result.port() == port) {
                return PortState.OPEN;
            }
        }
        for (Map.Entry<Reason, PortSet> group : others.entrySet()) {
            if (group.getValue().contains(port)) {
                return group.getKey().state();
            }
        }
        return null;
    }
}
