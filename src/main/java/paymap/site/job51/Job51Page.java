package paymap.site.job51;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import paymap.job.RawRow;
import paymap.site.Labels;
import paymap.site.http.BoundedJson;
import tools.jackson.databind.JsonNode;

/**
 * A list as it stands in a page: {@code dw_table} (to 2019), the state beside it (2020 to 2022), {@code joblist} (2022
 * on). The adverts at the side ({@code zone-list-item}) give a year's pay without saying so, and are not looked at.
 */
final class Job51Page {

    private static final Pattern STATE = Pattern.compile("__SEARCH_RESULT__\\s{0,20}=\\s{0,20}(?=\\{)");
    private static final Pattern LIST = Pattern.compile("class=\"[^\"]{0,200}\\b(?:joblist|joblist-item|dw_table)\\b");
    private static final Pattern ID = Pattern.compile("/(\\d{5,12})\\.html");
    private static final String SENSORS = "sensorsdata";

    private final Document page;

    Job51Page(Document page) {
        this.page = page;
    }

    /** What the page's script was given; empty = nothing, or it is cut off. */
    static Optional<JsonNode> state(String page) {
        Matcher state = STATE.matcher(page);
        return state.find() ? BoundedJson.leadingObject(page.substring(state.end())) : Optional.empty();
    }

    /** Whether a page has the marks of a list, filled in or not. */
    static boolean isListIn(String page) {
        return LIST.matcher(page).find();
    }

    List<RawRow> rows() {
        List<RawRow> cards = rows(".joblist-item", Job51Page::card);
        return cards.isEmpty() ? rows(".dw_table .el:has(.t1 a)", Job51Page::line) : cards;
    }

    /** Empty = the page does not say. */
    String keyword() {
        for (Element card : page.select(".joblist-item-job[" + SENSORS + "]")) {
            String keyword = sensors(card)
                    .map(row -> BoundedJson.text(row.path("keyword")))
                    .orElse("");
            if (!keyword.isBlank()) {
                return keyword;
            }
        }
        return page.select("input#kwdselectid").attr("value");
    }

    private List<RawRow> rows(String items, Function<Element, RawRow> read) {
        List<RawRow> rows = new ArrayList<>();
        for (Element item : page.select(items)) {
            if (rows.size() < Job51Rows.MOST_ROWS) {
                rows.add(read.apply(item));
            }
        }
        return rows;
    }

    private static RawRow card(Element card) {
        String company = text(card, ".cname");
        Element job = card.selectFirst(".joblist-item-job[" + SENSORS + "]");
        return Optional.ofNullable(job)
                .flatMap(Job51Page::sensors)
                .map(row -> Job51Rows.sensors(row, company))
                .orElseGet(() -> shown(card, company));
    }

    private static Optional<JsonNode> sensors(Element job) {
        return BoundedJson.object(job.attr(SENSORS)).filter(row -> row.has("jobTitle"));
    }

    private static RawRow shown(Element card, String company) {
        List<String> labels = card.select(".tag").eachText();
        String place = text(card, ".area");
        return new RawRow(
                id(card.select("a[href*=/jobs.51job.com/]").attr("href")),
                text(card, ".jname"),
                text(card, ".sal"),
                "",
                place,
                place,
                Labels.experience(labels),
                Labels.education(labels),
                company,
                "");
    }

    /** Its date tells no year: 08-23. */
    private static RawRow line(Element line) {
        Element title = line.selectFirst(".t1 a");
        Element company = line.selectFirst(".t2 a");
        String place = text(line, ".t3");
        return new RawRow(
                title == null ? "" : id(title.attr("href")),
                whole(title),
                text(line, ".t4"),
                "",
                place,
                place,
                "",
                "",
                whole(company),
                "");
    }

    /** What is cut where it is shown stands whole in its title. */
    private static String whole(@Nullable Element shown) {
        String title = shown == null ? "" : shown.attr("title");
        return shown == null || !title.isBlank() ? title : shown.text();
    }

    private static String id(String link) {
        Matcher id = ID.matcher(link);
        return id.find() ? id.group(1) : "";
    }

    private static String text(Element item, String selector) {
        Element part = item.selectFirst(selector);
        return part == null ? "" : part.text();
    }
}
