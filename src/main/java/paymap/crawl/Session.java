package paymap.crawl;

import org.jspecify.annotations.Nullable;

/** What a site gives its visitors so that it knows them again. Only its own {@link JobSite} looks inside. */
public interface Session {

    /** After so many pages a fresh one is opened unasked, until the site's refusals teach another number; at least 1. */
    int usualPages();

    /** Whether it is known to be of no more use, so that a fresh one is opened before the next page. */
    default boolean isSpent() {
        return false;
    }

    /**
     * A fresh session that the first page of a list opens by being fetched with it, at no request of its own; null = such
     * a session cannot be had.
     */
    default @Nullable Session openedByAFirstPage() {
        return null;
    }
}
