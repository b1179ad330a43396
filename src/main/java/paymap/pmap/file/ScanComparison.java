package paymap.pmap.file;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortState;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * What has changed between two scans of the same kind. Hosts and ports that are not known from both are not compared:
 * what was not asked has not changed.
 *
 * @param changes by address; of a host, first what opened
 * @param compared how many hosts were compared that answered at least once
 * @param left how many hosts answered in one of them and are not known from the other
 */
public record ScanComparison(List<ScanChange> changes, int compared, int left) {

    /** @throws IllegalArgumentException if one is a ping and the other is not */
    public static ScanComparison of(StoredScan old, StoredScan now) {
        if (old.asked().kind() != now.asked().kind()) {
            throw new IllegalArgumentException("a ping and a scan of ports have nothing in common");
        }
        TreeSet<Address> hosts = new TreeSet<>(old.hosts().keySet());
        hosts.addAll(now.hosts().keySet());
        List<ScanChange> changes = new ArrayList<>();
        int compared = 0;
        int left = 0;
        for (Address address : hosts) {
            StoredHost before = asked(old.host(address));
            StoredHost after = asked(now.host(address));
            if (before != null && after != null) {
                compared++;
                compare(before, after, changes);
            } else {
                left += before != null && before.answered() || after != null && after.answered() ? 1 : 0;
            }
        }
        return new ScanComparison(List.copyOf(changes), compared, left);
    }

    /** Where this machine had no route, the host was not asked. */
    private static @Nullable StoredHost asked(@Nullable StoredHost host) {
        return host == null || host.verdict() == Verdict.NO_ROUTE ? null : host;
    }

    private static void compare(StoredHost before, StoredHost after, List<ScanChange> changes) {
        if (isAbsent(before) && after.answered()) {
            changes.add(new ScanChange(ScanChange.Kind.CAME, after.address(), after.openPorts(), null));
        } else if (before.answered() && isAbsent(after)) {
            changes.add(new ScanChange(ScanChange.Kind.GONE, after.address(), before.openPorts(), null));
        } else if (!isAbsent(before) && !isAbsent(after)) {
            ports(before, after, changes);
        }
    }

    private static boolean isAbsent(StoredHost host) {
        return host.finished() && host.verdict() != Verdict.SCANNED;
    }

    private static void ports(StoredHost before, StoredHost after, List<ScanChange> changes) {
        PortSet open = before.openPorts();
        PortSet closed = before.ports(PortState.CLOSED);
        PortSet filtered = before.ports(PortState.FILTERED);
        PortSet openNow = after.openPorts();
        PortSet closedNow = after.ports(PortState.CLOSED);
        PortSet filteredNow = after.ports(PortState.FILTERED);
        Address host = after.address();
        add(changes, ScanChange.Kind.OPENED, host, openNow.within(closed), PortState.CLOSED);
        add(changes, ScanChange.Kind.OPENED, host, openNow.within(filtered), PortState.FILTERED);
        add(changes, ScanChange.Kind.OPENED, host, openNow.within(before.notOpen()), null);
        add(changes, ScanChange.Kind.CLOSED, host, closedNow.within(open), PortState.OPEN);
        add(changes, ScanChange.Kind.FILTERED, host, filteredNow.within(open), PortState.OPEN);
        add(changes, ScanChange.Kind.NOT_OPEN, host, after.notOpen().within(open), PortState.OPEN);
        add(changes, ScanChange.Kind.CLOSED, host, closedNow.within(filtered), PortState.FILTERED);
        add(changes, ScanChange.Kind.FILTERED, host, filteredNow.within(closed), PortState.CLOSED);
    }

    private static void add(
            List<ScanChange> changes, ScanChange.Kind kind, Address host, PortSet ports, @Nullable PortState was) {
        if (!ports.isEmpty()) {
            changes.add(new ScanChange(kind, host, ports, was));
        }
    }
}
