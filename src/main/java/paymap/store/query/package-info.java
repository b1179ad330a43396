/** What is asked of the stored rows: which are meant, as SQL, and each question. Changes nothing. */
@NullMarked
package paymap.store.query;

import org.jspecify.annotations.NullMarked;
