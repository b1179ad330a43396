package paymap.pmap.tcp.engine;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.pmap.RateBudget;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.words.Words;

/**
 * The scan of many hosts: what this machine bears, which is how many probes are out in all, how many sockets are open, how
 * many are sent a second. Who is asked next is {@link ActiveHosts}'s. It sends nothing, and the time is handed in
 * (nanoseconds). Not for several threads: they share it through {@link SharedScan}.
 *
 * <p>Hosts take turns. Where there are several, a host is asked a few ports first, and only one that answers is asked
 * all: so silent hosts cost little.
 */
final class TcpScan {

    /** Files and ports come free again within this. Chosen; not measured. */
    private static final long PAUSE_AFTER_TROUBLE = 20_000_000L;

    /** Between two tries while a link is down, and until nobody waits for it. Chosen. */
    private static final long PAUSE_WITHOUT_ROUTE = 200_000_000L;

    private static final long LONGEST_WITHOUT_ROUTE = 10_000_000_000L;

    /** A tenth of an answer's worth: trouble of this machine passes slowly. Chosen; not measured. */
    private static final double GROWTH_AFTER_TROUBLE = 0.1;

    /** Loops look again at least this often. Chosen; not measured. */
    private static final long LONGEST_WAIT = 1_000_000_000L;

    /** The same few sentences again and again help nobody. Chosen. */
    private static final int MOST_TROUBLES_REPORTED = 8;

    private final HostPlan plan;
    private final int mostSockets;
    private final RateBudget budget;
    private final CongestionWindow window;
    private final InFlight.Total inFlight = new InFlight.Total();
    private final ActiveHosts hosts;
    private final Set<String> troublesReported = new HashSet<>();
    private int sockets;
    private long pausedUntil;
    private long lostSince = Long.MIN_VALUE; // no host is
    private boolean stopped;

    /** @param mostSockets how many may be open at once */
    TcpScan(Iterator<Address> targets, HostPlan plan, int mostSockets, long now) {
        this.plan = plan;
        this.mostSockets = mostSockets;
        this.budget = new RateBudget(plan.settings().rate(), now);
        this.window = new CongestionWindow(1, plan.settings().atOnce());
        this.hosts = new ActiveHosts(targets, plan, inFlight);
        this.pausedUntil = now;
    }

    boolean isOver() {
        return stopped || hosts.isEmpty();
    }

    /** No further probe; hosts under way are told as far as they are known. */
    void stop() {
        stopped = true;
        hosts.stop();
    }

    /** The next probe, or null where none may be sent now. Whoever takes it must tell what became of it. */
    @Nullable
    Probe next(long now) {
        boolean full = inFlight.count() >= window.size() || sockets >= mostSockets;
        if (stopped || full || now < pausedUntil || !budget.take(now)) {
            return null;
        }
        Probe probe = hosts.next(now);
        if (probe == null) {
            budget.giveBack();
            return null;
        }
        sockets++;
        return probe;
    }

    void answered(Answer answer) {
        lostSince = answer.reason().isHost() ? Long.MIN_VALUE : lostSince;
        hosts.answered(answer);
    }

    /** Every probe that was taken ends as a closed socket, once. */
    void closed(int closedSockets) {
        sockets -= closedSockets;
        window.grow(GROWTH_AFTER_TROUBLE * closedSockets); // what is silent shows as well that this machine can send
    }

    /** Somebody else knows how far away a host is. */
    void rttKnown(Address address, long rttNanos, long now) {
        hosts.rttKnown(address, rttNanos, now);
    }

    /** This machine could not send: fewer at once for a while, and the port is asked again. */
    void localTrouble(Probe probe, String what, long now) {
        probe.scan.putBack(probe, now);
        window.halve(now, 0);
        pausedUntil = now + PAUSE_AFTER_TROUBLE;
        if (isNew(what)) {
            plan.listener()
                    .decided(Words.say("This machine says \"%s\"; asking fewer ports at once and trying again.", what));
        }
        hosts.changed(probe.scan, now);
    }

    /**
     * This machine has no way to the host that it had one to: a link that is down for a moment is waited for.
     *
     * @return false = the host was never heard, so that it may well be without a way
     */
    boolean lostRoute(Probe probe, String what, long now) {
        if (!probe.scan.hasAnswered()) {
            return false;
        }
        lostSince = lostSince == Long.MIN_VALUE ? now : lostSince;
        if (now - lostSince < LONGEST_WITHOUT_ROUTE) {
            probe.scan.putBack(probe, now);
            pausedUntil = now + PAUSE_WITHOUT_ROUTE;
        } else {
            probe.scan.unasked(probe, now);
        }
        if (isNew(what)) {
            plan.listener()
                    .decided(Words.say("This machine says \"%s\" of a host that has answered; waiting for it.", what));
        }
        hosts.changed(probe.scan, now);
        return true;
    }

    /** This machine may not send that; the others go on as they are. */
    void forbidden(Probe probe, String what, long now) {
        probe.scan.forbidden(probe, now);
        if (isNew(what)) {
            plan.listener().decided(Words.say("This machine says \"%s\"; trying again a few times.", what));
        }
        hosts.changed(probe.scan, now);
    }

    /** @see HostScan#recheck */
    boolean recheck(Probe probe, long now) {
        boolean again = probe.scan.recheck(probe, now);
        hosts.changed(probe.scan, now);
        return again;
    }

    /** The connection was one of the scanner with itself. */
    void selfConnected(Probe probe, long now) {
        probe.scan.putBack(probe, now);
        hosts.changed(probe.scan, now);
    }

    /** Waits no longer for probes that waited long enough. */
    void expire(long now) {
        hosts.expire(now);
    }

    /** Nanoseconds until there is something to do by time alone. */
    long untilNext(long now) {
        long deadline = hosts.nextDeadline();
        long due = deadline == Long.MAX_VALUE ? LONGEST_WAIT : deadline - now;
        boolean idle = !hosts.isReady() || inFlight.count() >= window.size();
        long wait = Math.max(idle ? Math.max(0, due) : 0, pausedUntil - now);
        return idle ? wait : Math.max(wait, budget.untilNext(now));
    }

    /** @see ActiveHosts#tellPorts */
    void tellPorts() {
        hosts.tellPorts();
    }

    /** @param all how many hosts there are in all; {@link Long#MAX_VALUE} where a long does not hold it */
    ScanListener.Progress progress(long all) {
        return hosts.progress(all);
    }

    private boolean isNew(String trouble) {
        return troublesReported.size() < MOST_TROUBLES_REPORTED && troublesReported.add(trouble);
    }
}
