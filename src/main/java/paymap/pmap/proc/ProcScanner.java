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
 * Scans with child processes of the same program. Each pulls chunks, and what may be out at once and the rate are
 * divided among them. A child's death costs nothing: its chunk is done again, once.
 */
public final class ProcScanner implements Scanner {

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(200);
    private static final int FEWEST = 2;

    private final ScanPlan plan;
    private final List<String> command;
    private final int most;
    private final Chunks chunks;
    private final HostMerge merge = new HostMerge();
    private final List<WorkerProcess> children = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<String> chosen = new HashSet<>();
    private volatile @Nullable Workers<WorkerProcess.Said> workers;
    private volatile boolean stopped;
    private long done;
    private long found;
    private int finished;

    /**
     * @param command starts a child, that is a program that calls {@link ScanWorker#serve}
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

    /** The processes under way, for a look from outside. */
    synchronized List<Long> pids() {
        return children.stream().map(WorkerProcess::pid).toList();
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        try (Workers<WorkerProcess.Said> readers = new ThreadWorkers<>(most, "paymap-child")) {
            workers = readers;
            for (int i = 0; i < most; i++) {
                begin(readers, i);
            }
            while (!stopped && working()) {
                WorkerProcess.Said said = readers.await(BETWEEN_PROGRESS);
                if (said == null) {
                    listener.progress(progress());
                } else if (said.line() == null) {
                    died(said.child(), listener, readers);
                } else {
                    heard(said.child(), said.line(), listener);
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
        Workers<WorkerProcess.Said> waiting = workers;
        if (waiting != null) {
            waiting.wake();
        }
    }

    private synchronized void begin(Workers<WorkerProcess.Said> readers, int share) {
        try {
            WorkerProcess child = new WorkerProcess(command, settings(share));
            children.add(child);
            readers.start(child::listen);
            giveNext(child);
        } catch (IOException e) {
            throw new CouldNotScan("a child process could not be started: " + e.getMessage());
        }
    }

    private synchronized boolean working() {
        return chunks.hasNext() && !children.isEmpty() || children.stream().anyMatch(child -> child.chunk != null);
    }

    private void giveNext(WorkerProcess child) {
        Chunk next = chunks.next();
        child.chunk = null;
        if (next != null) {
            child.give(next);
        }
    }

    private void heard(WorkerProcess child, WorkerProtocol.Line line, ScanListener listener) {
        Chunk chunk = child.chunk;
        if (chunk == null) {
            return;
        }
        if (line.has("host")) {
            host(chunk, WorkerMessages.host(line), listener);
        } else if (line.has("open")) {
            Address host = Address.of(line.text("ip"));
            PortResult port = new PortResult(line.small("open"), Reason.CONNECTED, line.number("rtt_us"));
            if (chunk.told.add(host + ":" + port.port())) {
                found++;
                listener.open(host, port);
            }
        } else if (line.has("alive") || line.has("silent")) {
            pinged(chunk, line, listener);
        } else if (line.has("near")) {
            tellOthers(child, line);
        } else if (line.has("progress")) {
            child.done = line.number("progress");
        } else if (line.has("done") || line.has("failed")) {
            ended(child, chunk, line, listener);
        } else if (!line.has("chose") || chosen.add(line.text("chose"))) {
            WorkerMessages.sentence(line, listener);
        }
    }

    private void host(Chunk chunk, HostResult result, ScanListener listener) {
        if (!chunk.told.add(result.address())) {
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
        if (!chunk.told.add(host)) {
            return;
        }
        if (alive) {
            found++;
            listener.alive(host, line.number("rtt_us"));
        } else {
            listener.silent(host);
        }
    }

    private void tellOthers(WorkerProcess teller, WorkerProtocol.Line line) {
        if (chunks.slices() > 1) {
            String told = WorkerProtocol.line("near", line.text("near"), "rtt_ns", line.number("rtt_ns"));
            children.stream().filter(child -> child != teller).forEach(child -> child.say(told));
        }
    }

    private void ended(WorkerProcess child, Chunk chunk, WorkerProtocol.Line line, ScanListener listener) {
        if (line.has("failed")) {
            failures.add(line.text("why"));
            listener.trouble("Not scanned: " + chunk.what() + ": " + line.text("why") + ".");
        } else {
            finished++;
        }
        done += probes(chunk);
        child.done = 0;
        giveNext(child);
    }

    private void died(WorkerProcess child, ScanListener listener, Workers<WorkerProcess.Said> readers)
            throws InterruptedException {
        int status = child.status();
        Chunk chunk = child.chunk;
        synchronized (this) {
            children.remove(child);
        }
        if (stopped || chunk == null) {
            return;
        }
        if (!chunk.doneAgain) {
            chunk.doneAgain = true;
            listener.decided("A child process ended with status " + status + "; its part is done again.");
            chunks.again(chunk);
        } else {
            merge.missing(chunk);
            done += probes(chunk);
            failures.add("child processes end with status " + status);
            listener.trouble("Two child processes ended over " + chunk.what() + ", the last with status " + status
                    + "; that part is missing.");
        }
        if (chunks.hasNext()) {
            begin(readers, children.size());
        }
    }

    private synchronized void endAll() {
        children.forEach(WorkerProcess::end);
        children.clear();
    }

    private ScanListener.Progress progress() {
        long sum = done;
        for (WorkerProcess child : children) {
            sum += child.done;
        }
        long perHost = plan.kind() == ScanPlan.Kind.TCP ? plan.ports().count() : 1;
        return new ScanListener.Progress(sum, plan.targets().count() * perHost, found);
    }

    private long probes(Chunk chunk) {
        return plan.kind() == ScanPlan.Kind.TCP ? chunk.hosts.count() * chunk.ports.count() : chunk.hosts.count();
    }

    private String settings(int share) {
        ScanSettings settings = plan.settings();
        return WorkerProtocol.line(
                "v", WorkerProtocol.VERSION,
                "scan", plan.kind(),
                "at_once", part(settings.atOnce(), share),
                "longest_ms", settings.longestWait().toMillis(),
                "retries", settings.retries(),
                "rate", settings.rate() == 0 ? 0 : part(settings.rate(), share),
                "assume_up", settings.assumeUp() ? 1 : 0,
                "every_port", settings.everyPort() ? 1 : 0,
                "pinger", plan.pinger());
    }

    /** So much of the whole for this child; the first ones take what does not divide. */
    private int part(int whole, int share) {
        return Math.max(1, whole / most + (share < whole % most ? 1 : 0));
    }
}
