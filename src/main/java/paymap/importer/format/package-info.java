/**
 * What a file is, told from its content, and the readers of its rows; what the pages of a site look like is told by
 * {@link paymap.importer.format.SavedPages}. Which rows are postings, and what becomes of them, is not decided here.
 */
@NullMarked
package paymap.importer.format;

import org.jspecify.annotations.NullMarked;
