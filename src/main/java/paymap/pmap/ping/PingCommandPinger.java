package paymap.pmap.ping;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.RateBudget;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.words.Words;

/** Pings with the system's ping, in as many shells as may wait at once. */
final class PingCommandPinger implements Pinger {

    /** More processes than this slow a machine down more than they help. */
    static final int MOST_SHELLS = 256;

    /** Where every ping is answered at once, more than this many get in each other's way. */
    private static final int QUICK_AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    /** Longer than starting a process takes: a ping that takes longer waits for its answer. */
    private static final long SLOW = 40_000_000L;

    /** Soon enough for a person who stops it. Chosen. */
    private static final Duration TICK = Duration.ofMillis(200);

    private static final int BROKEN_PING = 126; // the shell's own: not executable, not found

    /** What became of one call; exactly one of the two is null. */
    private record Called(
            Address host,
            boolean subnetKnown,
            PingShell.@Nullable Answer answer,
            @Nullable String trouble) {}

    private final ScanSettings settings;
    private final PingCommand command;
    private final Queue<PingShell> idle = new ConcurrentLinkedQueue<>();
    private final Queue<PingShell> all = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Address> requeued = new ArrayDeque<>();
    private final Set<Address> asked = new HashSet<>();
    private final Map<Address, Long> underWay = new LinkedHashMap<>(); // since when; the oldest first
    private final Set<Long> answering = new HashSet<>(); // subnets
    private volatile boolean stopped;

    PingCommandPinger(ScanSettings settings, PingCommand command) {
        this.settings = settings;
        this.command = command;
    }

    /** The command for this system; null = there is no ping, or this user may not. */
    static @Nullable PingCommand find(ScanSettings settings) throws InterruptedException {
        PingCommand found = PingCommand.of(
                System.getProperty("os.name", ""),
                Commands.output("ping", "-V"),
                settings.longestWait(),
                settings.retries() != 0);
        return works(found) ? found : null;
    }

    static boolean works(PingCommand command) throws InterruptedException {
        List<String> trial = new ArrayList<>(command.words());
        trial.addAll(List.of(command.waitOptions().split(" ")));
        trial.add("127.0.0.1");
        return Commands.succeeds(trial.toArray(new String[0]));
    }

    @Override
    public String name() {
        return Words.say("the system's ping");
    }

    @Override
    public void sweep(Iterator<Address> targets, Listener listener) throws InterruptedException {
        int shells = Math.min(settings.atOnce(), MOST_SHELLS);
        RateBudget budget = new RateBudget(settings.rate(), System.nanoTime());
        try (Workers<Called> workers = new ThreadWorkers<>(shells, "paymap-ping")) {
            while (!stopped && (targets.hasNext() || !requeued.isEmpty() || !underWay.isEmpty())) {
                long wait = TICK.toNanos();
                while (hasRoom(shells) && (targets.hasNext() || !requeued.isEmpty())) {
                    if (!budget.take(System.nanoTime())) {
                        wait = Math.min(wait, budget.untilNext(System.nanoTime()));
                        break;
                    }
                    start(targets.hasNext() ? targets.next() : requeued.remove(), workers);
                }
                Called called = workers.await(Duration.ofNanos(underWay.size() < shells ? Math.min(wait, SLOW) : wait));
                if (called != null) {
                    underWay.remove(called.host());
                    judge(called, listener);
                }
                listener.onTick();
            }
        } finally {
            all.forEach(PingShell::close);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /** Those that wait for an answer cost nothing; of the others there are only a few at once, more where many wait. */
    private boolean hasRoom(int shells) {
        if (underWay.size() >= shells || underWay.size() < QUICK_AT_ONCE) {
            return underWay.size() < shells;
        }
        long now = System.nanoTime();
        int slow = 0;
        for (long since : underWay.values()) {
            if (now - since < SLOW) {
                break;
            }
            slow++;
        }
        return underWay.size() - slow < Math.max(QUICK_AT_ONCE, slow);
    }

    private void start(Address host, Workers<Called> workers) {
        underWay.put(host, System.nanoTime());
        boolean subnetKnown = answering.contains(host.subnet());
        workers.start(report -> report.accept(call(host, subnetKnown)));
    }

    private Called call(Address host, boolean subnetKnown) {
        PingShell shell = idle.poll();
        try {
            if (shell == null) {
                shell = new PingShell(command);
                all.add(shell);
            }
            PingShell.Answer answer =
                    shell.ping(host, subnetKnown ? command.subnetWaitOptions() : command.waitOptions());
            idle.add(shell);
            return new Called(host, subnetKnown, answer, null);
        } catch (IOException e) {
            return new Called(host, subnetKnown, null, String.valueOf(e.getMessage()));
        }
    }

    private void judge(Called called, Listener listener) {
        PingShell.Answer answer = called.answer();
        if (answer == null || answer.status() >= BROKEN_PING) {
            requeueOrGiveUp(
                    called,
                    listener,
                    answer == null ? called.trouble() : Words.say("ping broke off, status %d", answer.status()));
        } else if (answer.status() == 0 && (!command.judgedByTtl() || answer.ttlShown())) {
            asked.remove(called.host());
            answering.add(called.host().subnet());
            listener.alive(called.host(), answer.rttMicros());
        } else {
            requeueOrGiveUp(called, listener, null);
        }
    }

    /** @param trouble why ping itself failed; null = the host was silent */
    private void requeueOrGiveUp(Called called, Listener listener, @Nullable String trouble) {
        Address host = called.host();
        boolean once = trouble != null || called.subnetKnown() || !command.asksTwice();
        int retries = settings.retries() == ScanSettings.AS_NEEDED ? 1 : settings.retries();
        if (once && retries > 0 && asked.add(host)) {
            requeued.add(host);
            return;
        }
        asked.remove(host);
        if (trouble == null) {
            listener.silent(host);
        } else {
            listener.failed(host, trouble);
        }
    }
}
