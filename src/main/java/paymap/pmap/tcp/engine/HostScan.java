package paymap.pmap.tcp.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.RttEstimator;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;
import paymap.pmap.target.PortSet;

/**
 * The scan of one host: what is in flight, and what each answer says. What is asked next, and whether it goes on, is
 * {@link HostPhases}'s, how much at once {@link CongestionWindow}'s, how long to wait {@link RttEstimator}'s, what is
 * known {@link PortStates}'s. Pure: it sends nothing, and the time is handed in (nanoseconds).
 *
 * <p>A probe that waited as long as the round-trip time allows is no longer in flight, but its socket stays and may still
 * be answered: the kernel repeats a SYN after a second by itself.
 */
final class HostScan {

    /** An answer this late is one to the kernel's repetition; a tenth is left for clocks that differ. */
    private static final long SURELY_REPEATED = HostPlan.KERNEL_REPEATS * 9 / 10;

    /** Below this a host that loses packets would take too long. Chosen; not measured. */
    private static final int SMALLEST_WINDOW = 8;

    /** A rule of a local firewall hardly changes within a scan. Chosen; not measured. */
    private static final int MOST_FORBIDDEN_TRIES = 3;

    /** Whether it stands in the queue of hosts that may have something to send; kept by {@link ActiveHosts}. */
    boolean queued;

    final ProbedHost host;
    final RttEstimator rtt;
    private final HostPlan plan;
    private final PortStates states;
    private final PortQueue queue;
    private final HostPhases phases;
    private final InFlight inFlight;
    private final CongestionWindow window;
    private long endsAt = Long.MAX_VALUE;
    private boolean timedOut;

    HostScan(Address address, HostPlan plan, RttEstimator rtt, InFlight.Total total, long start) {
        this.host = new ProbedHost(address);
        this.plan = plan;
        this.rtt = rtt;
        PortOrder order = plan.portsOf(address);
        this.states = new PortStates(
                order, plan.memory().known().of(address), plan.memory().portByPort());
        this.queue = new PortQueue(order.count(), states, start);
        this.phases = new HostPhases(address, order, plan, states, queue);
        this.inFlight = new InFlight(total);
        this.window = new CongestionWindow(SMALLEST_WINDOW, plan.settings().atOnce());
    }

    boolean isOver() {
        return phases.isOver();
    }

    /** Open ports that were known before are told as if they had just been found. */
    void tellKnown() {
        for (PortResult port : states.openSoFar()) {
            plan.listener().open(host.address, port);
        }
    }

    /** Closed and filtered ports that have become known since the last time; empty = none. */
    Map<Reason, PortSet> takeNews() {
        return states.takeNews();
    }

    /** How many probes of this host are waited for. */
    int inFlight() {
        return inFlight.count();
    }

    /** Ports that have a state, or will not be asked any more. */
    int resolved() {
        return isOver() ? plan.order().length : states.known();
    }

    /** How many ports were found open. */
    int open() {
        return states.open();
    }

    /** Takes the next probe, which is in flight from now on; null = nothing is to be asked now. */
    @Nullable
    Probe next(long now) {
        timeOut(now);
        if (isOver() || inFlight.count() >= window.size()) {
            return null;
        }
        Question question = phases.take(now, rtt.timeout(0));
        if (question == null && inFlight.count() == 0) {
            advance(now);
            question = phases.take(now, rtt.timeout(0));
        }
        if (question == null) {
            return null;
        }
        startClock(now);
        Probe probe = new Probe(this, question, now);
        inFlight.add(probe);
        queue.asked(probe.place, now);
        return probe;
    }

    /** Waits no longer for probes that waited long enough, and goes on to the next phase or round where one is over. */
    void expire(long now) {
        timeOut(now);
        Probe oldest = inFlight.oldest();
        while (oldest != null && now - oldest.takenAt >= rtt.timeout(oldest.round)) {
            inFlight.release(oldest);
            window.grow(oldest.round == 0 ? CongestionWindow.BY_SILENCE : 0);
            oldest = inFlight.oldest();
        }
        advance(now);
    }

    /** When {@link #expire} has something to do; {@link Long#MAX_VALUE} = not by time alone. */
    long nextDeadline() {
        Probe oldest = inFlight.oldest();
        return Math.min(endsAt, oldest == null ? phases.deadline() : oldest.takenAt + rtt.timeout(oldest.round));
    }

