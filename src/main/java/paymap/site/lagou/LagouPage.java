package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.CityNames;
import paymap.job.RawRow;

/**
 * A list as it stands in a page, without the data behind it: {@code con_list_item} (2016 to 2020, captures 2018) and
 * {@code item__10RTO} (2021, the endings of the classes change). Nothing about recruiters is looked at: neither
 * {@code data-hrid} nor the hidden {@code hr_name}, {@code hr_position}, {@code hr_portrait}, {@code target_hr}.
 */
final class LagouPage {

    private static final String TEMPLATE = "{{"; // the 16th item of each saved page is the one the script fills in

    /** {@code C++资深开发工程师[北京·海淀区]}; a title may hold brackets of its own. */
    private static final Pattern TITLE_AND_PLACE = Pattern.compile("(?s)(.*)\\[([^\\[\\]]*)]\\s*");

    private static final Pattern NEEDS = Pattern.compile("(?:经验)?\\s*([^/]{0,40}?)\\s*/\\s*([^/]{0,40}?)\\s*");
    private static final Pattern CITY_PATH = Pattern.compile("/([a-z]{2,20})-zhaopin/.*");
    private static final Pattern KEYWORD_PATH = Pattern.compile("/(?:jobs/list_|(?:[a-z]+-)?zhaopin/)([^/?]{1,100}).*");

    private final Document page;
    private final @Nullable HttpUrl url;

    /** @param from where the page came from; null = look for it in the page */
    LagouPage(Document page, @Nullable HttpUrl from) {
        this.page = page;
        this.url =
                from == null ? HttpUrl.parse(page.select("link[rel=canonical]").attr("href")) : from;
    }

    @Nullable
    HttpUrl url() {
        return url;
    }

    List<RawRow> rows() {
        List<RawRow> rows = new ArrayList<>();
        for (Element item : page.select("li.con_list_item")) {
            if (rows.size() < LagouRows.MOST_ROWS && !item.attr("data-salary").contains(TEMPLATE)) {
                rows.add(classic(item));
            }
        }
        for (Element item : rows.isEmpty() ? page.select("div[class*=item__]") : List.<Element>of()) {
            if (rows.size() < LagouRows.MOST_ROWS && isItem(item)) {
                rows.add(rendered(item));
            }
        }
        return rows;
    }

    /** As the address, the chosen city or the title names it; empty = none of them does. */
    String city() {
        String asked = url == null ? null : url.queryParameter("city");
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        Matcher path = CITY_PATH.matcher(url == null ? "" : url.encodedPath());
        if (path.matches()) {
            return path.group(1);
        }
        Element chosen = page.selectFirst(".workPosition a.active, #filterBrief a.active");
        if (chosen != null && CityNames.isSurelyACity(chosen.text())) {
            return chosen.text();
        }
        List<String> named = City.KNOWN.stream()
                .map(City::chinese)
                .filter(page.title()::contains)
                .toList();
        return named.size() == 1 ? named.get(0) : "";
    }

    String keyword() {
        String asked = url == null ? null : url.queryParameter("kd");
        if (asked != null) {
            return asked;
        }
        Matcher path = KEYWORD_PATH.matcher(url == null ? "" : "/" + String.join("/", url.pathSegments()));
        if (path.matches()) {
            return path.group(1);
        }
        return page.select("input#keyword").attr("value");
    }

    private static boolean isItem(Element item) {
        return item.classNames().stream().anyMatch(name -> name.startsWith("item__"))
                && item.selectFirst("[class*=money__]") != null;
    }

    private static RawRow classic(Element item) {
        Element money = item.selectFirst(".money");
        Matcher needs = NEEDS.matcher(
                money == null || money.parent() == null ? "" : money.parent().ownText());
        String place = item.select(".add em").text();
        return row(
                item.attr("data-positionid"),
                item.attr("data-positionname"),
                item.attr("data-salary"),
                place,
                needs,
                item.attr("data-company"),
                item.select(".format-time").text());
    }

    private static RawRow rendered(Element item) {
        Element top = item.selectFirst("[class*=p-top__]");
        Element link = top == null ? null : top.selectFirst("a");
        String text = link == null ? "" : link.wholeText();
        Matcher parts = TITLE_AND_PLACE.matcher(text);
        boolean placed = parts.matches();
        Element money = item.selectFirst("[class*=money__]");
        Matcher needs = NEEDS.matcher(
                money == null || money.parent() == null ? "" : money.parent().ownText());
        return row(
                "",
                placed ? parts.group(1) : text,
                money == null ? "" : money.text(),
                placed ? parts.group(2) : "",
                needs,
                item.select("[class*=company-name__] a").text(),
                top == null ? "" : top.select("> span").text());
    }

    /** A place is 城市·区, or in the list of one city a district or a business zone alone: 海淀区, 清华大学. */
    private static RawRow row(
            String id, String title, String salary, String place, Matcher needs, String company, String posted) {
        int dot = place.indexOf('·');
        boolean hasCity = dot > 0 || CityNames.isSurelyACity(place.strip());
        boolean said = needs.matches();
        return new RawRow(
                id,
                title,
                salary,
                "",
                hasCity ? place : "",
                dot > 0 ? place.substring(dot + 1) : hasCity ? "" : place,
                said ? needs.group(1) : "",
                said ? needs.group(2) : "",
                company,
                posted);
    }
}
