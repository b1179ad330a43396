/**
 * What a file of an earlier scan holds, read within bounds: whole or cut off, of this version or an earlier one. What is
 * done with it, and how such files are written, is decided elsewhere.
 */
@NullMarked
package paymap.pmap.file;

import org.jspecify.annotations.NullMarked;
