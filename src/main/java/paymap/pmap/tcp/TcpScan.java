package paymap.pmap.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.RateBudget;
import paymap.pmap.Reason;
import paymap.pmap.RttEstimator;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/**
 * The scan of many hosts: who is asked next, and how many questions are out in all. It sends nothing, and the time is
 * handed in; the loops that send share one of it, so every method holds its lock for a moment.
 *
 * <p>Hosts take turns. Where there are several, a host is asked a few ports first, and only one that answers is asked
 * all: so silent hosts cost little. Only the hosts under way are kept.
 */
final class TcpScan {

    /** More hosts under way would overflow the kernel's table of neighbours (1024 by default) on a local network. */
    private static final int MOST_HOSTS = 512;

    private static final int HOSTS_TAKING_TURNS = 16;
    private static final int KNOCKS = 4;
    private static final int[] EXTRA_KNOCKS = {443, 80, 22};
    private static final long UNKNOWN_NEAR_A_KNOWN = 500_000_000L;
    private static final long PAUSE_AFTER_TROUBLE = 20_000_000L;
    private static final long LONGEST_WAIT = 1_000_000_000L;
    private static final int SUBNETS = 256;
    private static final int MOST_TROUBLES_TOLD = 8;

    /** Who hears of results, while the lock is held: it must be quick. */
    interface Ear {
        void open(Address host, PortResult port);

        void host(HostResult result);

        void decided(String sentence);

        void near(Address host, long rttNanos);
    }

    /** What became of a question. */
    record Answer(Probe probe, Reason reason, long at) {}

