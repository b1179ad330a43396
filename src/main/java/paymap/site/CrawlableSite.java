package paymap.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.crawl.JobSite;
import paymap.crawl.SiteMemory;
import paymap.pace.Rate;

/** How a site is crawled. */
public interface CrawlableSite {

    /** Where it lives. */
    URI address();

    /** Whether an address belongs to it, so that it is crawled at its pace and stored under its name. */
    boolean isAt(URI address);

    /** The most requests to start in a time, unless the user allows another number. */
    Rate usualRate();

    /** The most pages that a list of one city and keyword can take to read, with the one that shows its end; 1 or more. */
    int mostPages();

    /** What can be chosen for this site alone; empty = nothing. */
    List<SiteOption> options();

    /**
     * Looks at what a crawl is to begin with, before anything is stored or sent.
     *
     * @throws IllegalArgumentException if an address, an option or the cookie file cannot be used, with a sentence for
     *     people
     */
    Opening visit(Visit visit);

    /** A visit that can begin. */
    interface Opening {

        /**
         * The site, as one crawl asks it.
         *
         * @param memory of the site; read here, and later on the crawl's own thread alone
         * @param clock tells when requests go out
         */
        JobSite open(SiteMemory memory, InstantSource clock);
    }

    /**
     * What a crawl begins with.
     *
     * @param address of the site, or of another that speaks the same protocol: scheme, host and port
     * @param userAgent sent with each request; printable ASCII
     * @param cookies a Netscape cookies.txt of the user's own browser, to begin each session with; null = none
     * @param options values by {@link SiteOption#name}; one that is missing was not given
     */
    record Visit(URI address, String userAgent, @Nullable Path cookies, Map<String, String> options) {
        public Visit {
            options = Map.copyOf(options);
        }

        /** A visit with nothing chosen and no cookies. */
        public Visit(URI address, String userAgent) {
            this(address, userAgent, null, Map.of());
        }
    }
}
