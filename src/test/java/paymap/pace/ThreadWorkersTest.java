package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadWorkersTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void eventsComeBackToTheOwner() throws InterruptedException {
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(2, "test")) {
            workers.start(report -> {
                report.accept("on the wire");
                report.accept("done");
            });

            assertEquals("on the wire", workers.await(LONG));
            assertEquals("done", workers.await(LONG));
        }
    }

    /** Else who waits for the last event of a call would wait for ever. */
    @Test
    void whatACallThrowsReachesTheOwnerBehindItsEvents() throws InterruptedException {
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(1, "test")) {
            workers.start(report -> {
                report.accept("begun");
                throw new NoClassDefFoundError("no more files");
            });
            workers.start(report -> {
                throw new IllegalStateException("wrong");
            });

            assertEquals("begun", workers.await(LONG));
            assertThrows(NoClassDefFoundError.class, () -> workers.await(LONG));
            assertThrows(IllegalStateException.class, () -> workers.await(LONG));
        }
    }

    @Test
    void runsAsManyCallsAtOnceAsItsSizeAndNeverMore() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore leave = new Semaphore(0);
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(3, "test")) {
            for (int i = 0; i < 20; i++) {
                workers.start(report -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    report.accept("in");
                    leave.acquire();
                    atOnce.decrementAndGet();
                });
            }
            for (int i = 0; i < 3; i++) {
                assertEquals("in", workers.await(LONG), "none of the three has left, and each must come in");
            }
            for (int i = 3; i < 20; i++) {
                leave.release();
                assertEquals("in", workers.await(LONG));
            }
            leave.release(3);
        }
        assertEquals(3, most.get());
    }

    @Test
    void wakingEndsAWaitWithoutAnEvent() throws InterruptedException {
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(1, "test")) {
            workers.wake();

            assertNull(workers.await(LONG));
        }
    }

    @Test
    void closingInterruptsWhatStillRuns() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ThreadWorkers<String> workers = new ThreadWorkers<>(1, "test");
        workers.start(report -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        assertTrue(started.await(LONG.toSeconds(), TimeUnit.SECONDS));

        workers.close();

        assertTrue(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void aWaitWithoutTimeReturnsAtOnceWithNothingOrWithWhatIsThere() throws InterruptedException {
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(1, "test")) {
            assertNull(workers.await(Duration.ZERO));
            assertNull(workers.await(Duration.ofSeconds(-1)));
        }
    }

    @Test
    void threadsAreDaemonsAndCarryTheNameAndANumber() throws InterruptedException {
        try (ThreadWorkers<String> workers = new ThreadWorkers<>(1, "crawl")) {
            workers.start(report -> {
                Thread own = Thread.currentThread();
                report.accept(own.getName() + " " + own.isDaemon());
            });

            assertEquals("crawl-1 true", workers.await(LONG));
            assertEquals(1, workers.size());
        }
    }

    @Test
    void refusesToHaveNoWorkers() {
        assertThrows(IllegalArgumentException.class, () -> new ThreadWorkers<String>(0, "test"));
    }
}
