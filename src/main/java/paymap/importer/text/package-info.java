/**
 * The bytes of a file as text: a file that can be read twice, unpacked where it is packed, its encoding, its lines and
 * values within bounds. Knows no row, and of formats only those that hold other files or tables of text.
 */
@NullMarked
package paymap.importer.text;

import org.jspecify.annotations.NullMarked;
