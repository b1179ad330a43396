package paymap.pmap.tcp.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/**
 * The scan that the loops share: every method holds the lock for a moment. What the lock guards is package-private and
 * kept here only, so nobody else can reach it; what is handed out is a {@link Probe}, whose public side is final or a
 * signal. The listener is called while the lock is held.
 */
public final class SharedScan {

    private final TcpScan scan;
    private final List<Runnable> sleepers = new ArrayList<>();

    /**
     * @param targets hosts to ask, taken when there is room for one
     * @param mostSockets how many may be open at once, at least 1
     * @param now in nanoseconds, as everywhere here
     */
    public SharedScan(Iterator<Address> targets, HostPlan plan, int mostSockets, long now) {
        this.scan = new TcpScan(targets, plan, mostSockets, now);
    }

    /** @param sleeper runs, briefly, when there is nothing to do any more */
    public synchronized void whenOver(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    /** Whether every host is finished, or {@link #stop} was called. */
    public synchronized boolean isOver() {
        return scan.isOver();
    }

    /** No further probe; hosts under way are told as far as they are known. */
    public synchronized void stop() {
        scan.stop();
        wakeIfOver();
    }

    /**
     * Takes as many probes as may be sent now, up to a batch: with a lock for each, two loops on a fast network would
     * mostly wait for one another.
     *
     * @return how many; whoever takes them must tell what became of each
     */
    public synchronized int next(Probe[] batch, long now) {
        int taken = 0;
        for (Probe probe = scan.next(now); probe != null; probe = taken < batch.length ? scan.next(now) : null) {
            batch[taken++] = probe;
        }
        wakeIfOver();
        return taken;
    }

    /**
     * @param answers in the order they came
     * @param closedSockets how many; every probe that was taken ends as one, once
     */
    public synchronized void answered(List<Answer> answers, int closedSockets) {
        for (int i = 0; i < answers.size(); i++) {
            scan.answered(answers.get(i));
        }
        scan.closed(closedSockets);
        wakeIfOver();
    }

    /** Somebody else knows how far away a host is. */
    public synchronized void rttKnown(Address host, long rttNanos, long now) {
        scan.rttKnown(host, rttNanos, now);
    }

    /**
     * This machine could not send a probe: fewer are sent for a while, and the port is asked again.
     *
     * @param what the system's words, for people
     */
    public synchronized void localTrouble(Probe probe, String what, long now) {
        scan.localTrouble(probe, what, now);
    }

    /**
     * This machine has no way to a host, as it says at once: if the host was heard before, its port is asked again.
     *
     * @param what the system's words, for people
     * @return false = the host was never heard, and this is its answer
     */
    public synchronized boolean lostRoute(Probe probe, String what, long now) {
        boolean lost = scan.lostRoute(probe, what, now);
        wakeIfOver();
        return lost;
    }

    /**
     * This machine may not send a probe: the port is asked again a few times.
     *
     * @param what the system's words, for people
     */
    public synchronized void forbidden(Probe probe, String what, long now) {
        scan.forbidden(probe, what, now);
        wakeIfOver();
    }

    /**
     * A connection stands that might be one of this machine with itself; such a port is asked a second time.
     *
     * @return whether it is; if not, the answer counts
     */
    public synchronized boolean recheck(Probe probe, long now) {
        return scan.recheck(probe, now);
    }

    /** The connection was one of the scanner with itself; the port is asked again. */
    public synchronized void selfConnected(Probe probe, long now) {
        scan.selfConnected(probe, now);
    }

    /**
     * Waits no longer for probes that waited long enough.
     *
     * @return nanoseconds until there is something to do by time alone
     */
    public synchronized long expire(long now) {
        scan.expire(now);
        wakeIfOver();
        return scan.untilNext(now);
    }

    /** Tells which ports of hosts under way have become known since the last time. */
    public synchronized void tellPorts() {
        scan.tellPorts();
    }

    /** @param hosts how many there are in all; {@link Long#MAX_VALUE} where a long does not hold it */
    public synchronized ScanListener.Progress progress(long hosts) {
        return scan.progress(hosts);
    }

    private void wakeIfOver() {
        if (scan.isOver()) {
            for (Runnable sleeper : sleepers) {
                sleeper.run();
            }
        }
    }
}
