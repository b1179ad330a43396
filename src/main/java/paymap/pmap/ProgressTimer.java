package paymap.pmap;

import java.time.Duration;

/** When it is time to tell how far a scan is: five times a second, however much else happens. Pure; in nanoseconds. */
public final class ProgressTimer {

    /** Quick enough for the eye, and results that wait to be printed go out with it. Chosen. */
    private static final long INTERVAL = 200_000_000L;

    private long due;

    public ProgressTimer(long now) {
        this.due = now + INTERVAL;
    }

    /** How long until it is time; zero = now. */
    public Duration left(long now) {
        return Duration.ofNanos(Math.max(0, due - now));
    }

    /** Whether it is time; the next time is then a whole interval later. */
    public boolean isDue(long now) {
        if (now < due) {
            return false;
        }
        due = now + INTERVAL;
        return true;
    }
}
