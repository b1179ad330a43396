/**
 * SQL: the postings, the ledger of pages and the pace of each site in one database. Decides nothing about a crawl
 * that {@code crawl} can decide; nobody but the command line imports it.
 */
@NullMarked
package paymap.store;

import org.jspecify.annotations.NullMarked;
