package paymap.pmap.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** What has been read of one host so far. */
final class HostDraft {

    /** So many characters take as much memory as an open port. */
    private static final int HEARD = 16;

    private final Address address;
    private final Map<Integer, PortResult> open = new TreeMap<>();
    private final Map<Reason, PortSet> others = new EnumMap<>(Reason.class);
    private Verdict verdict = Verdict.SCANNED;
    private long rttMicros = -1;
    private boolean answers;
    private boolean told;
    private boolean portByPort;
    private int closed;
    private int filtered;
    private int errors;
    private int unasked;
    private int heard;
    private boolean timedOut;

    HostDraft(Address address) {
        this.address = address;
    }

    void open(PortResult port) {
        PortResult before = open.get(port.port());
        if (before == null || before.said() == null && port.said() != null) {
            open.put(port.port(), port);
            heard += port.said() == null ? 0 : port.said().length();
        }
    }

    /** How many open ports it has; what one has said counts for some more. */
    int opened() {
        return open.size() + heard / HEARD;
    }

    /** How many ranges its other ports make. */
    int ranges() {
        int ranges = 0;
        for (PortSet group : others.values()) {
            ranges += group.ranges();
        }
        return ranges;
    }

    void pinged(boolean answersPing, long rtt) {
        told = true;
        answers = answersPing;
        verdict = answersPing ? Verdict.SCANNED : Verdict.SILENT;
        rttMicros = rtt;
    }

    void add(ScanObject some) {
        if (some.byReason != null) {
            some.byReason.forEach((reason, ports) -> others.merge(reason, ports, PortSet::with));
            portByPort = true;
        }
    }

    /** What is told of the host as a whole takes the place of what came before, but for ports it does not name. */
    void replace(ScanObject whole) {
        pinged(whole.answers, whole.rttMicros);
        verdict = whole.answers ? whole.verdict : Verdict.SILENT;
        whole.open.forEach(this::open);
        closed = whole.closed;
        filtered = whole.filtered;
        errors = whole.errors;
        unasked = whole.unasked;
        timedOut = whole.timedOut;
        add(whole);
    }

    StoredHost host(AskedScan asked) {
        if (asked.kind() == ScanPlan.Kind.PING) {
            return new StoredHost(
                    address, verdict, answers, rttMicros, List.of(), Map.of(), PortSet.EMPTY, 0, 0, 0, told, false);
        }
        List<PortResult> ports = List.copyOf(open.values());
        boolean finished = told && unasked == 0 && errors == 0;
        PortSet notOpen = finished && !portByPort ? deduced(asked, ports) : PortSet.EMPTY;
        boolean answered = !ports.isEmpty() || closed > 0 || count(PortState.CLOSED) > 0;
        return new StoredHost(
                address,
                verdict,
                answered,
                -1,
                ports,
                others,
                notOpen,
                Math.max(closed, count(PortState.CLOSED)),
                Math.max(filtered, count(PortState.FILTERED)),
                errors,
                finished,
                timedOut);
    }

    /**
     * An early version told how many ports are closed and how many filtered, not which. Where all are of one kind, that
     * is said all the same; the others are not open.
     */
    private PortSet deduced(AskedScan asked, List<PortResult> ports) {
        boolean all = asked.ports().count() == ports.size() + closed + filtered;
        if (!all || verdict != Verdict.SCANNED) {
            return PortSet.EMPTY;
        }
        PortSet rest = asked.ports()
                .without(PortSet.of(ports.stream().mapToInt(PortResult::port).toArray()));
        if (filtered == 0 || closed == 0) {
            others.put(filtered == 0 ? Reason.REFUSED : Reason.SILENT, rest);
            return PortSet.EMPTY;
        }
        return rest;
    }

    private int count(PortState state) {
        int count = 0;
        for (Map.Entry<Reason, PortSet> group : others.entrySet()) {
            count += group.getKey().state() == state ? group.getValue().count() : 0;
        }
        return count;
    }
}