    private final Iterator<Address> targets;
    private final int[] order;
    private final int[] knocks;
    private final ScanSettings settings;
    private final RateBudget budget;
    private final boolean lingering;
    private final int mostSockets;
    private final Predicate<Address> neighbour;
    private final Ear ear;
    private final List<Runnable> sleepers = new ArrayList<>();
    private final List<HostScan> active = new ArrayList<>();
    private final ArrayDeque<HostScan> ready = new ArrayDeque<>();
    private final Set<String> troublesTold = new HashSet<>();
    private final Map<Long, Long> distances = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > SUBNETS;
        }
    };
    private int slots;
    private int sockets;
    private double allowed;
    private long pausedUntil;
    private long nextDeadline = Long.MAX_VALUE;
    private long hostsDone;
    private long found;
    private boolean stopped;

    /**
     * @param discover whether a host must answer a knock before all its ports are asked
     * @param order ports in the order of asking
     * @param mostSockets how many may be open at once
     * @param neighbour whether the local network knows a silent host to be there
     */
    TcpScan(
            Iterator<Address> targets,
            boolean discover,
            int[] order,
            ScanSettings settings,
            int mostSockets,
            Predicate<Address> neighbour,
            Ear ear,
            long now) {
        this.targets = targets;
        this.order = order;
        this.knocks = discover && !settings.assumeUp() ? knocks(order) : new int[0];
        this.settings = settings;
        this.budget = new RateBudget(settings.rate(), now);
        this.lingering = settings.rate() == 0 && settings.longestWait().toNanos() >= HostScan.KERNEL_REPEATS / 2;
        this.mostSockets = mostSockets;
        this.neighbour = neighbour;
        this.ear = ear;
        this.allowed = settings.atOnce();
        this.pausedUntil = now;
    }

    /** Runs when there is suddenly something to do, or nothing any more. */
    synchronized void wakes(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    synchronized boolean over() {
        return stopped || active.isEmpty() && !targets.hasNext();
    }

    /** No further question; hosts under way are told as far as they are known. */
    synchronized void stop() {
        stopped = true;
        for (HostScan host : active) {
            if (host.resolved() > 0) {
                ear.host(host.result());
            }
        }
        active.clear();
        wakeAll();
    }

    /**
     * Takes as many questions as may be sent now, up to a handful: with a lock for each, two loops on a fast network
     * would mostly wait for one another.
     *
     * @return how many; whoever takes them must tell what became of each
     */
    synchronized int next(Probe[] handful, long now) {
        int taken = 0;
        for (Probe probe = next(now); probe != null; probe = taken < handful.length ? next(now) : null) {
            handful[taken++] = probe;
        }
        return taken;
    }

    /** The next question, or null where none may be sent now. Whoever takes it must tell what became of it. */
    synchronized @Nullable Probe next(long now) {
        if (stopped || slots >= (int) allowed || sockets >= mostSockets || now < pausedUntil || !budget.take(now)) {
            return null;
        }
        Probe probe = fromHosts(now);
        if (probe == null) {
            budget.giveBack();
            return null;
        }
        slots++;
        sockets++;
        nextDeadline = Math.min(nextDeadline, now + probe.host.rtt.timeout(probe.round));
        return probe;
    }

    /**
     * @param answers in the order they came
     * @param closedSockets how many; every question that was taken ends as one, once
     */
    synchronized void answered(List<Answer> answers, int closedSockets) {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            answered(answer.probe, answer.reason, answer.at);
        }
        sockets -= closedSockets;
    }

    private void answered(Probe probe, Reason reason, long now) {
        HostScan host = probe.host;
        boolean knewDistance = host.rtt.isKnown();
        int before = host.slots();
        PortResult news = host.answered(probe, reason, now);
        if (news != null) {
            found++;
            ear.open(host.address, news);
        }
        if (!knewDistance && host.rtt.isKnown()) {
            distances.put(host.address.subnet(), host.rtt.srtt());
            nextDeadline = now; // deadlines already running have become shorter
            ear.near(host.address, host.rtt.srtt());
        }
        allowed = Math.min(settings.atOnce(), allowed + 0.1);
        settle(host, before, now);
    }

    /** Somebody else knows how far away a host is. */
    synchronized void near(Address address, long rttNanos, long now) {
        for (HostScan host : active) {
            if (host.address.equals(address) && !host.rtt.isKnown()) {
                host.rtt.update(rttNanos);
                nextDeadline = now;
            }
        }
    }

    /** This machine could not send: fewer at once for a while, and the question goes back. */
    synchronized void localTrouble(Probe probe, String what, boolean forbidden, long now) {
        int before = probe.host.slots();
        probe.host.putBack(probe, forbidden, now);
        if (!forbidden) {
            allowed = Math.max(1, allowed / 2);
            pausedUntil = now + PAUSE_AFTER_TROUBLE;
        }
        if (troublesTold.size() < MOST_TROUBLES_TOLD && troublesTold.add(what)) {
            ear.decided("This machine says \"" + what + "\"; asking fewer ports at once and trying again.");
        }
        settle(probe.host, before, now);
    }

    /** An open port of this machine may be an accident; see {@link HostScan#recheck}. */
    synchronized boolean recheck(Probe probe, long now) {
        int before = probe.host.slots();
        boolean again = probe.host.recheck(probe, now);
        settle(probe.host, before, now);
        return again;
    }

    /** The connection was one of the scanner with itself. */
    synchronized void selfConnected(Probe probe, long now) {
        int before = probe.host.slots();
        probe.host.putBack(probe, false, now);
        settle(probe.host, before, now);
    }

    /**
     * Gives back the slots of questions that waited long enough.
     *
     * @return nanoseconds until there is something to do by time alone
     */
    synchronized long expire(long now) {
        if (now >= nextDeadline) {
            nextDeadline = Long.MAX_VALUE;
            for (int i = active.size() - 1; i >= 0; i--) {
                HostScan host = active.get(i);
                int before = host.slots();
                host.expire(now);
                slots += host.slots() - before;
                if (host.over()) {
                    finish(host, i);
                } else {
                    enqueue(host);
                    nextDeadline = Math.min(nextDeadline, host.nextDeadline());
                }
            }
        }
        long due = nextDeadline == Long.MAX_VALUE ? LONGEST_WAIT : nextDeadline - now;
        boolean idle = ready.isEmpty() || slots >= (int) allowed;
        long wait = Math.max(idle ? Math.max(0, due) : 0, pausedUntil - now);
        return idle ? wait : Math.max(wait, budget.untilNext(now));
    }

    /** How long after its sending a socket is closed; 0 = as soon as its slot is given back. */
    long socketLives() {
        return lingering
                ? Math.max(settings.longestWait().toNanos(), HostScan.KERNEL_REPEATS + 3 * RttEstimator.FLOOR)
                : 0;
    }

    synchronized ScanListener.Progress progress(long hosts) {
        long done = hostsDone * order.length;
        for (HostScan host : active) {
            done += host.resolved();
        }
        long total = hosts > Long.MAX_VALUE / Math.max(1, order.length) ? Long.MAX_VALUE : hosts * order.length;
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
            Probe probe = host.over() ? null : host.next(now);
            if (probe != null) {
                ready.addLast(host);
                return probe;
            }
            host.queued = false;
            if (host.over()) {
                finishIfActive(host);
            } else {
                nextDeadline = Math.min(nextDeadline, host.nextDeadline());
            }
        }
    }

    private void begin(Address address, long now) {
        long longest = settings.longestWait().toNanos();
        Long near = distances.get(address.subnet());
        long unknown = near == null ? longest : Math.max(UNKNOWN_NEAR_A_KNOWN, 5 * near);
        RttEstimator rtt = new RttEstimator(longest, unknown);
        HostScan host = new HostScan(address, order, knocks, rtt, settings, lingering, now, neighbour);
        active.add(host);
        enqueue(host);
    }

    private void enqueue(HostScan host) {
        if (!host.queued) {
            host.queued = true;
            ready.addLast(host);
        }
    }

    private void settle(HostScan host, int slotsBefore, long now) {
        slots += host.slots() - slotsBefore;
        if (host.over()) {
            finishIfActive(host);
            return;
        }
        enqueue(host);
        if (host.slots() == 0) {
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
        slots -= host.slots();
        hostsDone++;
        ear.host(host.result());
        if (active.isEmpty() && !targets.hasNext()) {
            wakeAll();
        }
    }

    private void wakeAll() {
        for (Runnable sleeper : sleepers) {
            sleeper.run();
        }
    }

    private static int[] knocks(int[] order) {
        if (order.length <= 2 * KNOCKS) {
            return order.clone();
        }
        int[] knocks = Arrays.copyOf(order, KNOCKS + EXTRA_KNOCKS.length);
        int count = KNOCKS;
        for (int port : EXTRA_KNOCKS) {
            boolean there = false;
            for (int i = 0; i < KNOCKS; i++) {
                there |= order[i] == port;
            }
            if (!there) {
                knocks[count++] = port;
            }
        }
        return Arrays.copyOf(knocks, count);
    }
}
