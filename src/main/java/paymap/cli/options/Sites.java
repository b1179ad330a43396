package paymap.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.importer.format.SavedPages;
import paymap.site.AnySavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.site.SiteOption;

/**
 * The sites that commands know. They are made when the first is asked for, as most commands ask for none and the keys of
 * one take a tenth of a second. Not for several threads at once.
 */
public final class Sites {

    private final Supplier<List<Site>> made;
    private final Sandbox sandbox;
    private @Nullable List<Site> all;

    /**
     * @param made the first is crawled unless another is named; at least one can be crawled
     * @param sandbox the made-up one, which is started when it is crawled
     */
    public Sites(Supplier<List<Site>> made, Sandbox sandbox) {
        this.made = made;
        this.sandbox = sandbox;
    }

    /** The one that is made up. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** The name of the site that is crawled unless another is named. */
    public String usual() {
        return crawlable().findFirst().orElseThrow().name();
    }

    /** What can be crawled by its name, the usual one first and the sandbox last. */
    public List<String> names() {
        return Stream.concat(crawlable().map(Site::name), Stream.of(Sandbox.TYPED))
                .toList();
    }

    /** A site that can be crawled, by its name; empty = there is none of that name. */
    public Optional<CrawlableSite> crawlable(String name) {
        return crawlable().filter(site -> site.name().equals(name)).findFirst().flatMap(Site::crawlable);
    }

    /** The sites that can be crawled. */
    public Stream<Site> crawlable() {
        return all().stream().filter(site -> site.crawlable().isPresent());
    }

    /** What can be chosen for one site or another. */
    public List<SiteOption> options() {
        return crawlable()
                .flatMap(site -> site.crawlable().stream())
                .flatMap(site -> site.options().stream())
                .toList();
    }

    /** How saved pages of all of them are read. */
    public SavedPages savedPages() {
        return new AnySavedPages(
                all().stream().flatMap(site -> site.savedPages().stream()).toList());
    }

    private List<Site> all() {
        List<Site> known = all == null ? List.copyOf(made.get()) : all;
        all = known;
        return known;
    }
}
