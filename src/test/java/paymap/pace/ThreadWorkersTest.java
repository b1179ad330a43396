package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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

    @Test
    void neverRunsMoreCallsAtOnceThanItsSize() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ThreadWorkers<Integer> workers = new ThreadWorkers<>(3, "test")) {
            for (int i = 0; i < 50; i++) {
                workers.start(report -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    atOnce.decrementAndGet();
                    report.accept(1);
                });
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(1, workers.await(LONG));
            }
        }
        assertTrue(most.get() <= 3, "at once: " + most);
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
        started.await();

        workers.close();

        assertTrue(interrupted.await(LONG.toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
    }

    @Test
    void refusesToHaveNoWorkers() {
        assertThrows(IllegalArgumentException.class, () -> new ThreadWorkers<String>(0, "test"));
    }
}
