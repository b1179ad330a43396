package paymap.site.lagou;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.pace.Rate;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.site.SiteOption;

/** Lagou (拉勾网), and whatever speaks its protocol at another address. */
public final class Lagou implements Site, CrawlableSite {

    private static final Pattern POSITION_ID = Pattern.compile("\\d{1,15}");

    /** In {@code jobs.site}. */
    static final String NAME = "lagou";

    /** Where it lives. */
    static final URI ADDRESS = URI.create("https://www.lagou.com/");

    /** The sources agree on 5 to 10 s between two requests (2017 to 2021). */
    private static final Rate USUAL_RATE = Rate.of("12/min");

    private final SiteKey key;

    /** Lagou itself. */
    public Lagou() {
        this(SiteKey.LAGOU);
    }

    /** @param key of another site that speaks its protocol */
    public Lagou(SiteKey key) {
        this.key = key;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<CrawlableSite> crawlable() {
        return Optional.of(this);
    }

    @Override
    public Optional<SavedPages> savedPages() {
        return Optional.of(new LagouSavedPages());
    }

    /** The page of a posting that is open still. */
    @Override
    public Optional<URI> postingUrl(String positionId) {
        return POSITION_ID.matcher(positionId).matches()
                ? Optional.of(URI.create("https://www.lagou.com/jobs/" + positionId + ".html"))
                : Optional.empty();
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean isAt(URI address) {
        return ADDRESS.getHost().equals(address.getHost());
    }

    @Override
    public Rate usualRate() {
        return USUAL_RATE;
    }

    @Override
    public int mostPages() {
        return LagouRows.MOST_PAGES_SHOWN + 1;
    }

    @Override
    public List<SiteOption> options() {
        return LagouOptions.ALL;
    }

    @Override
    public Opening visit(Visit visit) {
        LagouOptions options = new LagouOptions(visit.options());
        LagouVisit checked = LagouVisit.of(visit, options.over(key));
        EraChoice choice = options.choice(visit.cookies() != null);
        return (memory, clock) -> new LagouSite(checked, choice, memory, clock);
    }
}
