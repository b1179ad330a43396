/**
 * Boss直聘, as a browser saved it: replies with lists, single positions, pages of every era, refusals. Asks the site for
 * nothing; fields about recruiters and about who saved a visit are never looked at.
 */
@NullMarked
package paymap.site.boss;

import org.jspecify.annotations.NullMarked;
