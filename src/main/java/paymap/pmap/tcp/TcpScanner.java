package paymap.pmap.tcp;

import java.io.IOException;
import java.util.Random;
import java.util.function.Consumer;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.ProgressTimer;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;
import paymap.pmap.tcp.engine.HostPlan;
import paymap.pmap.tcp.engine.SharedScan;
import paymap.words.Words;

/** Asks TCP ports with one event loop a core, in this process. */
public final class TcpScanner implements Scanner {

    /** Tells nobody anything; the owner counts the loops by it. */
    private static final ToOwnerThread.Event LOOP_ENDED = new ToOwnerThread.Event() {
        @Override
        public void tell(ScanListener listener) {}
    };

    private final ScanPlan plan;
    private final int loops;
    private final ToOwnerThread events = new ToOwnerThread();
    private final HostPlan hosts;
    private final SharedScan scan;

    /** Scans with all cores; of several hosts, one must answer a first few probes before all its ports are asked. */
    public TcpScanner(ScanPlan plan, Random random) {
        this(plan, random, Runtime.getRuntime().availableProcessors(), !plan.single());
    }

    /**
     * A scan with so many loops.
     *
     * @param random shuffles the order of ports
     * @param loops as many as there are cores to use, at least 1
     * @param discover whether a host must answer one of the first probes before all its ports are asked
     */
    public TcpScanner(ScanPlan plan, Random random, int loops, boolean discover) {
        this.plan = plan;
        this.loops = Math.max(1, Math.min(plan.settings().atOnce(), loops));
        this.hosts = HostPlan.of(
                        plan.ports().asked(shuffling(plan, random)),
                        discover,
                        plan.settings(),
                        new Neighbours(),
                        events)
                .with(plan.memory());
        this.scan = new SharedScan(plan.asked(), hosts, OpenFiles.forSockets(), System.nanoTime());
    }

    /** What looks random is to come again with its seed. */
    private static Random shuffling(ScanPlan plan, Random random) {
        return plan.settings().shuffled() ? new Random(plan.settings().seed()) : random;
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        Loop loop = new Loop();
        try (Workers<ToOwnerThread.Event> workers = new ThreadWorkers<>(loops, "paymap-scan")) {
            for (int i = 0; i < loops; i++) {
                workers.start(loop);
            }
            int running = loops;
            ProgressTimer timer = new ProgressTimer(System.nanoTime());
            while (running > 0) {
                ToOwnerThread.Event event = workers.await(timer.left(System.nanoTime()));
                if (event == LOOP_ENDED) {
                    running--;
                } else if (event != null) {
                    event.tell(listener);
                }
                if (timer.isDue(System.nanoTime())) {
                    tellPorts();
                    listener.progress(scan.progress(plan.targets().count()));
                }
            }
        } finally {
            scan.stop();
        }
    }

    @Override
    public void stop() {
        scan.stop();
    }

    /** What has become known is told by the same queue as the results, so it comes in order. */
    private void tellPorts() {
        if (plan.memory().portByPort()) {
            scan.tellPorts();
        }
    }

    /** Somebody else knows how far away a host is, in nanoseconds; from any thread. */
    public void rttKnown(Address host, long rttNanos) {
        scan.rttKnown(host, rttNanos, System.nanoTime());
    }

    /** What each thread runs. No lambda: linking one takes longer than a short scan. */
    private final class Loop implements Workers.Call<ToOwnerThread.Event> {
        private final EphemeralPorts ephemeral = new EphemeralPorts();

        @Override
        public void run(Consumer<ToOwnerThread.Event> queue) {
            events.to(queue);
            try {
                int share = Math.max(1, plan.settings().atOnce() / (2 * loops));
                new TcpLoop(scan, ephemeral, hosts.socketLives(), share).run();
            } catch (IOException | RuntimeException e) {
                scan.stop();
                events.trouble(Words.say("The scan broke off: %s.", e instanceof IOException ? e.getMessage() : e));
            } catch (LinkageError | VirtualMachineError e) { // Java opens files of its own, and late
                scan.stop();
                events.trouble(
                        Words.say("The scan broke off: %s.", Words.say("Java ran short of open files or of memory")));
            } finally {
                queue.accept(LOOP_ENDED);
            }
        }
    }
}
