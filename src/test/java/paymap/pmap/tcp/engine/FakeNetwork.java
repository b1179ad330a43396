package paymap.pmap.tcp.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** A network of the imagination with a clock of its own: runs a {@link TcpScan} without a socket or a wait. */
final class FakeNetwork implements ScanListener {

    /** What becomes of one question; null = nothing is ever heard. */
    interface Host {
        Reply ask(int port, long now);
    }

    record Reply(Reason reason, long after) {}

    private record Coming(Probe probe, Reason reason, long at) {}

    static final long MS = 1_000_000L;
    static final Reply SILENCE = null;

    final List<HostResult> results = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final Map<String, Integer> asked = new HashMap<>();
    final Map<String, PortSet> news = new HashMap<>();
    ScanMemory memory = ScanMemory.NONE;
    final List<String> sequence = new ArrayList<>();
    int mostInFlight;
    long sent;
    long toldAt; // the last host
    long now = 1_000_000_000L;
    private final Map<String, Host> hosts = new HashMap<>();
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(Comparator.comparingLong(Coming::at));
    private final List<Probe> out = new ArrayList<>();
    private int sockets;

    FakeNetwork with(String address, Host host) {
        hosts.put(address, host);
        return this;
    }

    static Reply after(Reason reason, long millis) {
        return new Reply(reason, millis * MS);
    }

    /** Runs to the end; a scan that does not come to its end within an hour of its own clock fails. */
    FakeNetwork scan(Iterator<Address> targets, boolean discover, int[] order, ScanSettings settings) {
        HostPlan plan =
                HostPlan.of(order, discover, settings, address -> false, this).with(memory);
        TcpScan scan = new TcpScan(targets, plan, 10_000, now);
        long end = now + 3_600_000 * MS;
        while (!scan.isOver()) {
            for (Probe probe = scan.next(now); probe != null; probe = scan.next(now)) {
                send(probe);
            }
            scan.expire(now);
            long wait = Math.max(1, scan.untilNext(now));
            long next = coming.isEmpty() ? Long.MAX_VALUE : coming.peek().at();
            now = Math.min(now + wait, Math.max(now, next));
            deliver(scan, plan.socketLives() == 0);
            if (memory.portByPort()) {
                scan.tellPorts();
            }
            if (now > end) {
                throw new AssertionError("the scan hangs");
            }
        }
        return this;
    }

    HostResult only() {
        return results.get(0);
    }

    @Override
    public void open(Address host, PortResult port) {
        opened.add(host + ":" + port.port());
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        byReason.forEach((reason, ports) -> news.merge(host + " " + reason, ports, PortSet::with));
    }

    @Override
    public void host(HostResult result) {
        results.add(result);
        toldAt = now;
    }

    @Override
    public void decided(String sentence) {
        decisions.add(sentence);
    }

    private void send(Probe probe) {
        sent++;
        sockets++;
        out.add(probe);
        out.removeIf(other -> !other.isInFlight() || other.isObsolete());
        mostInFlight = Math.max(mostInFlight, out.size());
        asked.merge(probe.address() + ":" + probe.port(), 1, Integer::sum);
        sequence.add(probe.address() + ":" + probe.port());
        if (!transmit(probe)) {
            coming.add(new Coming(probe, null, now + HostPlan.KERNEL_REPEATS)); // the kernel sends it once more
        }
    }

    private boolean transmit(Probe probe) {
        Host host = hosts.getOrDefault(probe.address().toString(), (port, at) -> SILENCE);
        Reply reply = host.ask(probe.port(), now);
        if (reply != null) {
            coming.add(new Coming(probe, reply.reason(), now + reply.after()));
        }
        return reply != null;
    }

    private void deliver(TcpScan scan, boolean closesAtOnce) {
        while (!coming.isEmpty() && coming.peek().at() <= now) {
            Coming arrived = coming.poll();
            boolean closed = closesAtOnce && !arrived.probe().isInFlight();
            if (arrived.reason() == null && !closed && transmit(arrived.probe())) {
                continue;
            }
            sockets--;
            if (arrived.reason() == Reason.LOCAL) {
                scan.localTrouble(arrived.probe(), "Too many open files", now);
            } else if (arrived.reason() != null) {
                scan.answered(new Answer(arrived.probe(), arrived.reason(), arrived.probe().takenAt, now));
            }
            scan.closed(1);
        }
    }

    int socketsLeft() {
        return sockets;
    }
}
