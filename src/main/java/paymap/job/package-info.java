/**
 * The domain: postings, cities and the seam to what is stored of them. Knows no site, no SQL and no
 * terminal; whatever a site or a database needs beyond these words lives in their own packages.
 */
@NullMarked
package paymap.job;

import org.jspecify.annotations.NullMarked;
