package paymap.crawl;

import java.util.Optional;

/**
 * What earlier crawls taught about one site besides its pace, by name. Called on the crawl's own thread alone; every
 * method is one transaction, and may throw an unchecked exception of the store when it cannot be read or written.
 */
public interface SiteMemory {

    /** Where the site was last found: its name does not tell the scheme. */
    String ADDRESS = "address";

    /** Why the site was last left alone beyond the usual interval, as a sentence for people. */
    String BLOCKED_BECAUSE = "blocked because";

    /** Remembers nothing. */
    SiteMemory NONE = new SiteMemory() {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String value) {}

        @Override
        public void forget(String name) {}
    };

    /** What was noted last under a name; empty = nothing. */
    Optional<String> read(String name);

    /** Notes a value in place of an earlier one. */
    void write(String name, String value);

    /** Forgets what is noted under a name; nothing happens where nothing is. */
    void forget(String name);
}
