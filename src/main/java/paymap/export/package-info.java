/**
 * Stored rows and figures as files that other programs read: CSV, JSON, Parquet and Excel. Writes to a stream it is handed, or
 * to a text; knows no database and no screen.
 */
@NullMarked
package paymap.export;

import org.jspecify.annotations.NullMarked;
