package paymap.pmap.tcp.engine;

import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;

/**
 * Where the scan of one host stands: first whether somebody is there, then all its ports, then the silent ones once more.
 * It goes on only where nothing is in flight. Pure: the time, and how long an answer takes, are handed in (nanoseconds).
 */
final class HostPhases {

    private enum Phase {
        /** The first few ports are asked, to see whether somebody is there. */
        DISCOVERY,
        /** All of them were waited for; an answer to the kernel's repetition may still come. */
        LISTENING,
        /** All ports are asked. */
        PROBING,
        OVER
    }

    private final Address host;
    private final HostPlan plan;
    private final PortStates states;
    private final PortQueue queue;
    private final Discovery discovery;
    private final Rounds rounds;
    private Phase phase;
    private Verdict verdict = Verdict.SCANNED;
    private long quietAt;

    HostPhases(Address host, PortOrder order, HostPlan plan, PortStates states, PortQueue queue) {
        this.host = host;
        this.plan = plan;
        this.states = states;
        this.queue = queue;
        this.discovery = new Discovery(plan.discoveryOf(order), order);
        this.rounds = new Rounds(plan.settings().retries(), plan.keepLateSockets());
        // Of whom ports are known before, somebody is there.
        this.phase = discovery.hasNext() && states.known() == 0 ? Phase.DISCOVERY : Phase.PROBING;
    }

    boolean isOver() {
        return phase == Phase.OVER;
    }

    /** What is known of the host itself; {@link Verdict#SCANNED} as long as it is not over. */
    Verdict verdict() {
        return verdict;
    }

    /** When {@link #advance} has something to do though nothing is in flight; {@link Long#MAX_VALUE} = not by time. */
    long deadline() {
        return phase == Phase.LISTENING ? quietAt : Long.MAX_VALUE;
    }

    /** Takes what is to be asked next; null = nothing in this phase, or in this round. */
    @Nullable
    Question take(long now, long timeout) {
        int place = switch (phase) {
            case DISCOVERY -> queue.takeRequeued();
            case PROBING -> queue.take(rounds.repeatedBefore(now, timeout));
            case LISTENING, OVER -> PortQueue.NONE;
        };
        if (place != PortQueue.NONE) {
            return new Question(place, states.portAt(place), rounds.number());
        }
        if (phase != Phase.DISCOVERY || !discovery.hasNext()) {
            return null;
        }
        int port = discovery.next();
        return new Question(discovery.placeOf(port), port, rounds.number());
    }

    /**
     * Takes note of an answer from the host, or from somebody before it.
     *
     * @param late whether it came after the kernel had repeated the question
     */
    void heard(Reason reason, boolean late) {
        if (discovery.heard(reason, late)) {
            startProbing();
        } else if (discovery.isUnreachable()) {
            finish(Verdict.UNREACHABLE);
        }
    }

    /** Whether the host itself was heard. */
    boolean hasAnswered() {
        return discovery.hasAnswered();
    }

    /** A port that was silent at first has answered. */
    void foundLate() {
        rounds.foundLate();
    }

    /** Somebody is there. */
    void startProbing() {
        if (phase == Phase.DISCOVERY || phase == Phase.LISTENING) {
            phase = Phase.PROBING;
            rounds.restart();
        }
    }

    /** Goes on to the next phase or round where nothing is left to ask in this one; for when nothing is in flight. */
    void advance(long now, long timeout) {
        if (isOver()) {
            return;
        }
        if (states.unknown() == 0) {
            finish(discovery.isWithoutRoute(states) ? Verdict.NO_ROUTE : Verdict.SCANNED);
        } else if (phase == Phase.DISCOVERY && !discovery.hasNext() && !queue.hasRequeued()) {
            startListening(now, timeout);
        } else if (phase == Phase.LISTENING && now >= quietAt) {
            noResponse();
        } else if (phase == Phase.PROBING && queue.isEmpty()) {
            nextRound(now, timeout);
        }
    }

    /** Whatever is not known by now is left. */
    void timeOut() {
        finish(Verdict.SCANNED);
    }

    private void startListening(long now, long timeout) {
        if (discovery.isWithoutRoute(states)) {
            finish(Verdict.NO_ROUTE);
            return;
        }
        phase = Phase.LISTENING;
        // All were sent a timeout ago or longer, so repetitions are answered by then; half a timeout is to spare.
        quietAt = plan.keepLateSockets() ? now + HostPlan.KERNEL_REPEATS + timeout / 2 : now;
    }

    private void noResponse() {
        if (rounds.number() == 0 && !plan.keepLateSockets() && plan.settings().retries() != 0) {
            rounds.repeatDiscovery(); // no kernel has repeated the question, so it is done here
            discovery.repeat();
            phase = Phase.DISCOVERY;
        } else if (plan.neighbour().test(host)) {
            startProbing();
        } else {
            finish(Verdict.SILENT);
        }
    }

    private void nextRound(long now, long timeout) {
        long repeatedBefore = rounds.repeatedBefore(now, timeout);
        if (rounds.isAnotherWorthIt(states.unknown()) && queue.repeatSilent(repeatedBefore)) {
            rounds.begin();
        } else {
            finish(Verdict.SCANNED);
        }
    }

    private void finish(Verdict known) {
        verdict = known;
        phase = Phase.OVER;
    }
}
