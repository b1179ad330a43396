/**
 * Which column or field of a file is which: the names that files give them, the user's own, and numbers. Knows no file
 * and no option of the command line.
 */
@NullMarked
package paymap.importer.column;

import org.jspecify.annotations.NullMarked;
