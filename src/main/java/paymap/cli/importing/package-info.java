/**
 * {@code paymap import}: from the files that were named to rows that are stored, and what is said of them. How a
 * file is read is decided in {@code paymap.importer}.
 */
@NullMarked
package paymap.cli.importing;

import org.jspecify.annotations.NullMarked;
