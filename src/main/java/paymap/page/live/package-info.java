/**
 * What is under way, on a page: one look shared by all who watch, the piece of HTML it comes to, and when a change is sent
 * or read aloud. Knows no store, and changes nothing of a crawl.
 */
@NullMarked
package paymap.page.live;

import org.jspecify.annotations.NullMarked;
