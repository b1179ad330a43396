package paymap.pmap.proc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.CouldNotScan;
import paymap.pmap.HostResult;
import paymap.pmap.ProgressTimer;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;
import paymap.words.Words;

/**
 * Scans with worker processes of the same program. Each pulls chunks, and what may be out at once and the rate are
 * divided among them. A worker's death costs nothing: its chunk is done again, once. All but {@link #stop} happens on
 * the thread that runs the scan.
 */
public final class ProcScanner implements Scanner {

    /** On one core too, as a worker mostly waits. Chosen; not measured. */
    private static final int FEWEST = 2;

    private final ScanPlan plan;
    private final List<String> command;
    private final int most;
    private final Chunks chunks;
    private final ChunkListener.Results results = new ChunkListener.Results();
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private volatile @Nullable Workers<WorkerProcess.Said> readers;
    private volatile boolean stopped;
    private long startedAt;
    private long done;
    private int finished;

    /**
     * @param command starts a worker, that is a program that calls {@link ScanWorker#serve}
     * @param random shuffles the order of ports
     */
    public ProcScanner(ScanPlan plan, List<String> command, Random random) {
        this.plan = plan;
        this.command = List.copyOf(command);
        int cores = Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        int budget = plan.settings().rate() == 0 ? cores : plan.settings().rate();
        int wanted = Math.min(Math.min(cores, plan.settings().atOnce()), budget);
        this.chunks = new Chunks(plan, wanted, random);
        this.most = Math.min(wanted, chunks.most());
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        try (Workers<WorkerProcess.Said> opened = new ThreadWorkers<>(most, "paymap-worker")) {
            readers = opened;
            startedAt = System.nanoTime();
            for (int i = 0; i < most; i++) {
                begin(opened, i);
            }
            ProgressTimer timer = new ProgressTimer(System.nanoTime());
            while (!stopped && working()) {
                WorkerProcess.Said said = opened.await(timer.left(System.nanoTime()));
                if (said != null) {
                    hear(said, listener, opened);
                }
                if (timer.isDue(System.nanoTime())) {
                    listener.progress(progress());
                }
            }
        } finally {
            endAll();
        }
        HostResult whole = chunks.slices() > 1 ? results.slices.result() : null;
        if (whole != null && !stopped) {
            listener.host(whole);
        }
        if (finished == 0 && !failures.isEmpty()) {
            throw new CouldNotScan(failures.get(0));
        }
    }

    private void hear(WorkerProcess.Said said, ScanListener listener, Workers<WorkerProcess.Said> opened)
            throws InterruptedException {
        WorkerProcess worker = said.worker();
        if (said.message() == null) {
            died(worker, listener, opened);
        } else if (worker.chunk != null) {
            said.message().tell(new Hearing(worker, worker.chunk, listener));
        }
    }

    @Override
    public void stop() {
        stopped = true;
        Workers<WorkerProcess.Said> waiting = readers;
        if (waiting != null) {
            waiting.wake();
        }
    }

    private void begin(Workers<WorkerProcess.Said> opened, int share) {
        try {
            WorkerProcess worker = new WorkerProcess(
                    command, WorkerProtocol.line(ToWorker.SETTINGS, WorkerMessages.of(plan, share(share))));
            workers.add(worker);
            opened.start(worker::listen);
            giveNext(worker);
        } catch (IOException e) {
            throw new CouldNotScan(Words.say("a child process could not be started: %s", e.getMessage()));
        }
    }

    private boolean working() {
        return chunks.hasNext() && !workers.isEmpty() || workers.stream().anyMatch(worker -> worker.chunk != null);
    }

    private void giveNext(WorkerProcess worker) {
        Chunk next = nextInTime();
        worker.chunk = null;
        worker.done = 0;
        if (next != null) {
            worker.give(next, timeLeft(next), plan.memory());
        }
    }

    private @Nullable Chunk nextInTime() {
        Chunk next = chunks.next();
        while (next != null && timeLeft(next).isNegative()) {
            results.slices.late(next);
            done += probes(next);
            next = chunks.next();
        }
        return next;
    }

    /** Of a host that is cut into slices, the time runs from its first slice on; zero = no limit, negative = it is up. */
    private Duration timeLeft(Chunk next) {
        Duration whole = plan.settings().hostTimeout();
        if (!next.slice || whole.isZero()) {
            return whole;
        }
        Duration left = whole.minusNanos(System.nanoTime() - startedAt);
        return left.toMillis() < ScanSettings.Limit.HOST_TIMEOUT.least() ? Duration.ofNanos(-1) : left;
    }

    private void died(WorkerProcess worker, ScanListener listener, Workers<WorkerProcess.Said> opened)
            throws InterruptedException {
        int status = worker.status();
        Chunk chunk = worker.chunk;
        workers.remove(worker);
        if (stopped || chunk == null) {
            return;
        }
        if (!chunk.restarted) {
            chunk.restarted = true;
            listener.decided(Words.say("A child process ended with status %d; its part is done again.", status));
            chunks.requeue(chunk);
        } else {
            results.slices.missing(chunk);
            done += probes(chunk);
            failures.add(Words.say("child processes end with status %d", status));
            listener.trouble(Words.say(
                    "Two child processes ended over %s, the last with status %d; that part is missing.",
                    chunk.describe(), status));
        }
        if (chunks.hasNext()) {
            begin(opened, workers.size());
        }
    }

    private void endAll() {
        workers.forEach(WorkerProcess::end);
        workers.clear();
    }

    private ScanListener.Progress progress() {
        long sum = done;
        for (WorkerProcess worker : workers) {
            sum += worker.done;
        }
        long perHost = plan.kind() == ScanPlan.Kind.TCP ? plan.ports().count() : 1;
        return new ScanListener.Progress(sum, plan.targets().count() * perHost, results.found);
    }

    private long probes(Chunk chunk) {
        return plan.kind() == ScanPlan.Kind.TCP ? chunk.hosts.count() * chunk.ports.count() : chunk.hosts.count();
    }

    private ScanSettings share(int number) {
        ScanSettings whole = plan.settings();
        return whole.share(part(whole.atOnce(), number), whole.rate() == 0 ? 0 : part(whole.rate(), number));
    }

    /** So much of the whole for this worker; the first ones take what does not divide. */
    private int part(int whole, int number) {
        return Math.max(1, whole / most + (number < whole % most ? 1 : 0));
    }

    /** What a worker says over its chunk that concerns the workers. */
    private final class Hearing extends ChunkListener {
        private final WorkerProcess worker;

        Hearing(WorkerProcess worker, Chunk chunk, ScanListener listener) {
            super(chunk, results, listener);
            this.worker = worker;
        }

        /** The others have further ports of the same host. */
        @Override
        public void rttKnown(Address host, long rttNanos) {
            if (chunk.slice) {
                String message = WorkerProtocol.line(ToWorker.RTT_KNOWN, "ip", host, "rtt_ns", rttNanos);
                workers.stream().filter(other -> other != worker).forEach(other -> other.say(message));
            }
        }

        @Override
        public void progress(Progress progress) {
            worker.done = progress.done();
        }

        @Override
        public void done() {
            finished++;
            goOn();
        }

        @Override
        public void failed(String why) {
            failures.add(why);
            listener.trouble(Words.say("Not scanned: %s: %s.", chunk.describe(), why));
            goOn();
        }

        private void goOn() {
            done += probes(chunk);
            giveNext(worker);
        }
    }
}
