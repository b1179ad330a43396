/**
 * 51job (前程无忧): a reader of its pages and replies of every era, as a browser saved them, that lets nothing personal
 * through. Asks the board for nothing, and knows of no other.
 *
 * <p>Facts on its pages were gathered from public repositories and captures of 2018 to 2026-09; none was checked against
 * the live site.
 */
@NullMarked
package paymap.site.job51;

import org.jspecify.annotations.NullMarked;
