package paymap.site.toy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import paymap.importer.format.SavedPages;
import paymap.pace.Rate;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.site.SiteOption;

/** A board that a test invents: one folder, and one line in the list of sites that a command is given. */
public final class ToyBoard implements Site, CrawlableSite {

    static final String NAME = "toy";

    private final URI address;

    /** @param address where a test serves it */
    public ToyBoard(URI address) {
        this.address = address;
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
        return Optional.of(new ToySavedPages());
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public boolean isAt(URI other) {
        return address.getAuthority().equals(other.getAuthority());
    }

    @Override
    public Rate usualRate() {
        return Rate.of("200/s");
    }

    @Override
    public int mostPages() {
        return 100;
    }

    @Override
    public List<SiteOption> options() {
        return List.of(new SiteOption("--toy-order", "ORDER", "The order of a list.", List.of("new", "old")));
    }

    @Override
    public Opening visit(Visit visit) {
        String order = visit.options().getOrDefault("--toy-order", "new");
        options().get(0).check(order);
        return (memory, clock) -> new ToyCrawl(visit, order, memory, clock);
    }
}
