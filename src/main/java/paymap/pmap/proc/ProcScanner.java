package paymap.pmap.proc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.CouldNotScan;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;

/**
 * Scans with worker processes of the same program. Each pulls chunks, and what may be out at once and the rate are
 * divided among them. A worker's death costs nothing: its chunk is done again, once. All but {@link #stop} happens on
 * the thread that runs the scan.
 */
public final class ProcScanner implements Scanner {

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(200);
    private static final int FEWEST = 2;

    private final ScanPlan plan;
    private final List<String> command;
    private final int most;
    private final Chunks chunks;
    private final HostMerge merge = new HostMerge();
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<String> chosen = new HashSet<>();
    private volatile @Nullable Workers<WorkerProcess.Said> readers;
    private volatile boolean stopped;
    private long done;
    private long found;
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
            for (int i = 0; i < most; i++) {
                begin(opened, i);
            }
            while (!stopped && working()) {
                WorkerProcess.Said said = opened.await(BETWEEN_PROGRESS);
                if (said == null) {
                    listener.progress(progress());
                } else if (said.line() == null) {
                    died(said.worker(), listener, opened);
                } else {
                    heard(said.worker(), said.line(), listener);
                }
            }
        } finally {
            endAll();
        }
        HostResult whole = chunks.slices() > 1 ? merge.result() : null;
        if (whole != null && !stopped) {
            listener.host(whole);
        }
        if (finished == 0 && !failures.isEmpty()) {
            throw new CouldNotScan(failures.get(0));
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
            WorkerProcess worker =
                    new WorkerProcess(command, WorkerProtocol.line(WorkerMessages.of(plan, share(share))));
            workers.add(worker);
            opened.start(worker::listen);
            giveNext(worker);
        } catch (IOException e) {
            throw new CouldNotScan("a child process could not be started: " + e.getMessage());
        }
    }

    private boolean working() {
        return chunks.hasNext() && !workers.isEmpty() || workers.stream().anyMatch(worker -> worker.chunk != null);
    }

    private void giveNext(WorkerProcess worker) {
        Chunk next = chunks.next();
        worker.chunk = null;
        if (next != null) {
            worker.give(next);
        }
    }

    private void heard(WorkerProcess worker, WorkerProtocol.Line line, ScanListener listener) {
        Chunk chunk = worker.chunk;
        if (chunk == null) {
            return;
        }
        if (line.has("host")) {
            host(chunk, WorkerMessages.host(line), listener);
        } else if (line.has("open")) {
            Address host = Address.of(line.text("ip"));
            PortResult port = new PortResult(line.small("open"), Reason.CONNECTED, line.number("rtt_us"));
            if (chunk.reported.add(host + ":" + port.port())) {
                found++;
                listener.open(host, port);
            }
        } else if (line.has("alive") || line.has("silent")) {
            pinged(chunk, line, listener);
        } else if (line.has("rtt_known")) {
            tellOthers(worker, line);
        } else if (line.has("progress")) {
            worker.done = line.number("progress");
        } else if (line.has("done") || line.has("failed")) {
            ended(worker, chunk, line, listener);
        } else if (!line.has("chose") || chosen.add(line.text("chose"))) {
            WorkerMessages.sentence(line, listener);
        }
    }

    private void host(Chunk chunk, HostResult result, ScanListener listener) {
        if (!chunk.reported.add(result.address())) {
            return;
        }
        if (chunk.slice) {
            merge.add(result);
        } else {
            listener.host(result);
        }
    }

    private void pinged(Chunk chunk, WorkerProtocol.Line line, ScanListener listener) {
        boolean alive = line.has("alive");
        Address host = Address.of(line.text(alive ? "alive" : "silent"));
        if (!chunk.reported.add(host)) {
            return;
        }
        if (alive) {
            found++;
            listener.alive(host, line.number("rtt_us"));
        } else {
            listener.silent(host);
        }
    }

    private void tellOthers(WorkerProcess source, WorkerProtocol.Line line) {
        if (chunks.slices() > 1) {
            String message = WorkerProtocol.line("rtt_known", line.text("rtt_known"), "rtt_ns", line.number("rtt_ns"));
            workers.stream().filter(worker -> worker != source).forEach(worker -> worker.say(message));
        }
    }

    private void ended(WorkerProcess worker, Chunk chunk, WorkerProtocol.Line line, ScanListener listener) {
        if (line.has("failed")) {
            failures.add(line.text("why"));
            listener.trouble("Not scanned: " + chunk.describe() + ": " + line.text("why") + ".");
        } else {
            finished++;
        }
        done += probes(chunk);
        worker.done = 0;
        giveNext(worker);
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
            listener.decided("A child process ended with status " + status + "; its part is done again.");
            chunks.requeue(chunk);
        } else {
            merge.missing(chunk);
            done += probes(chunk);
            failures.add("child processes end with status " + status);
            listener.trouble("Two child processes ended over " + chunk.describe() + ", the last with status " + status
                    + "; that part is missing.");
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
        return new ScanListener.Progress(sum, plan.targets().count() * perHost, found);
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
}
