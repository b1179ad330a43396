package paymap.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/** Who holds it runs; the owner hands it on, as the choices say and then to whoever ran last. */
final class Baton {

    /**
     * One place at which somebody was chosen.
     *
     * @param running who ran up to there; -1 = nobody
     * @param possible who could go on
     */
    record Choice(int running, List<Integer> possible, int taken) {
        boolean isSwitch() {
            return taken != running && possible.contains(running);
        }
    }

    private enum State {
        AT_POINT,
        /** It runs, or waits for a lock; then whoever leaves the lock lets it run on to its next point. */
        ON_ITS_WAY,
        ENDED
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST_POINTS = 200;
    private static final int LOOKS = 4;
    private static final long BETWEEN_LOOKS_NS = 100_000;
    private static final int MOST_LOOKS = 100_000;

    private final List<Thread> threads = new ArrayList<>();
    private final List<Semaphore> turns = new ArrayList<>();
    private final AtomicReferenceArray<State> states;
    private final List<Integer> given;
    private volatile Throwable thrown;

    Baton(List<Runnable> work, List<Integer> given) {
        this.given = given;
        this.states = new AtomicReferenceArray<>(work.size());
        for (int i = 0; i < work.size(); i++) {
            int number = i;
            states.set(i, State.AT_POINT);
            turns.add(new Semaphore(0));
            Thread thread = new Thread(() -> run(number, work.get(number)), "schedule-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    List<Choice> run() {
        threads.forEach(Thread::start);
        List<Choice> made = new ArrayList<>();
        int running = -1;
        for (List<Integer> possible = in(State.AT_POINT); !possible.isEmpty(); possible = in(State.AT_POINT)) {
            if (made.size() > MOST_POINTS) {
                throw new AssertionError("no end after " + made.size() + " points");
            }
            // Of threads that wait for a lock the system says who comes first, so that a given one may be past this
            // place.
            int wanted = made.size() < given.size() ? given.get(made.size()) : running;
            int next = possible.contains(wanted) ? wanted : possible.contains(running) ? running : possible.get(0);
            made.add(new Choice(running, possible, next));
            states.set(next, State.ON_ITS_WAY);
            turns.get(next).release();
            settle();
            running = next;
        }
        if (!in(State.ON_ITS_WAY).isEmpty()) {
            throw new AssertionError("they wait for each other: " + states);
        }
        return made;
    }

    /** Until nobody runs: each is at a point, has ended, or waits for a lock and is seen to, several times. */
    private void settle() {
        int still = 0;
        for (int looks = 0; still < LOOKS; looks++) {
            List<Integer> onTheirWay = in(State.ON_ITS_WAY);
            if (onTheirWay.isEmpty()) {
                return;
            }
            boolean all = onTheirWay.stream().allMatch(this::isKeptOut);
            still = all ? still + 1 : 0;
            if (looks > MOST_LOOKS) {
                throw new AssertionError("a thread neither goes on nor waits for a lock: " + states);
            }
            LockSupport.parkNanos(all || looks > LOOKS ? BETWEEN_LOOKS_NS : 1);
        }
    }

    /**
     * Whether it waits for a lock that one of the others holds. A lock that is free again is as good as taken by who waits for it,
     * however long a busy machine lets it wait.
     */
    private boolean isKeptOut(int number) {
        ThreadInfo now = THREADS.getThreadInfo(threads.get(number).getId());
        return now != null
                && now.getThreadState() == Thread.State.BLOCKED
                && threads.stream().anyMatch(each -> each.getId() == now.getLockOwnerId());
    }

    private List<Integer> in(State state) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < states.length(); i++) {
            if (states.get(i) == state) {
                found.add(i);
            }
        }
        return found;
    }

    void point() {
        int me = threads.indexOf(Thread.currentThread());
        if (me >= 0) {
            states.set(me, State.AT_POINT);
            turns.get(me).acquireUninterruptibly();
        }
    }

    void rethrow() {
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    private void run(int number, Runnable work) {
        turns.get(number).acquireUninterruptibly();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        states.set(number, State.ENDED);
    }
}
