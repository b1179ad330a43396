package paymap.crawl.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;

/** How many pages are still to be fetched, and how long that takes. An estimate: lists end early, and sites refuse. */
final class Remaining {

    private Remaining() {}

    /** The pages that a crawl still needs; null = nobody can say, as a whole list tells no count. */
    static @Nullable Long pages(List<CityProgress> cities) {
        long pages = 0;
        for (CityProgress city : cities) {
            if (!city.ended() && city.isWhole() && city.list().totalCount() == null) {
                return null;
            }
            pages += pages(city);
        }
        return pages;
    }

    private static long pages(CityProgress city) {
        if (city.ended()) {
            return 0;
        }
        int done = city.counts().pages() + city.counts().lost();
        long listed = city.list().totalCount() == null ? Long.MAX_VALUE : Math.max(0, city.pagesKnown() - done);
        if (city.isWhole()) {
            return listed;
        }
        // Pages that came before their turn are paid for, and their rows not counted yet.
        long needed = needed(city) - Math.max(0, done - city.list().settled());
        return Math.min(Math.max(1, needed), Math.max(1, listed));
    }

    /** At the yield so far: pages repeat rows of earlier ones. */
    private static long needed(CityProgress city) {
        int settled = city.list().settled();
        double rowsAPage =
                settled == 0 || city.stored() == 0 ? city.list().pageSize() : (double) city.stored() / settled;
        return (long) Math.ceil(city.missing() / rowsAPage);
    }

    /**
     * How long a crawl will take from now on.
     *
     * @param pages its own, see {@link #pages}
     * @param ofAll those of all crawls of its site, which take turns
     * @param crawls how many those are, at least 1
     * @param aPage how long one takes, at the pace and as measured; zero = not known
     * @return null = not known
     */
    static @Nullable Duration time(long pages, long ofAll, int crawls, Duration aPage, Duration wait) {
        if (aPage.isZero()) {
            return null;
        }
        long turns = Math.min(ofAll, pages * crawls);
        return wait.plus(aPage.multipliedBy(turns));
    }

    static Duration wait(Instant from, Instant until) {
        return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    }
}
