/**
 * What a crawl is: its plan, its outcomes, how far each city is, its report; and the seams through which the engine below
 * meets sites and stores. Knows no site, no SQL and no clock.
 */
@NullMarked
package paymap.crawl;

import org.jspecify.annotations.NullMarked;
