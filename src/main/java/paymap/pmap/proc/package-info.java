/**
 * A scan divided among worker processes: how it is cut, what is said between parent and worker, and how results are put
 * together. Asks no host itself, and nothing prints.
 */
@NullMarked
package paymap.pmap.proc;

import org.jspecify.annotations.NullMarked;
