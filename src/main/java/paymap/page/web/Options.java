package paymap.page.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How the page is served.
 *
 * @param port 0 = any free one
 * @param idle how long after the last request it ends by itself
 * @param patience how long a handler may take
 * @param clock what the idle time is measured by
 * @param trouble told what handlers throw that they may not, from any thread
 */
public record Options(int port, Duration idle, Duration patience, InstantSource clock, Consumer<Throwable> trouble) {

    private static final int MOST_PORT = 65_535;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    /** @throws IllegalArgumentException if there is no such port, or a time is not above 0 */
    public Options {
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException("there is no such port: " + port);
        }
        if (idle.compareTo(Duration.ZERO) <= 0 || patience.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("a time must be above 0: " + idle + ", " + patience);
        }
    }

    /** With the usual patience, of ten seconds. */
    public static Options of(int port, Duration idle, InstantSource clock, Consumer<Throwable> trouble) {
        return new Options(port, idle, USUAL_PATIENCE, clock, trouble);
    }
}
