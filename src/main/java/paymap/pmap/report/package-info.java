/** A scan as one page to keep or send on. Scans nothing, reads no file and writes none. */
@NullMarked
package paymap.pmap.report;

import org.jspecify.annotations.NullMarked;
