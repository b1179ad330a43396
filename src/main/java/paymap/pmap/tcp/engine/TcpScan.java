package paymap.pmap.tcp.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.pmap.RateBudget;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/**
 * The scan of many hosts: who is asked next, and how many probes are out in all. It sends nothing, and the time is handed
 * in (nanoseconds). Not for several threads: they share it through {@link SharedScan}.
 *
 * <p>Hosts take turns. Where there are several, a host is asked a few ports first, and only one that answers is asked
 * all: so silent hosts cost little. Only the hosts under way are kept.
 */
final class TcpScan {

    /** More would overflow the kernel's table of neighbours on a local network (gc_thresh3 is 1024 on Linux). */
    private static final int MOST_HOSTS = 512;

    /** So many are begun before all may send, or one far host would hold up the others. Chosen; not measured. */
    private static final int HOSTS_TAKING_TURNS = 16;

    /** Files and ports come free again within this. Chosen; not measured. */
    private static final long PAUSE_AFTER_TROUBLE = 20_000_000L;

    /** A tenth of an answer's worth: trouble of this machine passes slowly. Chosen; not measured. */
    private static final double GROWTH_AFTER_TROUBLE = 0.1;

    /** Loops look again at least this often. */
    private static final long LONGEST_WAIT = 1_000_000_000L;

    /** The same few sentences again and again help nobody. */
    private static final int MOST_TROUBLES_REPORTED = 8;

    private final Iterator<Address> targets;
    private final HostPlan plan;
    private final int mostSockets;
    private final RateBudget budget;
    private final CongestionWindow window;
    private final InFlight.Total inFlight = new InFlight.Total();
    private final SubnetRtts subnets = new SubnetRtts();
    private final List<HostScan> active = new ArrayList<>();
    private final ArrayDeque<HostScan> ready = new ArrayDeque<>();
    private final Set<String> troublesReported = new HashSet<>();
    private int sockets;
    private long pausedUntil;
    private long nextDeadline = Long.MAX_VALUE;
    private long hostsDone;
    private long foundOfDone;
    private boolean stopped;

    /** @param mostSockets how many may be open at once */
    TcpScan(Iterator<Address> targets, HostPlan plan, int mostSockets, long now) {
        this.targets = targets;
        this.plan = plan;
        this.mostSockets = mostSockets;
        this.budget = new RateBudget(plan.settings().rate(), now);
        this.window = new CongestionWindow(1, plan.settings().atOnce());
        this.pausedUntil = now;
    }

    boolean isOver() {
        return stopped || active.isEmpty() && !targets.hasNext();
    }

    /** No further probe; hosts under way are told as far as they are known. */
    void stop() {
        stopped = true;
        for (HostScan host : active) {
            if (host.resolved() > 0) {
                plan.listener().host(host.result());
            }
        }
        active.clear();
    }

    /** The next probe, or null where none may be sent now. Whoever takes it must tell what became of it. */
    @Nullable
    Probe next(long now) {
        boolean full = inFlight.count() >= window.size() || sockets >= mostSockets;
        if (stopped || full || now < pausedUntil || !budget.take(now)) {
            return null;
        }
        Probe probe = fromHosts(now);
        if (probe == null) {
            budget.giveBack();
            return null;
        }
        sockets++;
        nextDeadline = Math.min(nextDeadline, now + probe.scan.rtt.timeout(probe.round));
        return probe;
    }

    void answered(Answer answer) {
        HostScan host = answer.probe().scan;
        boolean knewRtt = host.rtt.isKnown();
        host.answered(answer);
        if (!knewRtt && host.rtt.isKnown()) {
            subnets.put(host.host.address, host.rtt.srtt());
            nextDeadline = answer.at(); // deadlines already running have become shorter
            plan.listener().rttKnown(host.host.address, host.rtt.srtt());
        }
        settle(host, answer.at());
    }

    /** Every probe that was taken ends as a closed socket, once. */
    void closed(int closedSockets) {
        sockets -= closedSockets;
        window.grow(GROWTH_AFTER_TROUBLE * closedSockets); // what is silent shows as well that this machine can send
    }

    /** Somebody else knows how far away a host is. */
    void rttKnown(Address address, long rttNanos, long now) {
        for (HostScan host : active) {
            if (host.host.address.equals(address) && !host.rtt.isKnown()) {
                host.rtt.update(rttNanos);
                nextDeadline = now;
            }
        }
    }

