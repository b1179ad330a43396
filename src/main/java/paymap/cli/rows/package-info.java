/**
 * What is made of stored rows: figures, pictures, files, the list of runs. No command here changes a row, and none
 * computes a figure itself.
 */
@NullMarked
package paymap.cli.rows;

import org.jspecify.annotations.NullMarked;
