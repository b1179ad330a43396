/** SQL as every engine speaks it, and the little in which they differ. No table of paymap is named here. */
@NullMarked
package paymap.store.sql;

import org.jspecify.annotations.NullMarked;
