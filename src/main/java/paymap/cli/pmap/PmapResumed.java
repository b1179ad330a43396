package paymap.cli.pmap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Targets;

/** What an earlier scan has found out of what is to be scanned, and so what is left of it. */
final class PmapResumed {

    private static final int NOT_MEASURED = -1;

    private final StoredScan scan;
    private final ScanPlan plan;
    private final PortSet ports;
    private final boolean samePorts;
    private final boolean listens;
    private final AddressSet finished = new AddressSet();

    /**
     * Begins with what is known.
     *
     * @param plan of the whole
     * @param listens whether it is to be heard what open ports say, of those too that were open before
     */
    PmapResumed(StoredScan scan, ScanPlan plan, boolean listens) {
        this.listens = listens;
        this.scan = scan;
        this.plan = plan;
        this.ports = PortSet.of(plan.ports());
        this.samePorts =
                plan.kind() == ScanPlan.Kind.PING || ports.equals(scan.asked().ports());
        for (StoredHost host : scan.hosts().values()) {
            if (isFinished(host)) {
                finished.add(host.address());
            }
        }
        if (samePorts) {
            scan.unanswered().values().forEach(finished::addAll);
        }
    }

    /** The scan that is gone on with. */
    StoredScan scan() {
        return scan;
    }

    /** What is left to scan; its targets may be none at all. */
    ScanPlan rest() {
        AddressSet left = AddressSet.of(plan.targets()).without(finished);
        ScanMemory memory = new ScanMemory(this::known, !plan.targets().single(), true);
        return new ScanPlan(
                plan.kind(),
                Targets.of(left.ranges(), List.of()),
                plan.ports(),
                plan.settings(),
                plan.pinger(),
                memory);
    }

    /** Tells the hosts that are finished. */
    void tell(ScanListener listener) {
        for (Address address : plan.targets()) {
            StoredHost host = finished.contains(address) ? scan.host(address) : null;
            if (host != null) {
                host.open().forEach(port -> listener.open(address, port));
                tell(host, listener);
            }
        }
    }

    /** Hands over what is known of hosts that are not finished. */
    void recall(PmapCollector collector) {
        for (Address address : scan.hosts().keySet()) {
            HostResult known = finished.contains(address) ? null : known(address);
            if (known != null) {
                collector.recall(known);
            }
        }
    }

    /** Writes all that is known, so that the stopped scan's file is not needed any more. */
    void write(PmapJournal journal) {
        if (samePorts) {
            scan.unanswered().forEach(journal::unanswered);
        }
        for (StoredHost host : scan.hosts().values()) {
            if (finished.contains(host.address())) {
                tell(host, journal); // its open ports stand in its line
                continue;
            }
            HostResult known = known(host.address());
            if (known != null) {
                known.open().forEach(port -> journal.open(host.address(), port));
                journal.ports(host.address(), known.byReason());
            }
        }
        journal.flush();
    }

    private boolean isFinished(StoredHost host) {
        if (listens && host.open().stream().anyMatch(port -> port.said() == null)) {
            return false;
        }
        if (samePorts) {
            return host.finished();
        }
        return host.answered()
                && ports.without(host.known()).isEmpty()
                && host.notOpen().isEmpty();
    }

    /** Ports of a host that need not be asked again; null = none. */
    private @Nullable HostResult known(Address address) {
        StoredHost host = scan.hosts().get(address);
        if (host == null || plan.kind() == ScanPlan.Kind.PING || !host.answered()) {
            return null;
        }
        return host.open().isEmpty() && host.others().isEmpty() ? null : result(host);
    }

    private void tell(StoredHost host, ScanListener listener) {
        if (plan.kind() == ScanPlan.Kind.TCP) {
            listener.host(result(host));
        } else if (host.answered()) {
            listener.alive(host.address(), host.rttMicros());
        } else {
            listener.silent(host.address());
        }
    }

    private HostResult result(StoredHost host) {
        return new HostResult(
                host.address(),
                host.verdict(),
                host.open(),
                host.closed(),
                host.filtered(),
                0,
                0,
                plan.settings().everyPort() ? others(host) : List.of(),
                host.verdict() == Verdict.SCANNED ? host.others() : Map.of(),
                host.timedOut());
    }

    private List<PortResult> others(StoredHost host) {
        List<PortResult> others = new ArrayList<>();
        for (Map.Entry<Reason, PortSet> group : host.others().entrySet()) {
            for (int port : group.getValue().sorted()) {
                if (group.getKey().state() != PortState.OPEN) {
                    others.add(new PortResult(port, group.getKey(), NOT_MEASURED));
                }
            }
        }
        Collections.sort(others);
        return others;
    }
}
