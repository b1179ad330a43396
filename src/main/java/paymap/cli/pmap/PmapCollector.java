package paymap.cli.pmap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/** Counts what a scan finds, and keeps it where a whole JSON is wanted at the end. */
final class PmapCollector implements ScanListener {

    private final PmapRequest request;
    private final boolean keeps;
    private final Map<Address, HostResult> hosts = new TreeMap<>();
    private final Map<Address, List<PortResult>> unfinished = new HashMap<>();
    private final Map<Address, PmapJson.Alive> alive = new TreeMap<>();
    private long finished;
    private long unroutable;
    private long found;
    private boolean partial;

    PmapCollector(PmapRequest request) {
        this.request = request;
        this.keeps = request.file() != null || request.format() == PmapRequest.Format.JSON;
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

    /** All that is known, of unfinished hosts as well. */
    PmapJson.Result result(Instant started, Duration elapsed, boolean complete) {
        Map<Address, HostResult> known = new TreeMap<>(hosts);
        unfinished.forEach((address, ports) -> known.putIfAbsent(address, unfinished(address, ports)));
        return new PmapJson.Result(started, elapsed, complete, known.values(), alive.values());
    }

    @Override
    public void open(Address host, PortResult port) {
        found++;
        unfinished.computeIfAbsent(host, h -> new ArrayList<>()).add(port);
    }

    @Override
    public void host(HostResult result) {
        finished += result.unasked() > 0 && !result.timedOut() ? 0 : 1;
        unfinished.remove(result.address());
        unroutable += result.verdict() == HostResult.Verdict.NO_ROUTE ? 1 : 0;
        partial |= result.errors() > 0 || result.timedOut();
        boolean wanted = result.answered()
                || result.timedOut()
                || request.plan().settings().everyPort()
                || request.plan().targets().single();
        if (wanted && keeps) {
            hosts.put(result.address(), result);
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
        }
    }

    @Override
    public void trouble(String sentence) {
        partial = true;
    }

    /** Nothing is known but its open ports. */
    private HostResult unfinished(Address host, List<PortResult> open) {
        int unasked = request.plan().ports().count() - open.size();
        return new HostResult(host, HostResult.Verdict.SCANNED, open, 0, 0, 0, unasked, List.of());
    }
}
