/**
 * Stored rows as files that other programs read: CSV, JSON lines and Parquet. Writes to a stream it is handed; knows no
 * database and no screen.
 */
@NullMarked
package paymap.export;

import org.jspecify.annotations.NullMarked;
