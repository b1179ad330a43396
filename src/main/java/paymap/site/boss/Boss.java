package paymap.site.boss;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** Boss直聘, which is closed to programs: what a person's own browser saved of it is read. */
public final class Boss implements Site {

    private static final Pattern POSITION_ID = Pattern.compile("[A-Za-z0-9_~-]{8,100}");

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

    /** As links in its lists have it. */
    @Override
    public Optional<URI> postingUrl(String positionId) {
        return POSITION_ID.matcher(positionId).matches()
                ? Optional.of(URI.create("https://www.zhipin.com/job_detail/" + positionId + ".html"))
                : Optional.empty();
    }
}
