package paymap.crawl;

/** What a site gives its visitors so that it knows them again. Only its own {@link JobSite} looks inside. */
public interface Session {

    /** After so many pages a fresh one is opened unasked, until the site's refusals teach another number; at least 1. */
    int usualPages();

    /** Whether it is known to be of no more use, so that a fresh one is opened before the next page. */
    default boolean isSpent() {
        return false;
    }
}
