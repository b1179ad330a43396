package paymap.site.unread;

import java.util.regex.Pattern;

/** A board, and what its lists are told by; all seen between 2018 and 2026-09. */
enum UnreadBoard {
    BOSS(
            "Boss直聘",
            "zhipin\\.com/(?:wapi/zpgeek/.{0,40}job/?list\\.json|web/geek/job)",
            "class=\"[^\"]*\\b(?:job-card-box|job-card-wrapper|job-primary)\\b"),
    ZHILIAN(
            "智联招聘",
            "zhaopin\\.com/(?:c/i/search/positions|c/i/sou\\b|sou\\b|jobs\\b)",
            "__INITIAL_STATE__\\s*=|class=\"[^\"]*\\b(?:joblist-box(?:__item)?|newlist)\\b"),
    JOB51(
            "51job",
            "51job\\.com/(?:api/job/search-pc|pc/search|list/)",
            "__SEARCH_RESULT__\\s*=|class=\"[^\"]*\\b(?:joblist-item-job|dw_table)\\b"),
    LIEPIN(
            "猎聘",
            "liepin\\.com/(?:api/com\\.liepin\\.searchfront4c\\.pc-search-job$|zhaopin\\b)",
            "class=\"[^\"]*\\b(?:job-card-pc-container|sojob-item-main)\\b");

    private static final String HOST = "https?://(?:[a-z0-9-]{1,30}\\.){0,3}";

    private final String label;
    private final Pattern address;
    private final Pattern list;

    UnreadBoard(String label, String address, String list) {
        this.label = label;
        this.address = Pattern.compile(HOST + address);
        this.list = Pattern.compile(list);
    }

    /** As it calls itself. */
    String label() {
        return label;
    }

    /** Whether lists are, or were, served at an address; its query does not count. */
    boolean listsAt(String url) {
        int query = url.indexOf('?');
        return url.length() < 10_000
                && address.matcher(query < 0 ? url : url.substring(0, query)).find();
    }

    /** Whether a page in HTML has the marks of a list of this board. */
    boolean isListIn(String page) {
        return list.matcher(page).find();
    }
}
