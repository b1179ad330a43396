package paymap.crawl.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.job.Posting;
import paymap.words.Words;

/** How far each city of the run is, and what its pages should look like. */
final class CityBoard {

    private final Ledger ledger;
    private final long run;
    private final Map<String, CityProgress> cities = new LinkedHashMap<>();
    private final Map<String, Set<String>> firstPages = new HashMap<>();

    CityBoard(Ledger ledger, long run) {
        this.ledger = ledger;
        this.run = run;
    }

    /** Another process may have part in this run: what it brought ends cities too. */
    void refresh() {
        ledger.progress(run).forEach(this::moved);
    }

    /** A city moved on: further pages of it are asked for where they are certainly needed. */
    void moved(CityProgress city) {
        boolean needsMore = !city.ended() && city.lastPageNeeded() > city.list().asked();
        CityProgress now = needsMore ? ledger.enqueuePages(run, city.city(), city.lastPageNeeded()) : city;
        cities.put(now.city(), now);
    }

    /** What a page brought is stored. */
    void stored(PageTask page, Outcome.Fetched fetched, CityProgress after) {
        if (page.page() == 1) {
            firstPages.put(page.city(), idsOf(fetched.rows()));
        }
        moved(after);
    }

    Collection<CityProgress> all() {
        return cities.values();
    }

    long underWay() {
        return cities.values().stream().filter(city -> !city.ended()).count();
    }

    /** Pages that are in the ledger and not over, under way or not. */
    long pagesToDo() {
        return cities.values().stream()
                .filter(city -> !city.ended())
                .mapToLong(city -> city.list().asked()
                        - city.counts().pages()
                        - city.counts().lost())
                .sum();
    }

    /** What makes a page worth a second look; null = nothing. */
    Outcome.@Nullable Broken oddness(PageTask page, Outcome.Fetched fetched) {
        if (fetched.shown() == 0) {
            boolean odd = of(page).shouldHaveRows(page.page(), fetched.totalCount());
            String why = Words.say("against the site's own count, page %d came empty", page.page());
            return odd ? new Outcome.Broken(Flaw.EMPTY_AGAINST_COUNT, why) : null;
        }
        if (fetched.rows().isEmpty()) {
            String why = Words.say("no row of page %d could be read", page.page());
            return new Outcome.Broken(Flaw.NOTHING_READABLE, why, fetched.hashCode());
        }
        boolean firstAgain = page.page() > 1 && firstPage(page.city()).containsAll(idsOf(fetched.rows()));
        // Past the last page a site may show its first for ever; that a fresh session is shown it too, tells.
        boolean isTheEnd = page.attempt() > 0 && of(page).isPastCount(page.page());
        return firstAgain && !isTheEnd
                ? new Outcome.Broken(Flaw.FIRST_PAGE_AGAIN, Words.say("page 1 came back as page %d", page.page()))
                : null;
    }

    private CityProgress of(PageTask page) {
        CityProgress city = cities.get(page.city());
        if (city == null) {
            throw new IllegalStateException("a page of a city that is not in the plan: " + page.city());
        }
        return city;
    }

    private Set<String> firstPage(String city) {
        Set<String> known = firstPages.getOrDefault(city, Set.of());
        if (known.isEmpty()) {
            known = ledger.firstPageIds(run, city); // another process may fetch it meanwhile
            firstPages.put(city, known);
        }
        return known;
    }

    private static Set<String> idsOf(List<Posting> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.positionId()));
        return ids;
    }
}
