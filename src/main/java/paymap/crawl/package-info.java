/**
 * The engine: which pages to ask for, one for each permit of the pace, and what to do with each answer. Knows no
 * site and no SQL; both come in through {@link paymap.crawl.JobSite} and {@link paymap.crawl.Ledger}.
 */
@NullMarked
package paymap.crawl;

import org.jspecify.annotations.NullMarked;
