package paymap.cli.pmap;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/** Counts what a scan finds, and keeps it where a whole JSON is wanted at the end, or what has changed. */
final class PmapCollector implements ScanListener {

    private final PmapRequest request;
    private final boolean keeps;
    private final Map<Address, HostResult> hosts = new TreeMap<>();
    private final Map<Address, UnfinishedHost> unfinished = new HashMap<>();
    private final Map<Address, PmapJson.Alive> alive = new TreeMap<>();
    private final Map<Verdict, AddressSet> unanswered = new EnumMap<>(Verdict.class);
    private long finished;
    private long unroutable;
    private long found;
    private boolean partial;

    PmapCollector(PmapRequest request) {
        this.request = request;
        this.keeps = request.keeps();
    }

    /** How many hosts are finished. */
    long finished() {
        return finished;
    }

    /** Open ports, or hosts that answer. */
    long found() {
        return found;
    }

    /** Whether something could not be asked. */
    boolean isPartial() {
        return partial;
    }

    /** Whether this machine has no route to any of the hosts. */
    boolean isWithoutRoute() {
        return unroutable > 0 && unroutable == finished;
    }

    /** Takes in what an earlier scan had found out about a host that it did not finish. */
    void recall(HostResult known) {
        if (keeps) {
            known.open().forEach(port -> unfinished(known.address()).open(port));
            unfinished(known.address()).add(known.byReason());
        }
    }

    /** All that is known, of unfinished hosts as well. */
    PmapJson.Result result(Instant started, Duration elapsed, boolean complete) {
        return new PmapJson.Result(started, elapsed, complete, known().values(), alive.values(), unanswered);
    }

    /** The same, to be compared with an earlier one. */
    StoredScan scan(Instant started, Duration elapsed, boolean complete) {
        SortedMap<Address, StoredHost> told = new TreeMap<>();
        known().forEach((address, host) -> told.put(address, StoredHost.of(host)));
        alive.forEach(
                (address, host) -> told.put(address, StoredHost.pinged(address, host.answers(), host.rttMicros())));
        return new StoredScan(1, request.asked(started), complete, true, elapsed, told, unanswered);
    }

    @Override
    public void open(Address host, PortResult port) {
        found++;
        unfinished(host).open(port);
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        if (keeps) {
            unfinished(host).add(byReason);
        }
    }

    @Override
    public void host(HostResult result) {
        finished += result.unasked() > 0 && !result.timedOut() ? 0 : 1;
        unfinished.remove(result.address());
        unroutable += result.verdict() == Verdict.NO_ROUTE ? 1 : 0;
        partial |= result.errors() > 0 || result.timedOut();
        boolean wanted = result.answered()
                || result.timedOut()
                || request.plan().settings().everyPort()
                || request.plan().targets().single();
        if (wanted && keeps) {
            hosts.put(result.address(), result);
        } else if (keeps && PmapJournal.isUnanswered(result)) {
            unanswered(result.verdict()).add(result.address());
        }
    }

    @Override
    public void alive(Address host, long rttMicros) {
        found++;
        finished++;
        if (keeps) {
            alive.put(host, new PmapJson.Alive(host, rttMicros, true));
        }
    }

    @Override
    public void silent(Address host) {
        finished++;
        if (keeps && request.plan().settings().everyPort()) {
            alive.put(host, new PmapJson.Alive(host, -1, false));
        } else if (keeps) {
            unanswered(Verdict.SILENT).add(host);
        }
    }

    @Override
    public void trouble(String sentence) {
        partial = true;
    }

    private Map<Address, HostResult> known() {
        Map<Address, HostResult> known = new TreeMap<>(hosts);
        int ports = request.plan().ports().count();
        unfinished.forEach((address, host) -> known.putIfAbsent(address, host.result(address, ports)));
        return known;
    }

    private UnfinishedHost unfinished(Address host) {
        UnfinishedHost known = unfinished.get(host); // no lambda: linking one takes longer than a short scan
        if (known == null) {
            known = new UnfinishedHost();
            unfinished.put(host, known);
        }
        return known;
    }

    private AddressSet unanswered(Verdict verdict) {
        AddressSet hosts = unanswered.get(verdict);
        if (hosts == null) {
            hosts = new AddressSet();
            unanswered.put(verdict, hosts);
        }
        return hosts;
    }
}
