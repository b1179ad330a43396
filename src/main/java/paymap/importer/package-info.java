/**
 * Files of listings that people have saved: what each is, and its rows, streamed. What the pages of a site look
 * like is told by {@link paymap.importer.SavedPages}; which rows are postings, and where they go, by {@code job}. No
 * SQL, no site and no printing here.
 */
@NullMarked
package paymap.importer;

import org.jspecify.annotations.NullMarked;
