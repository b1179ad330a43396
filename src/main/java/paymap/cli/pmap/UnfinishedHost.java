package paymap.cli.pmap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** What is known of a host that is not finished. */
final class UnfinishedHost {

    private final Map<Integer, PortResult> open = new TreeMap<>();
    private final Map<Reason, PortSet> byReason = new EnumMap<>(Reason.class);

    void open(PortResult port) {
        PortResult before = open.get(port.port());
        if (before == null || port.said() != null) {
            open.put(port.port(), port);
        }
    }

    void add(Map<Reason, PortSet> more) {
        for (Map.Entry<Reason, PortSet> group : more.entrySet()) {
            byReason.merge(group.getKey(), group.getValue(), PortSet::with);
        }
    }

    /** @param ports how many are asked */
    HostResult result(Address host, int ports) {
        int closed = 0;
        int filtered = 0;
        for (Map.Entry<Reason, PortSet> group : byReason.entrySet()) {
            int count = group.getValue().count();
            closed += group.getKey().state() == PortState.CLOSED ? count : 0;
            filtered += group.getKey().state() == PortState.FILTERED ? count : 0;
        }
        return new HostResult(
                host,
                HostResult.Verdict.SCANNED,
                List.copyOf(open.values()),
                closed,
                filtered,
                0,
                Math.max(0, ports - open.size() - closed - filtered),
                List.of(),
                byReason,
                false);
    }
}
