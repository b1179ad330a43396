/**
 * Markers in every place of every board's pages and replies that is not among what is stored, and the search for them in all that
 * was written. A fixture names the places that are read by right; all others, and new ones on each level, are planted.
 */
package paymap.torture.privacy;
