/**
 * The host scanner: which addresses and ports are meant, how one probe is judged, how many are out at once, and both
 * process models. Nothing here prints, and nothing here knows of jobs, sites or SQL.
 */
@NullMarked
package paymap.pmap;

import org.jspecify.annotations.NullMarked;
