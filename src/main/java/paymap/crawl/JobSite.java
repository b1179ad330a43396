package paymap.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site that lists jobs. Each method but {@link #pageSize} and {@link #learned} sends exactly one request, or none when robots.txt forbids it, and is called
 * from several threads at once; none throws for what a site or a network does.
 */
public interface JobSite {

    /** Rows on a full page, at least 1, until a page tells it; always the same. Asked on any thread, and sends nothing. */
    int pageSize();

    /**
     * Reads robots.txt, which holds for all later requests.
     *
     * @param at where an earlier step said to go on ({@link Outcome.Moved}); null = at the beginning
     * @param departure of the request
     */
    Outcome readRobots(@Nullable String at, Departure departure);

    /**
     * Opens a session, or takes the next step towards one.
     *
     * @param city by Chinese name, and
     * @param keyword of the page that will be fetched first
     * @param at where an earlier step said to go on ({@link Outcome.Moved}); null = at the beginning
     */
    Outcome open(String city, String keyword, @Nullable String at, Departure departure);

    /** Fetches one result page. */
    Outcome fetch(Session session, PageTask page, Departure departure);

    /**
     * What answers taught since the last call, one line a decision, for people; the site notes it in its memory here.
     * Unlike the other methods, called on the crawl's own thread: before the first request, after each answer, and at
     * the end.
     */
    default List<String> learned() {
        return List.of();
    }

    /** Ends all requests under way; each reports {@link Outcome.Broken} soon. */
    void cancel();
}
