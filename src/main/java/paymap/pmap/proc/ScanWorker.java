package paymap.pmap.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import paymap.pmap.CouldNotScan;
import paymap.pmap.HostResult;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;
import paymap.pmap.ping.PingScanner;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.Targets;
import paymap.pmap.tcp.TcpScanner;

/**
 * The child's side of {@code -m proc}: does the chunks that come on its input, one after the other, and tells of each
 * result on its output. When the input ends, for whatever reason, so does the child.
 */
public final class ScanWorker {

    private final OutputStream out;
    private final BlockingQueue<WorkerProtocol.Line> chunks = new LinkedBlockingQueue<>();
    private volatile @Nullable TcpScanner scanner;

    private ScanWorker(OutputStream out) {
        this.out = out;
    }

    /** Returns when the input ends; whoever called it should end the process then. */
    public static void serve(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null) {
            return;
        }
        WorkerProtocol.Line settings = WorkerProtocol.read(first);
        if (settings.number("v") != WorkerProtocol.VERSION) {
            throw new IOException("a parent of another version");
        }
        ScanWorker server = new ScanWorker(out);
        Thread worker = new Thread(() -> server.work(settings), "paymap-chunks");
        worker.setDaemon(true);
        worker.start();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            server.heard(WorkerProtocol.read(line));
        }
    }

    private void heard(WorkerProtocol.Line line) {
        if (line.has("chunk")) {
            chunks.add(line);
            return;
        }
        TcpScanner running = scanner;
        if (line.has("near") && running != null) {
            running.near(Address.of(line.text("near")), line.number("rtt_ns"));
        }
    }

    private void work(WorkerProtocol.Line first) {
        try {
            ScanSettings settings = settings(first);
            while (true) {
                WorkerProtocol.Line chunk = chunks.take();
                long number = chunk.number("chunk");
                try {
                    scanner(first, chunk, settings).run(new Listener());
                    say("done", number);
                } catch (CouldNotScan e) {
                    say("failed", number, "why", String.valueOf(e.getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Scanner scanner(WorkerProtocol.Line first, WorkerProtocol.Line chunk, ScanSettings settings) {
        Targets targets = Targets.of(new AddressRange(Address.of(chunk.text("first")), Address.of(chunk.text("last"))));
        Random random = new Random();
        if (first.text("scan").equals(ScanPlan.Kind.PING.name())) {
            PingerChoice choice = PingerChoice.valueOf(first.text("pinger"));
            return new PingScanner(new ScanPlan(ScanPlan.Kind.PING, targets, Ports.of(1), settings, choice), random);
        }
        Ports ports = Ports.of(chunk.text("ports"), new Services(Services.SYSTEM));
        ScanPlan plan = new ScanPlan(ScanPlan.Kind.TCP, targets, ports, settings, PingerChoice.AUTO);
        TcpScanner made = new TcpScanner(plan, random, 1, chunk.number("discover") == 1);
        scanner = made;
        return made;
    }

    private static ScanSettings settings(WorkerProtocol.Line line) {
        return new ScanSettings(
                line.small("at_once"),
                Duration.ofMillis(line.number("longest_ms")),
                line.small("retries"),
                line.small("rate"),
                line.number("assume_up") == 1,
                line.number("every_port") == 1);
    }

    /** Each line goes out at once: whatever happens to this process, it has been said. */
    private synchronized void say(Object... namesAndValues) {
        try {
            out.write(WorkerProtocol.line(namesAndValues).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // nobody listens any more; the input ends as well
        }
    }

    private final class Listener implements ScanListener {
        @Override
        public void open(Address host, PortResult port) {
            say("open", port.port(), "ip", host, "rtt_us", port.rttMicros());
        }

        @Override
        public void host(HostResult result) {
            say(
                    "host", result.address(),
                    "verdict", result.verdict(),
                    "open", ports(result.open()),
                    "closed", result.closed(),
                    "filtered", result.filtered(),
                    "errors", result.errors(),
                    "others", ports(result.others()));
        }

        @Override
        public void alive(Address host, long rttMicros) {
            say("alive", host, "rtt_us", rttMicros);
        }

        @Override
        public void silent(Address host) {
            say("silent", host);
        }

        @Override
        public void near(Address host, long rttNanos) {
            say("near", host, "rtt_ns", rttNanos);
        }

        @Override
        public void chose(String sentence) {
            say("chose", sentence);
        }

        @Override
        public void decided(String sentence) {
            say("decided", sentence);
        }

        @Override
        public void trouble(String sentence) {
            say("trouble", sentence);
        }

        @Override
        public void progress(Progress progress) {
            say("progress", progress.done(), "found", progress.found());
        }

        private static List<Object> ports(List<PortResult> ports) {
            List<Object> list = new ArrayList<>();
            for (PortResult port : ports) {
                list.add(List.of(port.port(), port.reason().name(), port.rttMicros()));
            }
            return list;
        }
    }
}
