package paymap.pmap.tcp;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.RttEstimator;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/**
 * The scan of one host: which port is asked next, how long each question waits, how many are out at once, and when
 * enough has been asked. Pure: it sends nothing, and the time is handed in (nanoseconds).
 *
 * <p>A question that waited as long as the host's distance allows gives its slot back, but its socket stays and may
 * still be answered: the kernel repeats a SYN after a second by itself. Silent ports are asked again in rounds, for as
 * long as the last round found something; a port whose SYN the kernel has repeated in vain needs no round, unless a
 * repetition was answered elsewhere, which means that packets get lost here.
 */
final class HostScan {

    /** When Linux, macOS and Windows repeat an unanswered SYN for the first time. */
    static final long KERNEL_REPEATS = 1_000_000_000L;

    private static final long SURELY_REPEATED = 900_000_000L;
    private static final int FEWEST_AT_ONCE = 8;
    private static final int ENOUGH_UNREACHABLE = 3;
    private static final int MOST_LOCAL_TRIES = 3;
    private static final int MANY_SILENT = 2048;

    private enum Phase {
        KNOCKING,
        LISTENING,
        ASKING,
        OVER
    }

    final Address address;
    final InetAddress inet;
    final RttEstimator rtt;

    /** Whether it waits in the queue of hosts with something to send; kept by {@link TcpScan}. */
    boolean queued;

    private final int[] order;
    private final byte[] reasons;
    private final int[] askedAt; // ms since the start, plus 1; 0 = not asked
    private final int[] knocks; // ports
    private final ScanSettings settings;
    private final boolean lingering;
    private final long start;
    private final Predicate<Address> neighbour;
    private final List<PortResult> open = new ArrayList<>();
    private final ArrayDeque<Probe> waiting = new ArrayDeque<>();
    private final ArrayDeque<Integer> again = new ArrayDeque<>();
    private final BitSet confirming = new BitSet();
    private final Map<Integer, Integer> localTries = new HashMap<>();
    private volatile Phase phase; // loops look without the lock
    private HostResult.Verdict verdict = HostResult.Verdict.SCANNED;
    private int knocked;
    private int cursor;
    private int unresolved;
    private int slots;
    private int round;
    private int[] repeats = {};
    private int repeated;
    private int found; // in this round
    private int fruitless;
    private boolean losing;
    private double window;
    private long lastDrop;
    private long quietAt;
    private int hostAnswers;
    private int lateUnreachable;

    /**
     * @param order ports in the order of asking; shared, never written
     * @param knocks ports to try first, in order; empty = the host is scanned whether it answers or not
     * @param lingering whether a socket may still be answered after its slot was given back
     * @param neighbour whether the local network knows a silent host to be there
     */
    HostScan(
            Address address,
            int[] order,
            int[] knocks,
            RttEstimator rtt,
            ScanSettings settings,
            boolean lingering,
            long start,
            Predicate<Address> neighbour) {
        this.address = address;
        this.inet = address.inet();
        this.order = order;
        this.knocks = knocks;
        this.rtt = rtt;
        this.settings = settings;
        this.lingering = lingering;
        this.start = start;
        this.neighbour = neighbour;
        this.reasons = new byte[order.length];
        this.askedAt = new int[order.length];
        this.unresolved = order.length;
        this.window = settings.atOnce();
        this.lastDrop = start - KERNEL_REPEATS;
        this.phase = knocks.length == 0 ? Phase.ASKING : Phase.KNOCKING;
    }

    boolean over() {
        return phase == Phase.OVER;
    }

    /** Probes of this host that are waited for. */
    int slots() {
        return slots;
    }

    /** Ports that have a state, or will not be asked any more. */
    int resolved() {
        return over() ? order.length : order.length - unresolved;
    }

    /** The next question, or null where there is nothing to ask now. */
    @Nullable
    Probe next(long now) {
        if (slots >= (int) window || over()) {
            return null;
        }
        Probe probe = ask(now);
        if (probe == null && slots == 0) {
            turn(now);
            probe = ask(now);
        }
        if (probe != null) {
            slots++;
            waiting.addLast(probe);
            if (probe.place >= 0) {
                askedAt[probe.place] = (int) ((now - start) / 1_000_000) + 1;
            }
        }
        return probe;
    }

    /** Gives back the slots of questions that waited long enough, and goes on to the next round where one is over. */
    void expire(long now) {
        while (!waiting.isEmpty()) {
            Probe oldest = waiting.peekFirst();
            if (oldest.holdsSlot) {
                if (now - oldest.sentAt < rtt.timeout(oldest.round)) {
                    break;
                }
                release(oldest);
                // Silence is no sign of a full network; but it is no answer either.
                window = oldest.round == 0 ? Math.min(settings.atOnce(), window + 0.5) : window;
            }
            waiting.pollFirst();
        }
        turn(now);
    }

