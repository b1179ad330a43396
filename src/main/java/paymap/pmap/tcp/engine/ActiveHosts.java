package paymap.pmap.tcp.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * The hosts under way, which take turns, and those to come: who is asked next, and when one of them has something to do.
 * Only the hosts under way are kept; each is told to the listener once, when it is finished. Pure; times in nanoseconds.
 */
final class ActiveHosts {

    /** More would overflow the kernel's table of neighbours on a local network (gc_thresh3 is 1024 on Linux). */
    private static final int MOST_HOSTS = 512;

    /** So many are begun before all may send, or one far host would hold up the others. Chosen; not measured. */
    private static final int HOSTS_TAKING_TURNS = 16;

    private final Iterator<Address> targets;
    private final HostPlan plan;
    private final InFlight.Total inFlight;
    private final SubnetRtts subnets = new SubnetRtts();
    private final List<HostScan> active = new ArrayList<>();
    private final ArrayDeque<HostScan> ready = new ArrayDeque<>();
    private long nextDeadline = Long.MAX_VALUE;
    private long done;
    private long foundOfDone;

    ActiveHosts(Iterator<Address> targets, HostPlan plan, InFlight.Total inFlight) {
        this.targets = targets;
        this.plan = plan;
        this.inFlight = inFlight;
    }

    /** Whether none is under way, and none is to come. */
    boolean isEmpty() {
        return active.isEmpty() && !targets.hasNext();
    }

    /** Whether a host under way may have something to send. */
    boolean isReady() {
        return !ready.isEmpty();
    }

    /** When {@link #expire} has something to do; {@link Long#MAX_VALUE} = not by time alone. */
    long nextDeadline() {
        return nextDeadline;
    }

    /** Takes the next probe of whose turn it is; null = nobody has one now. */
    @Nullable
    Probe next(long now) {
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
                dueAt(Math.min(host.endsAt(), now + host.rtt.timeout(probe.round)));
                return probe;
            }
            host.queued = false;
            if (host.isOver()) {
                finishIfActive(host);
            } else {
                dueAt(host.nextDeadline());
            }
        }
    }

    void answered(Answer answer) {
        HostScan host = answer.probe().scan;
        boolean knewRtt = host.rtt.isKnown();
        host.answered(answer);
        if (!knewRtt && host.rtt.isKnown()) {
            subnets.put(host.host.address, host.rtt.srtt());
            dueAt(answer.at()); // deadlines already running have become shorter
            plan.listener().rttKnown(host.host.address, host.rtt.srtt());
        }
        changed(host, answer.at());
    }

    /** Somebody else knows how far away a host is. */
    void rttKnown(Address address, long rttNanos, long now) {
        for (HostScan host : active) {
            if (host.host.address.equals(address) && !host.rtt.isKnown()) {
                host.rtt.update(rttNanos);
                dueAt(now);
            }
        }
    }

    /** Something has become of a probe of this host: it may have something to send, or be over. */
    void changed(HostScan host, long now) {
        if (host.isOver()) {
            finishIfActive(host);
            return;
        }
        enqueue(host);
        if (host.inFlight() == 0) {
            dueAt(Math.max(now, host.nextDeadline()));
        }
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
                dueAt(host.nextDeadline());
            }
        }
    }

    /** Tells which of their ports have become known since the last time. */
    void tellPorts() {
        for (HostScan host : active) {
            Map<Reason, PortSet> news = host.takeNews();
            if (!news.isEmpty()) {
                plan.listener().ports(host.host.address, news);
            }
        }
    }

    /** Hosts under way are told as far as they are known, and left. */
    void stop() {
        for (HostScan host : active) {
            if (host.resolved() > 0) {
                plan.listener().host(host.result());
            }
        }
        active.clear();
        ready.clear();
    }

    /** @param hosts how many there are in all; {@link Long#MAX_VALUE} where a long does not hold it */
    ScanListener.Progress progress(long hosts) {
        int ports = plan.order().length;
        long resolved = done * ports;
        long found = foundOfDone;
        for (HostScan host : active) {
            resolved += host.resolved();
            found += host.open();
        }
        long total = hosts > Long.MAX_VALUE / Math.max(1, ports) ? Long.MAX_VALUE : hosts * ports;
        return new ScanListener.Progress(resolved, total, found);
    }

    private void begin(Address address, long now) {
        long longest = plan.settings().longestWait().toNanos();
        HostScan host = new HostScan(address, plan, subnets.estimator(address, longest), inFlight, now);
        host.tellKnown();
        active.add(host);
        enqueue(host);
    }

    private void enqueue(HostScan host) {
        if (!host.queued) {
            host.queued = true;
            ready.addLast(host);
        }
    }

    private void dueAt(long at) {
        nextDeadline = Math.min(nextDeadline, at);
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
        done++;
        foundOfDone += host.open();
        plan.listener().host(host.result());
    }
}
