package paymap.pmap.banner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import paymap.pace.Workers;
import paymap.pmap.CompositeListener;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.RateBudget;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.words.Words;

/**
 * Keeps what a scan finds until its open ports are listened to: each port is told with what it said, each host when all of
 * its ports are. Everything here happens on the thread that runs the scan; what takes time is done by the workers.
 */
final class HeardPorts extends CompositeListener {

    /** What came of listening to one port; the line is null where nothing was said. */
    record Line(Address host, PortResult port, @Nullable String text) {}

    /** Listens to one port, which takes a while, and throws nothing. */
    interface Ear {
        /** @return null = nothing was said */
        @Nullable
        String said(Address host, int port);
    }

    /** A host with more open ports is likely no host but something in between, and would take minutes. Chosen. */
    static final int MOST_OF_A_HOST = 256;

    /** Results come out soon, and a stop is noticed. Chosen. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final class Host {
        final Map<Integer, PortResult> heard = new HashMap<>();
        final Map<Integer, PortResult> awaited = new TreeMap<>();
        int begun;
        int skipped;

        @Nullable
        HostResult result;
    }

    private record Port(Address host, PortResult port) {}

    private final ScanListener listener;
    private final Workers<Line> workers;
    private final Ear ear;
    private final RateBudget budget;
    private final Map<Address, Host> hosts = new HashMap<>();
    private final ArrayDeque<Port> queue = new ArrayDeque<>();
    private int underWay;
    private boolean scanning = true;
    private @Nullable Progress last;

    /** @param budget limited = nothing is listened to before {@link #scanned} */
    HeardPorts(ScanListener listener, Workers<Line> workers, Ear ear, RateBudget budget) {
        super(listener);
        this.listener = listener;
        this.workers = workers;
        this.ear = ear;
        this.budget = budget;
    }

    @Override
    public void open(Address host, PortResult port) {
        Host of = hosts.computeIfAbsent(host, h -> new Host());
        if (port.said() != null) { // as an earlier scan has heard
            listener.open(host, port);
            return;
        }
        if (of.begun >= MOST_OF_A_HOST) {
            of.skipped++;
            listener.open(host, port);
            return;
        }
        of.begun++;
        of.awaited.put(port.port(), port);
        queue.add(new Port(host, port));
        goOn();
    }

    @Override
    public void host(HostResult result) {
        Host of = hosts.get(result.address());
        if (of == null) {
            listener.host(result);
        } else {
            of.result = result;
            tellIfDone(result.address(), of);
        }
        goOn();
    }

    @Override
    public void progress(Progress progress) {
        last = progress;
        goOn();
        listener.progress(progress);
    }

    /** Nothing new will be found. */
    void scanned() {
        scanning = false;
        goOn();
    }

    /** Whether every port that was found is told. */
    boolean isDone() {
        return queue.isEmpty() && underWay == 0;
    }

    /** Waits a moment for what ports say. */
    void await() throws InterruptedException {
        long untilNext = underWay < workers.size() && !queue.isEmpty() ? budget.untilNext(System.nanoTime()) : 0;
        Line line = workers.await(untilNext == 0 || untilNext > LOOK.toNanos() ? LOOK : Duration.ofNanos(untilNext));
        if (line != null) {
            heard(line);
        }
        goOn();
        if (last != null) {
            listener.progress(last); // what was printed goes out
        }
    }

    /** What is not heard by now is told without. */
    void leave() {
        for (Map.Entry<Address, Host> entry : new ArrayList<>(hosts.entrySet())) {
            Host of = entry.getValue();
            of.awaited.values().forEach(port -> listener.open(entry.getKey(), port));
            if (of.result != null) {
                tell(entry.getKey(), of, of.result);
            }
        }
        hosts.clear();
        queue.clear();
    }

    private void goOn() {
        drain();
        while (underWay < workers.size() && !queue.isEmpty() && mayStart() && budget.take(System.nanoTime())) {
            Port next = queue.remove();
            underWay++;
            workers.start(report -> report.accept(new Line(
                    next.host(), next.port(), ear.said(next.host(), next.port().port()))));
        }
    }

    private boolean mayStart() {
        return !scanning || !budget.limited();
    }

    private void drain() {
        if (underWay == 0) {
            return;
        }
        try {
            for (Line line = workers.await(Duration.ZERO); line != null; line = workers.await(Duration.ZERO)) {
                heard(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(Line line) {
        underWay--;
        Host of = hosts.get(line.host());
        if (of == null) {
            return;
        }
        of.awaited.remove(line.port().port());
        PortResult port = line.port().saying(line.text());
        of.heard.put(port.port(), port);
        listener.open(line.host(), port);
        tellIfDone(line.host(), of);
    }

    private void tellIfDone(Address address, Host of) {
        if (of.awaited.isEmpty() && of.result != null) {
            hosts.remove(address);
            tell(address, of, of.result);
        }
    }

    private void tell(Address address, Host of, HostResult result) {
        if (of.skipped > 0) {
            listener.decided(Words.say(
                    "%s: of %d open ports only the first %d found were listened to.",
                    address, of.skipped + of.begun, of.begun));
        }
        List<PortResult> open = new ArrayList<>();
        for (PortResult port : result.open()) {
            open.add(of.heard.getOrDefault(port.port(), port));
        }
        listener.host(result.with(open));
    }
}
