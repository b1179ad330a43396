package paymap.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paymap.importer.format.SavedPages;
import paymap.site.AnySavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.site.SiteOption;
import paymap.site.lagou.Lagou;

/**
 * The sites that commands know.
 *
 * @param all the first is crawled unless another is named; at least one can be crawled
 */
public record Sites(List<Site> all) {

    /** A site is one folder below {@code paymap.site}, and one line here. */
    public static final Sites KNOWN = new Sites(List.of(new Lagou()));

    public Sites {
        all = List.copyOf(all);
    }

    /** The name of the site that is crawled unless another is named. */
    public String usual() {
        return crawlable().findFirst().orElseThrow().name();
    }

    /** A site that can be crawled, by its name; empty = there is none of that name. */
    public Optional<CrawlableSite> crawlable(String name) {
        return crawlable().filter(site -> site.name().equals(name)).findFirst().flatMap(Site::crawlable);
    }

    /** The sites that can be crawled. */
    public Stream<Site> crawlable() {
        return all.stream().filter(site -> site.crawlable().isPresent());
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
                all.stream().flatMap(site -> site.savedPages().stream()).toList());
    }
}
