/**
 * 智联招聘, as a browser saved it: replies and pages of every era since 2018, with the state that stands in them, and
 * refusals. Asks the site for nothing; fields about recruiters and about who saved a visit are never looked at.
 */
@NullMarked
package paymap.site.zhilian;

import org.jspecify.annotations.NullMarked;
