package paymap.crawl;

import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * How far one city is. Pages are settled in the site's own order: page 3 waits for page 2, so that the rows kept are
 * the first distinct ones whatever order pages arrive in.
 *
 * @param city by Chinese name
 * @param wanted distinct rows, 1 or more; {@link CrawlPlan#WHOLE} = all that the site shows
 * @param counts of what came
 * @param list how far its list of pages is
 * @param ended whether the city needs no more pages
 * @param why why fewer rows than wanted are stored, or why a whole list ended; empty = nothing is missing, or it goes on
 */
public record CityProgress(String city, int wanted, Counts counts, ListPosition list, boolean ended, String why) {

    /** A list this long is no board's list of a city: the most rows that are read of one without a number wanted. */
    static final int MOST_ROWS_OF_A_LIST = 100_000;

    /** Pages of a whole list put in the ledger at once: as many as a process can have under way. */
    private static final int PAGES_AHEAD = 64;

    /**
     * Counts of what came; none is negative.
     *
     * @param stored distinct rows so far
     * @param fresh of those, rows that no earlier run had found
     * @param pages fetched
     * @param lost pages given up
     * @param seen rows shown on settled pages
     * @param repeated of those, rows equal to an earlier one in (city, title, salary)
     * @param unreadable of those, rows without a title, an id or a known shape
     * @param surplus of those, rows past the number wanted
     */
    public record Counts(
            int stored, int fresh, int pages, int lost, int seen, int repeated, int unreadable, int surplus) {

        /** Nothing came yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        private Counts with(Settled page) {
            return new Counts(
                    stored + page.added(),
                    fresh + page.fresh(),
                    pages,
                    lost,
                    seen + page.shown(),
                    repeated + page.shown() - page.unreadable() - page.added() - page.surplus(),
                    unreadable + page.unreadable(),
                    surplus + page.surplus());
        }
    }

    /**
     * How far a list is.
     *
     * @param settled the last page whose rows are counted; 0 = none
     * @param asked the last page that was put in the ledger; 0 = none
     * @param pageSize rows on a full page, at least 1
     * @param totalCount as in {@link Outcome.Fetched}; a hint, because sites miscount; null = unknown
     * @param listToken for later pages; null = none
     * @param toEnd whether the page settled is the last that the site shows, and none before it was given up
     */
    public record ListPosition(
            int settled,
            int asked,
            int pageSize,
            @Nullable Integer totalCount,
            @Nullable String listToken,
            boolean toEnd) {

        /** The last page as the site counts; {@link Integer#MAX_VALUE} without a count. */
        private int lastPage() {
            return totalCount == null ? Integer.MAX_VALUE : (totalCount + pageSize - 1) / pageSize;
        }

        /** Whether a page with so many rows shows, by the site's own count, that no page follows. */
        private boolean isCompletedBy(int page, int rowsShown) {
            return totalCount != null && page == lastPage() && rowsShown == totalCount - (page - 1) * pageSize;
        }

        private ListPosition settledTo(int page, boolean isEnd) {
            return new ListPosition(page, asked, pageSize, totalCount, listToken, isEnd);
        }
    }

    /** Distinct rows so far. */
    public int stored() {
        return counts.stored;
    }

    /** Rows still wanted, as far as a number was; 0 or more. */
    public int missing() {
        return Math.max(0, wanted - counts.stored);
    }

    /** How many more distinct rows may be stored. */
    public int room() {
        return isWhole() ? Integer.MAX_VALUE : missing();
    }

    /** Whether every page that the site shows is wanted, and not a number of rows. */
    public boolean isWhole() {
        return wanted == CrawlPlan.WHOLE;
    }

    /** Whether the site may show rows that are wanted and not stored. */
    public boolean mayLackRows() {
        return isWhole() ? !list.toEnd : missing() > 0;
    }

    /** Pages of the list as far as that is known now; at least those that were asked for. */
    public int pagesKnown() {
        boolean counted = !ended && list.totalCount != null;
        return counted ? Math.max(list.asked, list.lastPage()) : list.asked;
    }

    /**
     * The last page that is certainly needed: were every row of every further page new, fewer would not do. The first
     * page goes alone, because it tells the page size, the length of the list and the token of later pages.
     */
    public int lastPageNeeded() {
        if (ended) {
            return list.asked;
        }
        if (list.settled == 0) {
            return 1;
        }
        int further = (missing() + list.pageSize - 1) / list.pageSize;
        if (isWhole()) {
            further = list.totalCount == null ? 1 : PAGES_AHEAD;
        }
        return Math.min(list.settled + further, Math.max(list.lastPage(), list.settled + 1));
    }

    /**
     * What one page brought, counted in the site's order.
     *
     * @param page its number
     * @param shown rows on it, readable or not
     * @param unreadable of those, rows that could not be read
     * @param newIds position ids that no earlier page of the city had shown in this run
     * @param added rows that are now stored for this run
     * @param fresh of those, rows that no earlier run had found
     * @param surplus rows that would be new but are past the number wanted
     */
    public record Settled(int page, int shown, int unreadable, int newIds, int added, int fresh, int surplus) {}

    /** The progress once a page is counted. Pages must come in order. */
    public CityProgress with(Settled page) {
        if (page.page() <= list.settled) {
            throw new IllegalArgumentException("page " + page.page() + " of " + city + " is settled already");
        }
        boolean full = !isWhole() && counts.stored + page.added() >= wanted;
        String listEnd = full ? "" : ending(page);
        boolean toEnd = !listEnd.isEmpty() && counts.lost == 0 && !isTooEarly(page);
        boolean tooLong = isWhole() && counts.seen + page.shown() >= MOST_ROWS_OF_A_LIST;
        boolean ends = full || !listEnd.isEmpty() || tooLong;
        CityProgress after =
                new CityProgress(city, wanted, counts.with(page), list.settledTo(page.page(), toEnd), ends, listEnd);
        return tooLong && listEnd.isEmpty()
                ? after.because(Words.say("its list goes on after %,d rows", MOST_ROWS_OF_A_LIST))
                : after;
    }

    private CityProgress because(String reason) {
        return new CityProgress(city, wanted, counts, list, ended, reason);
    }

    /** Whether a page with rows ends the list though the site counts further pages: there it may have shown the wrong one. */
    private boolean isTooEarly(Settled page) {
        return page.shown() > 0 && list.totalCount != null && page.page() < list.lastPage();
    }

    /** Why the list ends with this page; empty = it goes on. */
    private String ending(Settled page) {
        boolean isFull = page.shown() >= list.pageSize; // then a count that says that this is all may be wrong
        if (page.shown() == 0 || (!isFull && list.isCompletedBy(page.page(), page.shown()))) {
            return Words.say("the site has no more");
        }
        // Page 1 can come back for ever (a real capture of 2018-03 holds it 30 times), and so can the last page.
        return page.newIds() == 0 && page.shown() > page.unreadable()
                ? Words.say("the site shows nothing new from page %d on", page.page())
                : "";
    }

    /**
     * Whether the site's own count says that this page has rows.
     *
     * @param countNow as the page itself gives it; null or 0 = what an earlier page said holds
     */
    public boolean shouldHaveRows(int page, @Nullable Integer countNow) {
        Integer count = countNow == null || countNow == 0 ? list.totalCount : countNow;
        return count != null && (page - 1) * list.pageSize < count;
    }

    /** Whether the site's own count says that the list is over before this page. */
    public boolean isPastCount(int page) {
        return list.totalCount != null && page > list.lastPage();
    }
}
