/**
 * The two ladders, of experience and of education, that the texts of all boards are placed on, and how those texts are
 * read. Nothing of ours but the words may be imported here, and nothing here knows a board, a row or a store.
 */
@NullMarked
package paymap.job.ladder;

import org.jspecify.annotations.NullMarked;
