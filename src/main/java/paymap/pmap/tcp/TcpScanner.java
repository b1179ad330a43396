package paymap.pmap.tcp;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;

/** Asks TCP ports with one event loop a core, in this process. */
public final class TcpScanner implements Scanner {

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(200);

    /** What a loop has to say; told on the caller's thread. */
    private interface Event {
        void tell(ScanListener listener);
    }

    private final ScanPlan plan;
    private final int loops;
    private final Events events = new Events();
    private final TcpScan scan;
    private int running;

    /** @param random shuffles the order of ports */
    public TcpScanner(ScanPlan plan, Random random) {
        this(
                plan,
                random,
                Runtime.getRuntime().availableProcessors(),
                !plan.targets().single());
    }

    /**
     * @param loops as many as there are cores to use
     * @param discover whether a host must answer a knock before all its ports are asked
     */
    public TcpScanner(ScanPlan plan, Random random, int loops, boolean discover) {
        this.plan = plan;
        this.loops = Math.max(1, Math.min(plan.settings().atOnce(), loops));
        this.scan = new TcpScan(
                plan.targets().iterator(),
                discover,
                plan.ports().asked(random),
                plan.settings(),
                OpenFiles.forSockets(),
                new Neighbours(),
                events,
                System.nanoTime());
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        EphemeralPorts own = new EphemeralPorts();
        try (Workers<Event> workers = new ThreadWorkers<>(loops, "paymap-scan")) {
            for (running = 0; running < loops; running++) {
                workers.start(report -> loop(own, report));
            }
            while (running > 0) {
                Event event = workers.await(BETWEEN_PROGRESS);
                if (event == null) {
                    listener.progress(scan.progress(plan.targets().count()));
                } else {
                    event.tell(listener);
                    running -= event instanceof Ended ? 1 : 0;
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

    /** Somebody else knows how far away a host is; from any thread. */
    public void near(Address host, long rttNanos) {
        scan.near(host, rttNanos, System.nanoTime());
    }

    private void loop(EphemeralPorts own, Consumer<Event> report) {
        events.to(report);
        String trouble = null;
        try {
            new TcpLoop(scan, own, Math.max(1, plan.settings().atOnce() / (2 * loops))).run();
        } catch (IOException | RuntimeException e) {
            scan.stop();
            trouble = "The scan broke off: " + e + ".";
        }
        report.accept(new Ended(trouble));
    }

    // Events are plain classes: lambdas would be linked at run time, which a short scan feels.
    private record Opened(Address host, PortResult port) implements Event {
        @Override
        public void tell(ScanListener listener) {
            listener.open(host, port);
        }
    }

    private record Finished(HostResult result) implements Event {
        @Override
        public void tell(ScanListener listener) {
            listener.host(result);
        }
    }

    private record Decided(String sentence) implements Event {
        @Override
        public void tell(ScanListener listener) {
            listener.decided(sentence);
        }
    }

    private record Near(Address host, long rttNanos) implements Event {
        @Override
        public void tell(ScanListener listener) {
            listener.near(host, rttNanos);
        }
    }

    private record Ended(@Nullable String trouble) implements Event {
        @Override
        public void tell(ScanListener listener) {
            if (trouble != null) {
                listener.trouble(trouble);
            }
        }
    }

    private static final class Events implements TcpScan.Ear {

        private volatile @Nullable Consumer<Event> sink;

        /** Every loop reports to the same place. */
        void to(Consumer<Event> report) {
            sink = report;
        }

        private void tell(Event event) {
            Consumer<Event> report = sink;
            if (report != null) {
                report.accept(event);
            }
        }

        @Override
        public void open(Address host, PortResult port) {
            tell(new Opened(host, port));
        }

        @Override
        public void host(HostResult result) {
            tell(new Finished(result));
        }

        @Override
        public void decided(String sentence) {
            tell(new Decided(sentence));
        }

        @Override
        public void near(Address host, long rttNanos) {
            tell(new Near(host, rttNanos));
        }
    }
}
