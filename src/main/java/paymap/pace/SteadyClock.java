package paymap.pace;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day at the start, moved on by the monotonic clock: a clock set back meanwhile squeezes no interval. */
public final class SteadyClock implements InstantSource {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
