/**
 * The bytes of a file as text: a file that can be read twice, its encoding, its lines and values within bounds. Knows
 * no format and no row.
 */
@NullMarked
package paymap.importer.text;

import org.jspecify.annotations.NullMarked;
