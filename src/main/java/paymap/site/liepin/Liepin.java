package paymap.site.liepin;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/** Liepin (猎聘), which is closed to programs: what a browser saved of it is read. */
public final class Liepin implements Site {

    private static final Pattern POSITION_ID = Pattern.compile("\\d{7,10}");

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

    /** Links in its lists begin the number with 19. */
    @Override
    public Optional<URI> postingUrl(String positionId) {
        return POSITION_ID.matcher(positionId).matches()
                ? Optional.of(URI.create("https://www.liepin.com/job/19" + positionId + ".shtml"))
                : Optional.empty();
    }
}
