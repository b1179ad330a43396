package paymap.site.job51;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** 51job (前程无忧), which is closed to programs: what a browser saved of it is read. */
public final class Job51 implements Site {

    private static final Pattern POSITION_ID = Pattern.compile("\\d{5,12}");

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

    /** Its lists name the city in place of {@code all}. */
    @Override
    public Optional<URI> postingUrl(String positionId) {
        return POSITION_ID.matcher(positionId).matches()
                ? Optional.of(URI.create("https://jobs.51job.com/all/" + positionId + ".html"))
                : Optional.empty();
    }
}
