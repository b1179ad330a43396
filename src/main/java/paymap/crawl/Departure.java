package paymap.crawl;

import java.time.Instant;

/** How one request goes out; all are called on the thread that sends it. */
public interface Departure {

    /**
     * Asked when the connection stands and nothing is written yet: connecting may have taken so long that the turn is
     * somebody else's by now. May wait for an answer, for a few seconds at most.
     *
     * @return false = nothing may be written, and the request comes to {@link Outcome.NotSent}
     */
    default boolean mayLeave() {
        return true;
    }

    /** Told once, when the request is written. */
    void left(Instant at);

    /** Told once, when the head of the answer is there: by then the site has counted the request. Not told where none comes. */
    default void answered(Instant at) {}
}
