package paymap.site;

import java.net.URI;
import java.util.Optional;
import paymap.importer.format.SavedPages;

/** A board, or another site that lists jobs: all that the rest of paymap knows of it. */
public interface Site {

    /** In lower case, as it is typed and as it stands in {@code jobs.site}, e.g. lagou. */
    String name();

    /** How it is crawled; empty = it is closed to programs, and only pages saved in a browser are read. */
    Optional<CrawlableSite> crawlable();

    /** How its pages and replies are read as a browser saved them; empty = they are not. */
    Optional<SavedPages> savedPages();

    /**
     * Where a person finds a posting on the site, https.
     *
     * @param positionId as stored in {@code openings.position_id}; any text
     * @return empty where no address can be made of it
     */
    default Optional<URI> postingUrl(String positionId) {
        return Optional.empty();
    }
}
