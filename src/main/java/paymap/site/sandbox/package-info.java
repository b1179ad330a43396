/**
 * A made-up job site on loopback that speaks Lagou's protocol of all eras, as strict as the real site was, with limits
 * and faults to order. Nothing of paymap's own may be imported here, so that the site can never share a bug with the
 * client that reads it; and nothing it serves may come from a real posting, company or person.
 */
@NullMarked
package paymap.site.sandbox;

import org.jspecify.annotations.NullMarked;