    /** When {@link #expire} has something to do; {@link Long#MAX_VALUE} = not by time alone. */
    long nextDeadline() {
        if (phase == Phase.LISTENING) {
            return quietAt;
        }
        for (Probe probe = waiting.peekFirst(); probe != null; probe = waiting.peekFirst()) {
            if (probe.holdsSlot) {
                return probe.sentAt + rtt.timeout(probe.round);
            }
            waiting.pollFirst();
        }
        return Long.MAX_VALUE;
    }

    /** @return the open port, where this answer is news of one */
    @Nullable
    PortResult answered(Probe probe, Reason reason, long now) {
        boolean late = !probe.holdsSlot;
        release(probe);
        if (over()) {
            return null;
        }
        PortResult news = reason.isAnswer() ? heard(probe, reason, now, late) : failed(probe, reason);
        turn(now);
        return news;
    }

    /** The probe could not be sent, or told nothing; it goes back, up to a few times where nobody is to blame. */
    void putBack(Probe probe, boolean counted, long now) {
        release(probe);
        if (over() || probe.place < 0 || isResolved(probe.place)) {
            turn(now);
            return;
        }
        if (counted && localTries.merge(probe.place, 1, Integer::sum) > MOST_LOCAL_TRIES) {
            resolve(probe.place, Reason.LOCAL);
            turn(now);
        } else {
            again.add(probe.place);
        }
    }

    /** An open port that might be an accident of this machine is asked a second time; true = do that first. */
    boolean recheck(Probe probe, long now) {
        if (probe.place < 0 || confirming.get(probe.place)) {
            return false;
        }
        confirming.set(probe.place);
        phase = phase == Phase.KNOCKING || phase == Phase.LISTENING ? Phase.ASKING : phase; // somebody is there
        putBack(probe, false, now);
        return true;
    }

    /** Nobody can reach it from here. */
    void giveUp(HostResult.Verdict why) {
        verdict = why;
        phase = Phase.OVER;
    }

    HostResult result() {
        Collections.sort(open);
        int closed = 0;
        int errors = 0;
        int noRoute = 0;
        int unasked = 0;
        List<PortResult> others = new ArrayList<>();
        for (int place = 0; place < order.length; place++) {
            Reason reason = reasonAt(place);
            closed += reason.state() == PortState.CLOSED ? 1 : 0;
            errors += reason.state() == PortState.ERROR ? 1 : 0;
            noRoute += reason == Reason.NET_UNREACHABLE ? 1 : 0;
            unasked += reason == Reason.UNKNOWN ? 1 : 0;
            if (settings.everyPort() && reason.state() != PortState.OPEN && reason != Reason.UNKNOWN) {
                others.add(new PortResult(order[place], reason, -1));
            }
        }
        Collections.sort(others);
        int filtered = order.length - open.size() - closed - errors - unasked;
        HostResult.Verdict known = noRoute == order.length && hostAnswers == 0 ? HostResult.Verdict.NO_ROUTE : verdict;
        return new HostResult(address, known, open, closed, filtered, errors, unasked, others);
    }

    private Reason reasonAt(int place) {
        Reason reason = Reasons.ALL[reasons[place]];
        if (reason != Reason.UNKNOWN || !over()) {
            return reason; // not over: the scan was stopped
        }
        return verdict == HostResult.Verdict.UNREACHABLE ? Reason.NO_ROUTE : Reason.SILENT;
    }

    private @Nullable Probe ask(long now) {
        if (phase == Phase.KNOCKING) {
            Probe again = nextPutBack(now);
            return again == null ? nextKnock(now) : again;
        }
        return phase == Phase.ASKING ? nextPort(now) : null;
    }

    private @Nullable Probe nextKnock(long now) {
        if (knocked >= knocks.length) {
            return null;
        }
        int port = knocks[knocked++];
        return new Probe(this, placeOf(port), port, round, now);
    }

    /** Knocks stand at the beginning of the order, or are not asked for at all. */
    private int placeOf(int port) {
        for (int place = 0; place < Math.min(order.length, knocks.length); place++) {
            if (order[place] == port) {
                return place;
            }
        }
        return -1;
    }

    private @Nullable Probe nextPutBack(long now) {
        while (!again.isEmpty()) {
            int place = again.poll();
            if (!isResolved(place)) {
                return new Probe(this, place, order[place], round, now);
            }
        }
        return null;
    }

    private @Nullable Probe nextPort(long now) {
        Probe again = nextPutBack(now);
        if (again != null) {
            return again;
        }
        while (round == 0 && cursor < order.length) {
            int place = cursor++;
            if (askedAt[place] == 0) {
                return new Probe(this, place, order[place], 0, now);
            }
        }
        while (repeated < repeats.length) {
            int place = repeats[repeated++];
            if (!isResolved(place) && !askedTwice(place, now)) {
                return new Probe(this, place, order[place], round, now);
            }
        }
        return null;
    }

