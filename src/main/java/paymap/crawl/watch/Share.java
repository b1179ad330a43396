package paymap.crawl.watch;

import java.util.List;
import paymap.crawl.CityProgress;

/**
 * How much of a crawl is done: rows, or pages where no number of rows is wanted; a page given up is done with, too.
 *
 * @param done 0 or more
 * @param total as far as it is known now; 0 = of nothing at all, all is done
 */
public record Share(long done, long total) {

    /** Of all these cities together. */
    public static Share of(List<CityProgress> cities) {
        long done = 0;
        long total = 0;
        for (CityProgress city : cities) {
            done += city.isWhole() ? city.counts().pages() + city.counts().lost() : city.stored();
            total += city.isWhole() ? city.pagesKnown() : city.wanted();
        }
        return new Share(done, total);
    }
}
