/**
 * One SQLite file: whether it can be used and how, its schema, its lock, and statements run on it. Knows no table of
 * ours but the history of the schema; what stands in them lives in {@code paymap.store}.
 */
@NullMarked
package paymap.store.sqlite;

import org.jspecify.annotations.NullMarked;
