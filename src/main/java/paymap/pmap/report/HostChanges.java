package paymap.pmap.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import paymap.pmap.PortState;
import paymap.pmap.file.ScanChange;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * What has changed, by host. A port that was never open counts as no change here: whether it is closed or filtered says
 * more of the firewall than of the host.
 *
 * @param came hosts that answer and did not
 * @param gone hosts that answered and do not, with the ports that were open
 * @param ports those that are open or were, by host
 */
record HostChanges(Set<Address> came, Map<Address, PortSet> gone, Map<Address, Map<Integer, ScanChange.Kind>> ports) {

    static HostChanges of(List<ScanChange> changes) {
        HostChanges all = new HostChanges(new HashSet<>(), new TreeMap<>(), new TreeMap<>());
        changes.forEach(all::add);
        return all;
    }

    private void add(ScanChange change) {
        switch (change.kind()) {
            case CAME -> came.add(change.host());
            case GONE -> gone.put(change.host(), change.ports());
            case OPENED -> addPorts(change);
            case CLOSED, FILTERED, NOT_OPEN -> {
                if (change.was() == PortState.OPEN) {
                    addPorts(change);
                }
            }
        }
    }

    private void addPorts(ScanChange change) {
        Map<Integer, ScanChange.Kind> known = ports.computeIfAbsent(change.host(), host -> new TreeMap<>());
        for (int port : change.ports().sorted()) {
            known.put(port, change.kind());
        }
    }
}