    private @Nullable PortResult heard(Probe probe, Reason reason, long now, boolean late) {
        long took = now - probe.sentAt;
        boolean afterRepeat = took >= SURELY_REPEATED;
        if (reason.isHost()) {
            hostAnswers++;
            if (!afterRepeat || !rtt.isKnown()) {
                rtt.update(took);
            }
        } else if (afterRepeat && reason == Reason.NO_ROUTE) {
            return unreachableLate();
        }
        if (phase == Phase.KNOCKING || phase == Phase.LISTENING) {
            phase = reason == Reason.NET_UNREACHABLE ? phase : Phase.ASKING;
        }
        return probe.place < 0 || isResolved(probe.place) ? null : settled(probe, reason, now, late && afterRepeat);
    }

    private @Nullable PortResult settled(Probe probe, Reason reason, long now, boolean repeatedByKernel) {
        resolve(probe.place, reason);
        if (probe.round > 0 || repeatedByKernel) {
            found++;
            losing = true;
            drop(now);
        } else {
            window = Math.min(settings.atOnce(), window + 1);
        }
        if (reason != Reason.CONNECTED) {
            return null;
        }
        PortResult port = new PortResult(probe.port, reason, (now - probe.sentAt) / 1000);
        open.add(port);
        return port;
    }

    /** A port that was silent at first has answered: questions or answers get lost, so fewer at once. */
    private void drop(long now) {
        if (now - lastDrop >= rtt.timeout(0)) {
            lastDrop = now;
            window = Math.max(Math.min(FEWEST_AT_ONCE, settings.atOnce()), window / 2);
        }
    }

    /** No answer to ARP takes a second or more; a firewall that says the same is quick, and the host is there. */
    private @Nullable PortResult unreachableLate() {
        lateUnreachable++;
        if (hostAnswers == 0 && open.isEmpty() && lateUnreachable >= Math.min(ENOUGH_UNREACHABLE, order.length)) {
            giveUp(HostResult.Verdict.UNREACHABLE);
        }
        return null;
    }

    private @Nullable PortResult failed(Probe probe, Reason reason) {
        if (probe.place >= 0 && reason == Reason.OTHER && !isResolved(probe.place)) {
            if (localTries.merge(probe.place, 1, Integer::sum) > 1) {
                resolve(probe.place, Reason.OTHER);
            } else {
                again.add(probe.place);
            }
        }
        return null;
    }

    private void turn(long now) {
        if (slots > 0 || over()) {
            return;
        }
        if (unresolved == 0) {
            phase = Phase.OVER;
        } else if (phase == Phase.KNOCKING && knocked >= knocks.length && again.isEmpty()) {
            phase = Phase.LISTENING;
            quietAt = lingering ? now + KERNEL_REPEATS + rtt.timeout(0) - rtt.timeout(0) / 2 : now;
        } else if (phase == Phase.LISTENING && now >= quietAt) {
            knockedInVain();
        } else if (phase == Phase.ASKING && again.isEmpty() && cursor >= order.length && repeated >= repeats.length) {
            nextRound(now);
        }
    }

    private void knockedInVain() {
        if (round == 0 && !lingering && settings.retries() != 0) {
            round = 1; // nothing has repeated the question, so it is done here
            knocked = 0;
            phase = Phase.KNOCKING;
        } else if (neighbour.test(address)) {
            round = 0;
            phase = Phase.ASKING;
        } else {
            giveUp(HostResult.Verdict.SILENT);
        }
    }

    private void nextRound(long now) {
        fruitless = found > 0 || round == 0 ? 0 : fruitless + 1;
        boolean another = fruitless < fruitlessRounds();
        boolean allowed = settings.retries() == ScanSettings.AS_NEEDED || round < settings.retries();
        int[] silent = another && allowed ? silent(now) : new int[0];
        if (silent.length == 0) {
            phase = Phase.OVER;
            return;
        }
        round++;
        found = 0;
        repeats = silent;
        repeated = 0;
    }

    /** Where packets get lost, a few silent ports may be unlucky twice; one round in vain proves little then. */
    private int fruitlessRounds() {
        return !losing ? 1 : unresolved > MANY_SILENT ? 2 : 3;
    }

    private int[] silent(long now) {
        int[] silent = new int[unresolved];
        int count = 0;
        for (int place = 0; place < order.length; place++) {
            if (!isResolved(place) && !askedTwice(place, now)) {
                silent[count++] = place;
            }
        }
        return Arrays.copyOf(silent, count);
    }

    /** The kernel has repeated the question, had no answer either, and nothing says that packets get lost here. */
    private boolean askedTwice(int place, long now) {
        if (!lingering || losing || round > 1) {
            return false;
        }
        long asked = start + (askedAt[place] - 1) * 1_000_000L;
        return now - asked >= KERNEL_REPEATS + rtt.timeout(0);
    }

    private boolean isResolved(int place) {
        int reason = reasons[place];
        return reason != 0;
    }

    private void resolve(int place, Reason reason) {
        reasons[place] = (byte) reason.ordinal();
        unresolved--;
    }

    private void release(Probe probe) {
        if (probe.holdsSlot) {
            probe.holdsSlot = false;
            slots--;
        }
    }

    private static final class Reasons {
        static final Reason[] ALL = Reason.values();
    }
}
