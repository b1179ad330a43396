package paymap.site.zhilian;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import paymap.job.RawRow;

/**
 * The list as it stands in a page without its state. What names recruiters ({@code companyinfo__staff-name}) is not looked
 * at.
 */
final class ZhilianPage {

    /** What a page must hold to be worth a tree. */
    static final Pattern LIST =
            Pattern.compile("class=\"[^\"]*\\b(?:joblist-box__item|job-card__title-clamp|newlist)\\b");

    /** The board's number of a position in a link to it: /jobdetail/CC460318410J40888994814.htm, /457408237250030.htm. */
    private static final Pattern ID = Pattern.compile("/([A-Za-z0-9]{1,60})\\.html?(?:[?#].*)?$");

    private final Document page;

    ZhilianPage(Document page) {
        this.page = page;
    }

    List<RawRow> rows() {
        List<RawRow> rows = new ArrayList<>();
        page.select(".joblist-box__item").forEach(item -> rows.add(item(item)));
        page.select(".job-card:has(.job-card__title-clamp)").forEach(card -> rows.add(card(card)));
        page.select("table.newlist:has(td.zwmc)").forEach(table -> rows.add(until2018(table)));
        return rows.size() > ZhilianRows.MOST_ROWS ? rows.subList(0, ZhilianRows.MOST_ROWS) : rows;
    }

    /** 2023 to 2026. */
    private static RawRow item(Element item) {
        Elements link = item.select("a.jobinfo__name");
        Elements infos = item.select(".jobinfo__other-info-item");
        boolean placed = infos.size() == 3 || !infos.select("img").isEmpty();
        List<String> said = new ArrayList<>(infos.eachText());
        String place = placed && !said.isEmpty() ? said.remove(0) : "";
        return new RawRow(
                id(link.attr("href")),
                link.text(),
                item.select(".jobinfo__salary").text(),
                "",
                place,
                place,
                at(said, 0),
                at(said, 1),
                item.select("a.companyinfo__name").text(),
                "");
    }

    /** Since 2026-09, for some; it names no number of the position. Tags: education, experience, then skills. */
    private static RawRow card(Element card) {
        Element title = card.selectFirst(".job-card__title-clamp [aria-label]");
        String place = card.select(".job-card__location span").text();
        List<String> tags = card.select(".job-card__skill-tag").eachText();
        return new RawRow(
                "",
                title == null ? card.select(".job-card__title-clamp").text() : title.attr("aria-label"),
                card.select(".job-card__salary").text(),
                "",
                place,
                place,
                at(tags, 1),
                at(tags, 0),
                card.select(".job-card__company-name").text(),
                "");
    }

    /** A table a row; the first holds the names of the columns. */
    private static RawRow until2018(Element table) {
        Elements link = table.select("td.zwmc a");
        String id = id(link.attr("href"));
        String place = table.select("td.gzdd").text();
        return new RawRow(
                id.isEmpty() ? table.select("input[name=vacancyid]").attr("value") : id,
                link.text(),
                table.select("td.zwyx").text(),
                "",
                place,
                place,
                "",
                "",
                table.select("td.gsmc a").text(),
                table.select("td.gxsj").text());
    }

    private static String id(String link) {
        Matcher id = ID.matcher(link);
        return id.find() ? id.group(1) : "";
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }
}
