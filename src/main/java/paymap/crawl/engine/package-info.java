/**
 * The engine: which pages to ask for, one at a time per permit of the pace, and what to do with each answer. Knows no
 * site and no SQL; both come in through {@link paymap.crawl.JobSite} and {@link paymap.crawl.Ledger}.
 */
@NullMarked
package paymap.crawl.engine;

import org.jspecify.annotations.NullMarked;
