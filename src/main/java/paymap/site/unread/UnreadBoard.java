package paymap.site.unread;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.site.CrawlableSite;
import paymap.site.Site;

/**
 * A board that is known by its lists alone; what tells them was seen between 2018 and 2026-09.
 *
 * @param name see {@link Site#name}
 * @param label as it calls itself
 * @param address begins where its lists are, or were, served
 * @param list stands in a page in HTML that is a list of it
 */
public record UnreadBoard(String name, String label, Pattern address, Pattern list) implements Site {

    /** All of them. */
    public static final List<Site> ALL = List.of(
            board(
                    "51job",
                    "51job",
                    "51job\\.com/(?:api/job/search-pc|pc/search|list/)",
                    "__SEARCH_RESULT__\\s*=|class=\"[^\"]*\\b(?:joblist-item-job|dw_table)\\b"),
            board(
                    "liepin",
                    "猎聘",
                    "liepin\\.com/(?:api/com\\.liepin\\.searchfront4c\\.pc-search-job$|zhaopin\\b)",
                    "class=\"[^\"]*\\b(?:job-card-pc-container|sojob-item-main)\\b"));

    private static UnreadBoard board(String name, String label, String address, String list) {
        Pattern ofHost = Pattern.compile("https?://(?:[a-z0-9-]{1,30}\\.){0,3}" + address);
        return new UnreadBoard(name, label, ofHost, Pattern.compile(list));
    }

    @Override
    public Optional<CrawlableSite> crawlable() {
        return Optional.empty();
    }

    @Override
    public Optional<SavedPages> savedPages() {
        return Optional.of(new UnreadPages(this));
    }

    /** Whether lists are, or were, served at an address; its query does not count. */
    boolean listsAt(String url) {
        int query = url.indexOf('?');
        return url.length() < 10_000
                && address.matcher(query < 0 ? url : url.substring(0, query)).lookingAt();
    }

    /** Whether a page in HTML has the marks of a list of this board. */
    boolean isListIn(String page) {
        return list.matcher(page).find();
    }
}
