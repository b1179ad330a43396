package paymap.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: the work ends, keeps what it has and says how to go on, all within a second. */
public final class Interrupt implements AutoCloseable {

    private static final Duration USUAL_PATIENCE = Duration.ofMillis(900);

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook;
    private final Duration patience;

    private Interrupt(Runnable work, Duration patience) {
        this.patience = patience;
        this.hook = new Hook(work);
    }

    /** @param work ends it; called from another thread */
    public static Interrupt stops(Runnable work) {
        return stops(work, USUAL_PATIENCE);
    }

    /** @param patience how long the process waits for the end to be told, before it goes anyway */
    public static Interrupt stops(Runnable work, Duration patience) {
        Interrupt interrupt = new Interrupt(work, patience);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Everything is said; the process may go. */
    public void reported() {
        reported.countDown();
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending because of the signal; the hook has done its part.
        }
    }

    /** No lambda: linking one takes longer than a short scan. */
    private final class Hook extends Thread {
        private final Runnable work;

        Hook(Runnable work) {
            super("paymap-interrupt");
            this.work = work;
        }

        @Override
        public void run() {
            work.run();
            try {
                reported.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
