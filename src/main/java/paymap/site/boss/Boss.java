package paymap.site.boss;

import java.util.Optional;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** Boss直聘, which is closed to programs: what a person's own browser saved of it is read. */
public final class Boss implements Site {

    /** In {@code jobs.site}. */
    static final String NAME = "boss";

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
        return Optional.of(new BossSavedPages());
    }
}
