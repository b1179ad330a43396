package paymap.site.job51;

import java.util.Optional;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** 51job (前程无忧), which is closed to programs: what a browser saved of it is read. */
public final class Job51 implements Site {

    /** In {@code jobs.site}. */
    static final String NAME = "51job";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<CrawlableSite> crawlable() {
        return Optional.empty();
    }

    @Override
    public Optional<SavedPages> savedPages() {
        return Optional.of(new Job51SavedPages());
    }
}
