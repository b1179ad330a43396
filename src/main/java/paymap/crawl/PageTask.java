package paymap.crawl;

import org.jspecify.annotations.Nullable;

/**
 * One result page to fetch, held under a lease.
 *
 * @param run the run it belongs to
 * @param city by Chinese name
 * @param keyword what is searched for
 * @param page 1, 2, …
 * @param attempt failures so far that count, 0 for a fresh page
 * @param fence grows with each lease; only the holder of the latest may finish the page
 * @param listToken what page 1 of this city gave to be sent along with later pages; null = nothing
 */
public record PageTask(
        long run,
        String city,
        String keyword,
        int page,
        int attempt,
        long fence,
        @Nullable String listToken) {}
