package paymap.site.zhilian;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** 智联招聘, which is closed to programs: what a person's own browser saved of it is read. */
public final class Zhilian implements Site {

    private static final Pattern POSITION_ID = Pattern.compile("[A-Za-z0-9]{8,60}");

    /** In {@code jobs.site}. */
    static final String NAME = "zhilian";

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
        return Optional.of(new ZhilianSavedPages());
    }

    /** As links in its lists have it. */
    @Override
    public Optional<URI> postingUrl(String positionId) {
        return POSITION_ID.matcher(positionId).matches()
                ? Optional.of(URI.create("https://www.zhaopin.com/jobdetail/" + positionId + ".htm"))
                : Optional.empty();
    }
}
