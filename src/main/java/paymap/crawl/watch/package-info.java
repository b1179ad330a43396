/**
 * What is under way in a store, as somebody sees who looks into it from outside: runs, who works on them, the pace of
 * their sites, the time left. Pure; it neither reads a store nor waits, and changes nothing of a crawl.
 */
@NullMarked
package paymap.crawl.watch;

import org.jspecify.annotations.NullMarked;
