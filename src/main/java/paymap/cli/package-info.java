/**
 * All that a person types or sees, and the one place where the parts are put together. Results go to standard output,
 * everything else to standard error; no other package prints.
 */
@NullMarked
package paymap.cli;

import org.jspecify.annotations.NullMarked;
