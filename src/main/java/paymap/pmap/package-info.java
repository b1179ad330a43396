/**
 * What a scan is, whatever does it: the plan, the settings, the results, and the one listener that hears of them; and what
 * TCP and ping share of reckoning. Nothing here opens a socket or prints, and nothing knows of jobs, sites or SQL.
 */
@NullMarked
package paymap.pmap;

import org.jspecify.annotations.NullMarked;
