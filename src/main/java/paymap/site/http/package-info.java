/**
 * What every site needs: one request and its reply, robots.txt, cookies, and pages and JSON read within bounds. Knows no
 * board: no address, no field and no wording of one stands here.
 */
@NullMarked
package paymap.site.http;

import org.jspecify.annotations.NullMarked;
