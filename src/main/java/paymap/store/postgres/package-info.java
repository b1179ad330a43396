/**
 * One PostgreSQL database for many machines: how it is reached, its schema, its clock, and transactions that are tried again
 * where others or the network undid them. What stands in its tables lives in {@code paymap.store}.
 */
@NullMarked
package paymap.store.postgres;

import org.jspecify.annotations.NullMarked;
