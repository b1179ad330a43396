package paymap.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paymap.importer.format.SavedPages;
import paymap.site.http.SavedAddress;
import tools.jackson.databind.JsonNode;

/** The pages and replies of several sites: each is read by the site that makes the most of it. */
public final class AnySavedPages implements SavedPages {

    private final List<SavedPages> sites;

    /** @param sites the first wins where two read a page alike; at least one */
    public AnySavedPages(List<SavedPages> sites) {
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("pages of no site could ever be read");
        }
        this.sites = List.copyOf(sites);
    }

    @Override
    public boolean mayHoldRows(String url) {
        return asked(url).stream().anyMatch(site -> site.mayHoldRows(url));
    }

    @Override
    public boolean owns(String url) {
        return sites.stream().anyMatch(site -> site.owns(url));
    }

    @Override
    public Set<String> personalFields() {
        return sites.stream().flatMap(site -> site.personalFields().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading page(Page page) {
        return asked(page.url()).stream()
                .map(site -> site.page(page))
                .min(Comparator.comparing(AnySavedPages::worth))
                .map(reading -> named(reading, page))
                .orElseThrow();
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page page) {
        return asked(page.url()).stream()
                .flatMap(site -> site.reply(reply, page).stream())
                .min(Comparator.comparing(AnySavedPages::worth))
                .map(reading -> named(reading, page));
    }

    /** A board on this machine is a made-up one: its rows are not to stand among those of the real one. */
    private static Reading named(Reading reading, Page page) {
        return SavedAddress.of(page.url())
                .onThisMachine()
                .filter(address -> !reading.site().isEmpty())
                .map(reading::of)
                .orElse(reading);
    }

    /**
     * A page at an address of a site's own is none of another's, nor is one whose address a site claims; from an unknown
     * address it may be anyone's.
     */
    private List<SavedPages> asked(String url) {
        List<SavedPages> owners = sites.stream().filter(site -> site.owns(url)).toList();
        List<SavedPages> claiming =
                sites.stream().filter(site -> site.mayHoldRows(url)).toList();
        return !owners.isEmpty() ? owners : claiming.isEmpty() ? sites : claiming;
    }

    /** The order in which findings are worth telling, the best first. */
    private static int worth(Reading reading) {
        return switch (reading.found()) {
            case ROWS, ROW, HIDDEN_PAY -> 0;
            case ENCRYPTED -> 1;
            case REFUSED -> 2;
            case NOTHING -> 3;
        };
    }
}
