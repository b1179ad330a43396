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
     * @param waitingUntil nothing is sent before; null = not waiting because of a refusal
     * @param waitingFor why; empty = not waiting
     */
    record Status(
            List<CityProgress> cities,
            int requests,
            Duration interval,
            @Nullable Instant waitingUntil,
            String waitingFor) {}

    /** The run is chosen: a new one, or one that goes on. */
    void begun(Ledger.Run run);

    /** Something moved, or a second has passed. */
    void status(Status status);

    /** Why something unusual was decided, one line. */
    void decided(String line);
}