    /** This machine could not send: fewer at once for a while, and the port is asked again. */
    void localTrouble(Probe probe, String what, long now) {
        probe.scan.putBack(probe, now);
        window.halve(now, 0);
        pausedUntil = now + PAUSE_AFTER_TROUBLE;
        report(what, "asking fewer ports at once and trying again");
        settle(probe.scan, now);
    }

    /** This machine may not send that; the others go on as they are. */
    void forbidden(Probe probe, String what, long now) {
        probe.scan.forbidden(probe, now);
        report(what, "trying again a few times");
        settle(probe.scan, now);
    }

    /** @see HostScan#recheck */
    boolean recheck(Probe probe, long now) {
        boolean again = probe.scan.recheck(probe, now);
        settle(probe.scan, now);
        return again;
    }

    /** The connection was one of the scanner with itself. */
    void selfConnected(Probe probe, long now) {
        probe.scan.putBack(probe, now);
        settle(probe.scan, now);
    }

    /** Waits no longer for probes that waited long enough. */
    void expire(long now) {
        if (now < nextDeadline) {
            return;
        }
        nextDeadline = Long.MAX_VALUE;
        for (int i = active.size() - 1; i >= 0; i--) {
            HostScan host = active.get(i);
            host.expire(now);
            if (host.isOver()) {
                finish(host, i);
            } else {
                enqueue(host);
                nextDeadline = Math.min(nextDeadline, host.nextDeadline());
            }
        }
    }

    /** Nanoseconds until there is something to do by time alone. */
    long untilNext(long now) {
        long due = nextDeadline == Long.MAX_VALUE ? LONGEST_WAIT : nextDeadline - now;
        boolean idle = ready.isEmpty() || inFlight.count() >= window.size();
        long wait = Math.max(idle ? Math.max(0, due) : 0, pausedUntil - now);
        return idle ? wait : Math.max(wait, budget.untilNext(now));
    }

    /** @param hosts how many there are in all; {@link Long#MAX_VALUE} where a long does not hold it */
    ScanListener.Progress progress(long hosts) {
        int ports = plan.order().length;
        long done = hostsDone * ports;
        long found = foundOfDone;
        for (HostScan host : active) {
            done += host.resolved();
            found += host.open();
        }
        long total = hosts > Long.MAX_VALUE / Math.max(1, ports) ? Long.MAX_VALUE : hosts * ports;
        return new ScanListener.Progress(done, total, found);
    }

    private @Nullable Probe fromHosts(long now) {
        while (active.size() < HOSTS_TAKING_TURNS && targets.hasNext()) {
            begin(targets.next(), now);
        }
        while (true) {
            HostScan host = ready.poll();
            if (host == null) {
                if (active.size() >= MOST_HOSTS || !targets.hasNext()) {
                    return null;
                }
                begin(targets.next(), now);
                continue;
            }
            Probe probe = host.next(now);
            if (probe != null) {
                ready.addLast(host);
                return probe;
            }
            host.queued = false;
            if (host.isOver()) {
                finishIfActive(host);
            } else {
                nextDeadline = Math.min(nextDeadline, host.nextDeadline());
            }
        }
    }

    private void begin(Address address, long now) {
        long longest = plan.settings().longestWait().toNanos();
        HostScan host = new HostScan(address, plan, subnets.estimator(address, longest), inFlight, now);
        active.add(host);
        enqueue(host);
    }

    private void enqueue(HostScan host) {
        if (!host.queued) {
            host.queued = true;
            ready.addLast(host);
        }
    }

    private void settle(HostScan host, long now) {
        if (host.isOver()) {
            finishIfActive(host);
            return;
        }
        enqueue(host);
        if (host.inFlight() == 0) {
            nextDeadline = Math.min(nextDeadline, Math.max(now, host.nextDeadline()));
        }
    }

    private void finishIfActive(HostScan host) {
        int at = active.indexOf(host);
        if (at >= 0) {
            finish(host, at);
        }
    }

    private void finish(HostScan host, int at) {
        HostScan last = active.remove(active.size() - 1);
        if (last != host) {
            active.set(at, last);
        }
        hostsDone++;
        foundOfDone += host.open();
        plan.listener().host(host.result());
    }

    private void report(String trouble, String consequence) {
        if (troublesReported.size() < MOST_TROUBLES_REPORTED && troublesReported.add(trouble)) {
            plan.listener().decided("This machine says \"" + trouble + "\"; " + consequence + ".");
        }
    }
}
