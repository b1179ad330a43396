package paymap.site.boss;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import paymap.job.RawRow;

/**
 * The cards of a list in a page, as the page's script, or until 2022 the server, made them. The panel beside them repeats
 * the pay of one. Recruiters' blocks ({@code info-public}, {@code info-publis}) are not looked at.
 */
final class BossPage {

    /** What a page must hold to be worth a tree. */
    static final Pattern CARDS = Pattern.compile("class=\"[^\"]*\\b(?:job-card-box|job-card-wrapper|job-primary)\\b");

    private static final Pattern ID = Pattern.compile("/job_detail/([^/?#.]{1,100})\\.html");
    private static final Pattern BETWEEN_NEEDS = Pattern.compile("[|\\n]");

    private final Document page;

    BossPage(Document page) {
        this.page = page;
    }

    List<RawRow> rows() {
        List<RawRow> rows = new ArrayList<>();
        page.select(".job-card-box").forEach(card -> rows.add(today(card)));
        page.select(".job-card-wrapper").forEach(card -> rows.add(until2025(card)));
        page.select(".job-primary").forEach(card -> rows.add(until2022(card)));
        return rows.size() > BossRows.MOST_ROWS ? rows.subList(0, BossRows.MOST_ROWS) : rows;
    }

    /** 2025 to 2026; {@code boss-name} is the company's. */
    private static RawRow today(Element card) {
        Elements link = card.select("a.job-name");
        return row(
                link.attr("href"),
                link.text(),
                card.select(".job-salary").text(),
                card.select(".company-location").text(),
                card.select("ul.tag-list > li").eachText(),
                card.select(".boss-name").text());
    }

    /** 2022 to 2025, /web/geek/job; a second list of tags, below, holds skills. */
    private static RawRow until2025(Element card) {
        Elements left = card.select("a.job-card-left");
        return row(
                left.attr("href"),
                left.select(".job-name").text(),
                left.select(".salary").text(),
                left.select(".job-area").text(),
                left.select(".tag-list > li").eachText(),
                card.select(".company-name").text());
    }

    /** 2018 to 2022; in the older of them the place stands before the needs. */
    private static RawRow until2022(Element card) {
        Elements titles = card.select(".info-primary .job-name");
        Element title = titles.isEmpty() ? card.selectFirst(".info-primary .job-title") : titles.first();
        Elements places = card.select(".job-area");
        Element needs = card.selectFirst(places.isEmpty() ? ".info-primary p" : ".job-limit p");
        List<String> said = new ArrayList<>();
        if (needs != null) {
            Element lines = needs.clone();
            lines.select("em").forEach(line -> line.replaceWith(new org.jsoup.nodes.TextNode("|")));
            BETWEEN_NEEDS
                    .splitAsStream(lines.wholeText())
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(said::add);
        }
        String place = !places.isEmpty() ? places.text() : said.isEmpty() ? "" : said.remove(0);
        Elements pay = card.select(".info-primary .red");
        return row(
                card.select("a[href*=/job_detail/]").attr("href"),
                title == null ? "" : title.text(),
                pay.isEmpty() ? card.select(".job-limit > span").text() : pay.text(),
                place,
                said,
                card.select(".info-company h3 a").text());
    }

    /** Interns' cards say days a week and months before the education, and no experience. */
    private static RawRow row(
            String href, String title, String salary, String place, List<String> needs, String company) {
        Matcher id = ID.matcher(href);
        return new RawRow(
                id.find() ? id.group(1) : "",
                title,
                salary,
                "",
                place,
                place,
                needs.size() == 2 ? needs.get(0) : "",
                needs.size() < 2 ? "" : needs.get(needs.size() - 1),
                company,
                "");
    }
}
