/**
 * Files of listings that people have saved: what kind each is, and its rows, streamed. What the pages of a site look
 * like is told by {@link paymap.importer.SavedPages}; where rows go is a {@link paymap.importer.ImportSink}. No SQL, no site
 * and no printing here.
 */
@NullMarked
package paymap.importer;

import org.jspecify.annotations.NullMarked;
