/**
 * The page over the stored rows: a view is its address, and HTML, figures, pictures and postings of it are answers to the
 * same address with another path. Knows no socket and no SQL; how rows are kept in memory and how requests come in lives below.
 */
@NullMarked
package paymap.page;

import org.jspecify.annotations.NullMarked;
