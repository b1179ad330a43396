package paymap.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told what happens while it happens, always on the crawl's own thread. */
public interface CrawlListener {

    /**
     * Where a crawl stands.
     *
     * @param cities in the plan's order
     * @param requests sent so far
     * @param interval between the starts of two requests now; zero = no limit
     * @param waiting what keeps it; null = nothing worth telling
     */
    record Status(
            List<CityProgress> cities,
            int requests,
            Duration interval,
            @Nullable Wait waiting) {}

    /** What a crawl waits for. */
    enum WaitKind {
        /** The site refused, and is left alone for a while. */
        REFUSED,
        /** Something failed, and is tried again after a moment. */
        RETRY,
        /** The next request may not start yet. */
        PACE,
        /** An answer. */
        ANSWER
    }

    /**
     * A wait that a person may wonder about.
     *
     * @param about what was refused, or failed, or is to be answered, for people; empty at the pace
     * @param lasts how long it will be, but to an answer how long it has been so far
     * @param until its end; null = nobody knows when an answer comes
     */
    record Wait(
            WaitKind kind,
            String about,
            Duration lasts,
            @Nullable Instant until) {}

    /**
     * The next of several keywords has its turn; told before anything else of it.
     *
     * @param place from 1
     * @param of how many there are, at least 2
     */
    default void keyword(String keyword, int place, int of) {}

    /** The run is chosen: a new one, or one that goes on. */
    void begun(Ledger.Run run);

    /** Something moved, or a second has passed. */
    void status(Status status);

    /**
     * The site refused anew, and is left alone for a while.
     *
     * @param why a sentence for people
     */
    default void refused(String why) {}

    /** Why something unusual was decided, one line. */
    void decided(String line);
}
