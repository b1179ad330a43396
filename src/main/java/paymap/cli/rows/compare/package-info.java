/**
 * What can be said of groups of postings beyond their figures: where a pay stands among them, and how two of them compare,
 * as text for people and as a tree for JSON. Neither reads the store nor knows an option.
 */
@NullMarked
package paymap.cli.rows.compare;

import org.jspecify.annotations.NullMarked;
