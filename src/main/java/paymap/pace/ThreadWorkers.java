package paymap.pace;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Workers} on a {@link ThreadPoolExecutor} of daemon threads, started as they are needed. */
public final class ThreadWorkers<E> implements Workers<E> {

    private static final Duration IDLE_THREAD_LIVES = Duration.ofSeconds(30); // chosen, not measured

    private final int size;
    private final ThreadPoolExecutor threads;
    private final BlockingQueue<Said<E>> events = new LinkedBlockingQueue<>();

    /**
     * Workers that start no thread yet.
     *
     * @param size at least 1
     * @param name what the threads are called, before their number
     * @throws IllegalArgumentException if {@code size} is below 1
     */
    public ThreadWorkers(int size, String name) {
        if (size < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker: " + size);
        }
        this.size = size;
        // The owner keeps the calls under way at `size`; the queue only bridges the moment between a call's last event
        // and its thread being free again.
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                IDLE_THREAD_LIVES.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new Named(name));
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void start(Call<E> call) {
        threads.execute(new Task(call));
    }

    @Override
    public @Nullable E await(Duration atMost) throws InterruptedException {
        Said<E> said = events.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        if (said != null && said.thrown instanceof Error error) {
            throw error;
        }
        if (said != null && said.thrown instanceof RuntimeException exception) {
            throw exception;
        }
        return said == null ? null : said.event;
    }

    @Override
    public void wake() {
        events.add(new Said<>(null, null));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** An event, what a call threw instead of one, or neither: the owner is woken. */
    private record Said<E>(@Nullable E event, @Nullable Throwable thrown) {}

    // No lambdas: linking one takes longer than a short scan, and threads that link the same one do it each.

    private final class Task implements Runnable, Consumer<E> {
        private final Call<E> call;

        Task(Call<E> call) {
            this.call = call;
        }

        @Override
        public void run() {
            try {
                call.run(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the pool is closing
            } catch (RuntimeException | Error e) {
                events.add(new Said<>(null, e)); // else the owner would wait for its last event for ever
            }
        }

        @Override
        public void accept(E event) {
            events.add(new Said<>(event, null));
        }
    }

    private static final class Named implements ThreadFactory {
        private final AtomicInteger number = new AtomicInteger();
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
