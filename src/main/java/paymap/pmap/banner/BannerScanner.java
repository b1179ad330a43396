package paymap.pmap.banner;

import org.jspecify.annotations.Nullable;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.pmap.BannerChoice;
import paymap.pmap.RateBudget;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;

/**
 * A scan whose open ports are listened to as well, beside it and a few at a time. A host is told when what its ports say
 * is known. With a rate, ports are listened to only once the scan is over, so that both together keep to it.
 */
public final class BannerScanner implements Scanner {

    /** Connections at once. */
    static final int AT_ONCE = 50;

    private final Scanner scanner;
    private final Listening listening;
    private final int rate;
    private volatile @Nullable Workers<HeardPorts.Line> workers;
    private volatile boolean stopped;

    /** @param choice not {@link BannerChoice#NONE}, which needs none of this */
    public BannerScanner(Scanner scanner, BannerChoice choice, ScanSettings settings) {
        this.scanner = scanner;
        this.listening = new Listening(settings.longestWait(), choice == BannerChoice.HTTP);
        this.rate = settings.rate();
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        try (Workers<HeardPorts.Line> opened = new ThreadWorkers<>(AT_ONCE, "paymap-banner")) {
            workers = opened;
            RateBudget budget = new RateBudget(rate, System.nanoTime());
            HeardPorts ports = new HeardPorts(listener, opened, listening::said, budget);
            scanner.run(ports);
            if (!stopped) {
                ports.scanned();
            }
            while (!stopped && !ports.isDone()) {
                ports.await();
            }
            ports.leave();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        scanner.stop();
        Workers<HeardPorts.Line> waiting = workers;
        if (waiting != null) {
            waiting.wake();
        }
    }
}
