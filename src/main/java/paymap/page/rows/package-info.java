/**
 * The stored rows in memory by column, so that each view of a page takes milliseconds at a million rows. Knows no SQL, no
 * HTML and no request; its figures are those of the store.
 */
@NullMarked
package paymap.page.rows;

import org.jspecify.annotations.NullMarked;
