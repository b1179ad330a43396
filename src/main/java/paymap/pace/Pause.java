package paymap.pace;

import java.time.Duration;

/** A wait between two attempts at something that is not there just now. */
public final class Pause {

    private Pause() {}

    /**
     * Waits.
     *
     * @param time not negative
     * @return false = the thread was interrupted, and still says so: there is no more to wait for
     */
    public static boolean of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
