/**
 * What a site is to the rest of paymap. Knows no board: each lives in a folder of its own below this one, and where they
 * are listed is one line a board, on the command line's side.
 */
@NullMarked
package paymap.site;

import org.jspecify.annotations.NullMarked;
