package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day at the start, moved on by the monotonic clock: a clock set back meanwhile squeezes no interval. While
 * the machine sleeps the monotonic clock stands still; afterwards this one catches up, because other processes go by
 * the time of day and would take this one, late by a night, for dead. For any number of threads.
 */
public final class SteadyClock implements InstantSource {

    /** Far more than clocks are corrected by, and far less than a holder may be silent; chosen, not measured. */
    private static final Duration SLEPT = Duration.ofSeconds(10);

    private record Anchor(Instant at, long nanos) {}

    private final InstantSource timeOfDay;
    private final LongSupplier nanos;
    private volatile Anchor anchor;

    /** Starts at the system's time of day. */
    public SteadyClock() {
        this(InstantSource.system(), System::nanoTime);
    }

    SteadyClock(InstantSource timeOfDay, LongSupplier nanos) {
        this.timeOfDay = timeOfDay;
        this.nanos = nanos;
        this.anchor = new Anchor(timeOfDay.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        Anchor last = anchor;
        long now = nanos.getAsLong();
        Instant steady = last.at.plusNanos(now - last.nanos);
        Instant day = timeOfDay.instant();
        if (day.isBefore(steady.plus(SLEPT))) {
            return steady;
        }
        anchor = new Anchor(day, now);
        return day;
    }
}
