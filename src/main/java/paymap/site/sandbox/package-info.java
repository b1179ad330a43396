/**
 * A made-up job site on loopback that speaks Lagou's protocol of all eras, as strict as the real site was, or serves the
 * lists of another board, with limits and faults to order: here its front, the options, the limit and the log of requests. Nothing of paymap's own outside
 * this folder may be imported here or below, so that the site can never share a bug with the client that reads it; and
 * nothing it serves may come from a real posting, company or person.
 */
@NullMarked
package paymap.site.sandbox;

import org.jspecify.annotations.NullMarked;
