package paymap.cli.options;

import java.io.IOException;
import java.net.URI;
import paymap.pace.Rate;
import paymap.site.CrawlableSite;

/** The made-up site, as a crawl starts it for itself. */
public interface Sandbox {

    /** As it is typed. */
    String TYPED = "sandbox";

    /** In {@code jobs.site}; so nobody takes it for real. */
    String NAME = "sandbox (made-up data)";

    /** The most requests to start in a time, unless the user allows another number. */
    Rate usualRate();

    /**
     * Starts it on this machine.
     *
     * @param seed other postings for another number
     * @throws IOException if no port is free
     */
    Running start(long seed) throws IOException;

    /** It answers until it is closed. */
    interface Running extends AutoCloseable {

        URI address();

        CrawlableSite how();

        @Override
        void close();
    }

    /** What tells apart runs of different postings, in {@code runs.source}. */
    static String source(long seed) {
        return "seed " + seed;
    }

    /** The seed of a {@link #source}. */
    static String seed(String source) {
        return source.replaceFirst("^seed ", "");
    }
}
