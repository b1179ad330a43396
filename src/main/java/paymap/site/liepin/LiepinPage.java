package paymap.site.liepin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import paymap.job.RawRow;
import paymap.site.Labels;

/**
 * A list as it stands in a page: {@code sojob-list} (to 2021) and {@code job-card-pc-container} (2021 on). Since 2026 most
 * class names are made anew with each build, so a card is read by its shape: what is about the opening stands in one link,
 * and what is about the recruiter beside it, where nothing is looked at.
 */
final class LiepinPage {

    private static final Pattern LIST = Pattern.compile(
            "class=\"[^\"]{0,200}\\b(?:job-list-box|job-card-pc-container|sojob-list|sojob-item-main)\\b");

    /** {@code 20-40k·14薪_上海-浦东新区_本科及以上_3年以上}. */
    private static final Pattern CONDITION = Pattern.compile("([^_]*)_([^_]*)_([^_]*)_([^_]*)");

    /** Before it was a month's in k (seen 2020), pay was a year's without saying so: 24-60万. */
    private static final Pattern YEARLY = Pattern.compile("\\d[\\d.]*(?:-\\d[\\d.]*)?万");

    /** A number in a link below {@code /job/} is 19 and the id. */
    private static final Pattern ID = Pattern.compile("/(?:c?job/(?:19(?=\\d{7}))?|lptjob/|a/)(\\d{4,12})");

    private final Document page;

    LiepinPage(Document page) {
        this.page = page;
    }

    /** Whether a page has the marks of a list, filled in or not. */
    static boolean isListIn(String page) {
        return LIST.matcher(page).find();
    }

    List<RawRow> rows() {
        List<RawRow> cards = rows(".job-card-pc-container", LiepinPage::card);
        return cards.isEmpty() ? rows(".sojob-item-main", LiepinPage::item) : cards;
    }

    /** Empty = the page does not say. */
    String keyword() {
        return page.select("input[name=key]").attr("value");
    }

    private List<RawRow> rows(String items, Function<Element, RawRow> read) {
        List<RawRow> rows = new ArrayList<>();
        for (Element item : page.select(items)) {
            if (rows.size() < LiepinRows.MOST_ROWS) {
                rows.add(read.apply(item));
            }
        }
        return rows;
    }

    private static RawRow card(Element card) {
        Elements link = card.select("a[data-nick=job-detail-job-info]");
        List<String> labels = link.select("> div:gt(0) span").eachText();
        String place =
                link.select("span.ellipsis-1").eachText().stream().findFirst().orElse("");
        return new RawRow(
                id(link.attr("href")),
                first(link.select("[title]")),
                pay(link),
                "",
                place,
                place,
                Labels.experience(labels),
                Labels.education(labels),
                first(card.select("[data-nick=job-detail-company-info] span.ellipsis-1, .company-name")),
                "");
    }

    /** The last of the head of a card; a mark (急聘) may stand before it. */
    private static String pay(Elements link) {
        Elements named = link.select(".job-salary");
        Elements last = named.isEmpty() ? link.select("> div:eq(0) > span:last-child") : named;
        return first(last);
    }

    private static RawRow item(Element item) {
        Elements link = item.select(".job-info h3 a");
        Matcher condition = CONDITION.matcher(item.select(".condition").attr("title"));
        boolean said = condition.matches();
        String pay = said ? condition.group(1).strip() : first(item.select(".condition .text-warning"));
        String place = said ? condition.group(2) : first(item.select(".condition .area"));
        return new RawRow(
                id(link.attr("href")),
                first(link),
                YEARLY.matcher(pay).matches() ? pay + "/年" : pay,
                "",
                place,
                place,
                said ? condition.group(4) : "",
                said ? condition.group(3) : first(item.select(".condition .edu")),
                first(item.select(".company-name a")),
                item.select("time").attr("title"));
    }

    private static String id(String link) {
        Matcher id = ID.matcher(link);
        return id.find() ? id.group(1) : "";
    }

    private static String first(Elements found) {
        Element first = found.first();
        return first == null ? "" : first.text();
    }
}
