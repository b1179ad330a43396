/**
 * What groups of postings pay: from a question and the frequency tables of the store to figures, the one source of every
 * table, picture and page. Knows no SQL, no terminal and no picture; the arithmetic on pay lives in {@code salary}.
 */
@NullMarked
package paymap.figures;

import org.jspecify.annotations.NullMarked;