    /** When its time is up; {@link Long#MAX_VALUE} = never, or its first probe is not taken yet. */
    long endsAt() {
        return endsAt;
    }

    /** An open port is told to the listener at once. */
    void answered(Answer answer) {
        Probe probe = answer.probe();
        boolean stillWaited = probe.isInFlight();
        inFlight.release(probe);
        if (isOver()) {
            return;
        }
        if (answer.reason().isAnswer()) {
            heard(answer, stillWaited);
        } else if (answer.reason() == Reason.OTHER) {
            queue.requeue(probe.place, 1, Reason.OTHER);
        }
        advance(answer.at());
    }

    /** The probe could not be sent, or proves nothing: its port is asked again. */
    void putBack(Probe probe, long now) {
        inFlight.release(probe);
        queue.requeue(probe.place);
        advance(now);
    }

    /** Whether the host itself was heard. */
    boolean hasAnswered() {
        return phases.hasAnswered();
    }

    /** This machine has no way to it any more, and nobody knows the state of the port. */
    void unasked(Probe probe, long now) {
        inFlight.release(probe);
        queue.requeue(probe.place, 1, Reason.LOCAL);
        advance(now);
    }

    /** This machine may not ask that port; after a few times it is left at that. */
    void forbidden(Probe probe, long now) {
        inFlight.release(probe);
        queue.requeue(probe.place, MOST_FORBIDDEN_TRIES, Reason.FORBIDDEN);
        advance(now);
    }

    /**
     * An open port that might be this machine connecting to itself is asked a second time.
     *
     * @return whether it is; if not, the first answer counts
     */
    boolean recheck(Probe probe, long now) {
        if (!queue.recheck(probe.place)) {
            return false;
        }
        phases.startProbing(); // somebody is there
        putBack(probe, now);
        return true;
    }

    /** What is known; where the host is not over, ports without a state are not known. */
    HostResult result() {
        Reason unanswered = switch (phases.verdict()) {
            case UNREACHABLE -> Reason.NO_ROUTE;
            case NO_ROUTE -> Reason.NET_UNREACHABLE;
            case SCANNED, SILENT -> Reason.SILENT;
        };
        return states.result(
                host.address,
                phases.verdict(),
                isOver() && !timedOut ? unanswered : Reason.UNKNOWN,
                plan.settings().everyPort(),
                timedOut);
    }

    /** Its time runs from its first probe on, however long it had to wait for that. */
    private void startClock(long now) {
        if (endsAt == Long.MAX_VALUE && !plan.settings().hostTimeout().isZero()) {
            endsAt = now + plan.settings().hostTimeout().toNanos();
        }
    }

    private void timeOut(long now) {
        if (now >= endsAt && !isOver()) {
            timedOut = true;
            phases.timeOut();
            leave();
        }
    }

    private void heard(Answer answer, boolean stillWaited) {
        Probe probe = answer.probe();
        long took = answer.at() - answer.sentAt();
        boolean late = took >= SURELY_REPEATED;
        if (answer.reason().isHost() && (!late || !rtt.isKnown())) {
            rtt.update(took);
        }
        phases.heard(answer.reason(), late);
        if (!Discovery.isFailedArp(answer.reason(), late) && queue.isWanted(probe.place)) {
            adapt(answer.at(), probe.round > 0 || late && !stillWaited);
            resolve(probe, answer.reason(), took);
        }
    }

    /** @param wasSilent whether the port was silent at first, so that questions or answers get lost: fewer at once */
    private void adapt(long now, boolean wasSilent) {
        if (wasSilent) {
            phases.foundLate();
            window.halve(now, rtt.timeout(0));
        } else {
            window.grow(CongestionWindow.BY_ANSWER);
        }
    }

    private void resolve(Probe probe, Reason reason, long took) {
        if (reason == Reason.CONNECTED) {
            plan.listener().open(host.address, states.setOpen(probe.place, took));
        } else {
            states.set(probe.place, reason);
        }
    }

    /** Nobody waits any more for what is in flight of a host that is over. */
    private void advance(long now) {
        if (inFlight.count() == 0) {
            phases.advance(now, rtt.timeout(0));
        }
        if (phases.isOver()) {
            leave();
        }
    }

    private void leave() {
        inFlight.releaseAll();
        host.finish();
    }
}
