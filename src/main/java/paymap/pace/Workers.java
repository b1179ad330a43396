package paymap.pace;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of slow calls at once, and the one place that waits. What the calls have to say comes back as
 * events on the owner's thread, so the owner needs no locks.
 *
 * @param <E> what a call reports
 */
public interface Workers<E> extends AutoCloseable {

    /** A slow call; it may report several events, the last when it ends. What it throws, the owner is thrown. */
    interface Call<E> {
        void run(Consumer<E> report) throws InterruptedException;
    }

    /** How many calls may run at once, at least 1. */
    int size();

    /** Starts a call; the owner keeps the number under way at {@link #size} or below. */
    void start(Call<E> call);

    /**
     * Waits at most so long for an event; null = none came, or {@link #wake} was called.
     *
     * @throws RuntimeException if a call threw it; errors likewise
     */
    @Nullable
    E await(Duration atMost) throws InterruptedException;

    /** Ends a wait at once; from any thread. */
    void wake();

    /** Interrupts what still runs and returns without waiting for it. */
    @Override
    void close();
}
