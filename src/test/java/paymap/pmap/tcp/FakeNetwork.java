package paymap.pmap.tcp;

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
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/** A network of the imagination with a clock of its own: runs a {@link TcpScan} without a socket or a wait. */
final class FakeNetwork implements TcpScan.Ear {

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
    int mostAtOnce;
    long sent;
    long now = 1_000_000_000L;
    private final Map<String, Host> hosts = new HashMap<>();
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(Comparator.comparingLong(Coming::at));
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
        TcpScan scan = new TcpScan(targets, discover, order, settings, 10_000, address -> false, this, now);
        long end = now + 3_600_000 * MS;
        while (!scan.over()) {
            for (Probe probe = scan.next(now); probe != null; probe = scan.next(now)) {
                send(probe);
            }
            long wait = Math.max(1, scan.expire(now));
            long next = coming.isEmpty() ? Long.MAX_VALUE : coming.peek().at();
            now = Math.min(now + wait, Math.max(now, next));
            deliver(scan);
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
    public void host(HostResult result) {
        results.add(result);
    }

    @Override
    public void decided(String sentence) {
        decisions.add(sentence);
    }

    @Override
    public void near(Address host, long rttNanos) {}

    private void send(Probe probe) {
        sent++;
        sockets++;
        asked.merge(probe.host.address + ":" + probe.port, 1, Integer::sum);
        mostAtOnce = Math.max(mostAtOnce, probe.host.slots());
        if (!transmit(probe)) {
            coming.add(new Coming(probe, null, now + HostScan.KERNEL_REPEATS)); // the kernel sends it once more
        }
    }

    private boolean transmit(Probe probe) {
        Host host = hosts.getOrDefault(probe.host.address.toString(), (port, at) -> SILENCE);
        Reply reply = host.ask(probe.port, now);
        if (reply != null) {
            coming.add(new Coming(probe, reply.reason(), now + reply.after()));
        }
        return reply != null;
    }

    private void deliver(TcpScan scan) {
        while (!coming.isEmpty() && coming.peek().at() <= now) {
            Coming arrived = coming.poll();
            if (arrived.reason() == null && transmit(arrived.probe())) {
                continue;
            }
            sockets--;
            if (arrived.reason() == Reason.LOCAL) {
                scan.localTrouble(arrived.probe(), "Too many open files", false, now);
            } else if (arrived.reason() != null) {
                scan.answered(List.of(new TcpScan.Answer(arrived.probe(), arrived.reason(), now)), 0);
            }
            scan.answered(List.of(), 1);
        }
    }

    int socketsLeft() {
        return sockets;
    }
}
