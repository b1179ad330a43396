/**
 * {@code paymap crawl}: from what was typed to a crawl, and from its report to what is printed. How to crawl is
 * decided in {@code paymap.crawl}, what a site says in its own folder.
 */
@NullMarked
package paymap.cli.crawl;

import org.jspecify.annotations.NullMarked;
