package paymap.store;

import paymap.crawl.Ledger;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.Activity;
import paymap.job.Forget;
import paymap.job.Forgotten;
import paymap.job.ImportSink;
import paymap.job.JobStore;

/**
 * A database that is open: the postings, what crawls work by, and what is remembered of sites. Not for several threads
 * at once, and everything it hands out is good until it is closed. Every method throws
 * {@link paymap.job.StoreException} if the database cannot be read or written.
 */
public interface Store extends JobStore {

    /** What crawls work by. */
    Ledger ledger();

    /**
     * What earlier crawls taught about a site.
     *
     * @param site as in {@code jobs.site}
     */
    SiteMemory memory(String site);

    /**
     * Where imported rows go.
     *
     * @param fingerprint tells the files of this import from all others: the same files again are the same run
     */
    ImportSink importSink(String fingerprint);

    /** What is under way now, whoever works on it; many looks cost little. */
    Activity activity();

    /**
     * Forgets the pace towards a site: the next crawl begins as if it had never been there.
     *
     * @param site as plans name it
     * @return whether anything was known of it
     */
    boolean forgetPace(String site);

    /** What would go if this were forgotten; changes nothing. Throws also where a run of it is under way. */
    Forgotten forgettable(Forget what);

    /** Takes it out, all or nothing, and tells what has gone. Throws as {@link #forgettable}. */
    Forgotten forget(Forget what);
}
