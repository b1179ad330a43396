package paymap.site.sandbox.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All postings of the site. What stands on a page is a pure function of seed, city, keyword and page number, whatever
 * was asked before. Safe for many threads.
 */
public final class Postings {
    static final int PAGE_SIZE = 15;
    /** The site showed no more than 30 pages of a list, whatever its total (2016 to 2020). */
    static final int MOST_PAGES = 30;

    public static final String WHOLE_COUNTRY = "全国";

    private static final int MOST_LISTS = 256;

    private final long seed;
    private final int total;
    private final Map<Search, List<MadeUpJob>> lists = new LinkedHashMap<>();

    /** The postings of a site; {@code total} is how many rows each list says it has, 0 or more. */
    public Postings(long seed, int total) {
        this.seed = seed;
        this.total = total;
    }

    /** How many rows a list says it has; more than it shows. */
    int total() {
        return total;
    }

    /** How many pages are shown. */
    public int pages() {
        return (shown() + PAGE_SIZE - 1) / PAGE_SIZE;
    }

    /** The rows of a page from 1; empty past the end. */
    List<MadeUpJob> page(Search search, int page) {
        if (page > pages()) {
            return List.of();
        }
        List<MadeUpJob> all = list(search);
        return all.subList((page - 1) * PAGE_SIZE, Math.min(all.size(), page * PAGE_SIZE));
    }

    /** All rows that a list shows, in their order. */
    public List<MadeUpJob> rows(Search search) {
        return list(search);
    }

    /** How many rows a list shows. */
    public int shown() {
        return Math.min(total, MOST_PAGES * PAGE_SIZE);
    }

    private synchronized List<MadeUpJob> list(Search search) {
        List<MadeUpJob> known = lists.get(search);
        if (known == null) {
            known = new JobList(seed, search).make(shown());
            if (lists.size() >= MOST_LISTS) {
                lists.remove(lists.keySet().iterator().next()); // the oldest: it can be made again at any time
            }
            lists.put(search, known);
        }
        return known;
    }
}
