package paymap.pace;

import java.time.Duration;
import java.util.Random;

/** Exponential backoff with jitter. */
public final class Backoff {

    /** Over an hour from one second; chosen so that no wait overflows. */
    private static final int MOST_DOUBLINGS = 12;

    private static final double JITTER = 0.1; // chosen, not measured

    private Backoff() {}

    /**
     * How long to wait after this failure.
     *
     * @param first the wait after the first failure, without jitter
     * @param attempt 1 = the first failure; each further one doubles the wait, at most twelve times
     * @param random adds up to a tenth, so that several clients do not come back together
     * @throws IllegalArgumentException if {@code attempt} is below 1
     */
    public static Duration of(Duration first, int attempt, Random random) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1: " + attempt);
        }
        Duration wait = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return wait.plusNanos((long) (wait.toNanos() * JITTER * random.nextDouble()));
    }
}
