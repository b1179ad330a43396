package paymap.pmap.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.CouldNotScan;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;
import paymap.pmap.ping.PingScanner;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.Targets;
import paymap.pmap.tcp.TcpScanner;

/**
 * The worker process of {@code -m proc}: does the chunks that come on its input, one after the other, and tells of each
 * result on its output. When the input ends, for whatever reason, so does the worker.
 */
public final class ScanWorker {

    private final WorkerProtocol.Line settings;
    private final BlockingQueue<WorkerProtocol.Line> chunks = new LinkedBlockingQueue<>();
    private final Random random = new Random();
    private volatile @Nullable TcpScanner running;

    private ScanWorker(WorkerProtocol.Line settings) {
        this.settings = settings;
    }

    /**
     * Returns when the input ends; whoever called it should end the process then.
     *
     * @throws IOException if the input breaks off, or the parent speaks another version
     * @throws IllegalArgumentException if the input is no message of a parent
     */
    public static void serve(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null) {
            return;
        }
        WorkerProtocol.Line settings = WorkerProtocol.read(first);
        if (settings.number("v") != WorkerProtocol.VERSION) {
            throw new IOException("the parent speaks version " + settings.number("v") + ", not "
                    + WorkerProtocol.VERSION + ": two versions of paymap are mixed");
        }
        ScanWorker worker = new ScanWorker(settings);
        try (Workers<Object> thread = new ThreadWorkers<>(1, "paymap-chunks")) {
            thread.start(report -> worker.work(new ToParent(out)));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                worker.heard(WorkerProtocol.read(line));
            }
        }
    }

    /** @return whether the line was understood */
    private boolean heard(WorkerProtocol.Line line) {
        return switch (line.type(ToWorker.class)) {
            case CHUNK -> chunks.add(line);
            case RTT_KNOWN -> rttKnown(line.address("ip"), line.number("rtt_ns"));
            case SETTINGS -> throw new IllegalArgumentException("a worker is told once how to scan");
        };
    }

    private boolean rttKnown(Address host, long rttNanos) {
        TcpScanner scanner = running;
        if (scanner != null) {
            scanner.rttKnown(host, rttNanos);
        }
        return true;
    }

    private void work(ToParent parent) throws InterruptedException {
        while (true) {
            WorkerProtocol.Line chunk = chunks.take();
            try {
                scanner(chunk).run(parent);
                parent.done();
            } catch (CouldNotScan | IllegalArgumentException e) {
                parent.failed(String.valueOf(e.getMessage()));
            }
        }
    }

    private Scanner scanner(WorkerProtocol.Line chunk) {
        ScanSettings scanSettings =
                WorkerMessages.settings(settings).within(Duration.ofMillis(chunk.number("host_timeout_ms")));
        Targets targets = WorkerMessages.hosts(chunk);
        if (ScanPlan.Kind.valueOf(settings.text("scan")) == ScanPlan.Kind.PING) {
            PingerChoice choice = PingerChoice.valueOf(settings.text("pinger"));
            return new PingScanner(
                    new ScanPlan(ScanPlan.Kind.PING, targets, Ports.of(1), scanSettings, choice), random);
        }
        Ports ports = Ports.of(chunk.text("ports"), new Services(Services.SYSTEM));
        ScanPlan plan = new ScanPlan(
                ScanPlan.Kind.TCP,
                targets,
                ports,
                scanSettings,
                PingerChoice.AUTO,
                WorkerMessages.memory(chunk.list("known"), settings.number("port_by_port") == 1));
        TcpScanner made = new TcpScanner(plan, random, 1, chunk.number("discover") == 1);
        running = made;
        return made;
    }
}
