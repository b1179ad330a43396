package paymap.site.liepin;

import java.util.Optional;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** Liepin (猎聘), which is closed to programs: what a browser saved of it is read. */
public final class Liepin implements Site {

    /** In {@code jobs.site}. */
    static final String NAME = "liepin";

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
        return Optional.of(new LiepinSavedPages());
    }
}
