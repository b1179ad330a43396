package paymap.torture.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.site.sandbox.era.Unsealed;
import paymap.torture.site.Asked;
import paymap.torture.site.Fault;
import paymap.torture.site.Good;

/** The made-up Lagou of any era with markers in all that it sends: headers, cookies, pages, and replies under a key. */
final class PlantedSite {

    private static final Pattern DATA = Pattern.compile("(?s)(<script id=\"__NEXT_DATA__\"[^>]*>)(.*?)(</script>)");

    private final Markers markers;
    private final UnaryOperator<String> rows;
    private final Unsealed unsealed = new Unsealed();

    /** @param rows makes what is sent of the JSON that holds rows */
    PlantedSite(Markers markers, UnaryOperator<String> rows) {
        this.markers = markers;
        this.rows = rows;
    }

    /** A reply with rows: what of it a crawl reads by right. */
    static Sample reply(String text) {
        String row = "/content/positionResult/result/*/";
        return new Sample("crawled reply", "", "", true, text, wanted(row, "/content"));
    }

    /** The same as it stands in a page. */
    static Sample data(String text) {
        String content = "/props/pageProps/initData/content";
        return new Sample("crawled page", "", "", true, text, wanted(content + "/positionResult/result/*/", content));
    }

    private static Set<String> wanted(String row, String content) {
        return Set.of(
                row + "positionId",
                row + "positionName",
                row + "salary",
                row + "salaryMonth",
                row + "city",
                row + "district",
                row + "workYear",
                row + "education",
                row + "companyShortName",
                row + "createTime",
                content + "/positionResult/totalCount",
                content + "/pageSize",
                content + "/pageNo",
                content + "/showId"); // names the list, not who looks at it; later pages are asked for with it
    }

    /** What is done to each reply. */
    Fault fault() {
        return Fault.changed("privacy", "markers", this::planted);
    }

    private synchronized Good planted(Asked asked, Good good) {
        if (asked.target().startsWith("/robots.txt")) {
            return good.body("# " + markers.text("a comment in robots.txt") + "\nUser-agent: *\nDisallow: /"
                    + markers.text("robots.txt"));
        }
        unsealed.agreed(new String(asked.bytes(), UTF_8));
        Good more = good.with(
                "Set-Cookie: user=" + markers.text("a cookie") + "; Path=/",
                "X-User: " + markers.text("a header"),
                markers.text("the name of a header") + ": 1");
        String text = good.text();
        if (text.startsWith("{\"data\"")) {
            return more.body(unsealed.changed(text, rows));
        }
        if (text.startsWith("{")) {
            return text.contains("positionResult") ? more.body(rows.apply(text)) : more;
        }
        return more.body(page(text));
    }

    private String page(String html) {
        String comment = "<!-- " + markers.text("a comment in a page") + " --><script>var user='"
                + markers.text("a script in a page") + "'</script>";
        Matcher data = DATA.matcher(html.replace("<body>", "<body>" + comment));
        return data.replaceFirst(found -> Matcher.quoteReplacement(
                found.group(1) + rows.apply(found.group(2)).replace("</", "<\\/") + found.group(3)));
    }
}
