package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.site.http.BoundedHtml;
import paymap.site.http.BoundedJson;
import paymap.site.http.HttpReply;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** Lagou's pages and replies of every era, as a browser saved them. */
public final class LagouSavedPages implements SavedPages {

    private static final Set<String> PERSONAL = Set.of("hrInfoMap"); // recruiters, by position id
    private static final int LONGEST_ADDRESS = 10_000;
    private static final HttpUrl UNKNOWN = HttpUrl.get("https://www.lagou.com/");

    /** Where rows, or a refusal of rows, were ever served (2016 to 2025). */
    private static final Pattern LISTS = Pattern.compile(
            "/(jobs/(v2/)?(positionAjax\\.json|companyAjax\\.json)|jobs/list_.*|(wn/)?(jobs|zhaopin)(/.*)?|[a-z]+-zhaopin/.*"
                    + "|search\\.json|login/login\\.html|utrack/.*\\.html|common-sec/.*|forbidden/.*|verify\\.html)");

    @Override
    public boolean owns(String url) {
        HttpUrl parsed = url.length() > LONGEST_ADDRESS ? null : HttpUrl.parse(url);
        return parsed != null && isLagou(parsed);
    }

    @Override
    public boolean mayHoldRows(String url) {
        HttpUrl parsed = url.length() > LONGEST_ADDRESS ? null : HttpUrl.parse(url);
        return parsed != null && LISTS.matcher(parsed.encodedPath()).matches();
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page saved) {
        HttpUrl url = HttpUrl.parse(saved.url());
        HttpReply answer = answer(saved, url == null ? UNKNOWN : url);
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            Outcome.Trouble door = to == null ? null : Blocks.ofRedirect(answer, to);
            return door == null
                    ? Reading.without(Found.NOTHING, Words.say("redirect to another page"))
                    : Reading.without(Found.REFUSED, door.why());
        }
        Document page = BoundedHtml.parse(saved.text()).orElse(null);
        if (page == null) {
            return Reading.without(Found.NOTHING, Blocks.tooLarge().why());
        }
        LagouPage list = new LagouPage(page, url);
        Reading rows = rendered(page, list);
        return rows == null ? fromPage(list, answer, page) : rows;
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page saved) {
        HttpUrl url = HttpUrl.parse(saved.url());
        if (reply.path("content").path("positionResult").isObject()) {
            return Optional.of(result(reply.path("content"), Words.say("reply"), url));
        }
        JsonNode mobile = reply.path("content").path("data").path("page");
        if (mobile.path("result").isArray()) {
            return Optional.of(new Reading(
                    Found.ROWS,
                    Words.say("reply for phones"),
                    site(url),
                    rows(mobile.path("result")),
                    query(url, "city"),
                    query(url, "positionName")));
        }
        if (LagouReply.isEncrypted(reply)) {
            return Optional.of(Reading.without(Found.ENCRYPTED, Words.say("encrypted reply")));
        }
        boolean refusal = reply.has("msg") && (reply.has("success") || reply.has("status") || reply.has("state"));
        if (!refusal) {
            return Optional.empty();
        }
        Outcome.Trouble trouble = Blocks.ofJson(reply, answer(saved, url == null ? UNKNOWN : url));
        return Optional.of(Reading.without(Found.REFUSED, trouble.why()));
    }

    private @Nullable Reading rendered(Document page, LagouPage list) {
        String data = LagouReply.nextData(page);
        JsonNode tree = data == null ? null : BoundedJson.object(data).orElse(null);
        JsonNode content = tree == null ? null : tree.at("/props/pageProps/initData/content");
        if (tree == null || content == null || !content.path("positionResult").isObject()) {
            return null;
        }
        Reading read = result(content, Words.say("rendered page"), list.url());
        String city = tree.path("query").path("city").asString("");
        String keyword = tree.path("query").path("kd").asString("");
        return new Reading(
                read.found(),
                read.what(),
                read.site(),
                read.rows(),
                read.city().isBlank() ? city.isBlank() ? list.city() : city : read.city(),
                read.keyword().isBlank() ? keyword : read.keyword());
    }

    private Reading fromPage(LagouPage list, HttpReply answer, Document page) {
        List<RawRow> rows = list.rows();
        if (!rows.isEmpty()) {
            return new Reading(Found.ROWS, Words.say("list page"), site(list.url()), rows, list.city(), list.keyword());
        }
        Outcome.Trouble block = Blocks.of(answer);
        Outcome.Trouble door = block == null ? Blocks.ofDoor(page) : block;
        if (LagouReply.looksLikeAList(answer.text())) {
            return Reading.without(
                    Found.NOTHING, Words.say("list page without rows (they come in replies of their own)"));
        }
        return door == null
                ? Reading.without(Found.NOTHING, Words.say("page without a list of jobs"))
                : Reading.without(Found.REFUSED, door.why());
    }

    private static Reading result(JsonNode content, String what, @Nullable HttpUrl url) {
        JsonNode positions = content.path("positionResult");
        String city = positions.path("locationInfo").path("city").asString("");
        String keyword =
                positions.path("queryAnalysisInfo").path("positionName").asString("");
        String asked = query(url, "kd");
        return new Reading(
                Found.ROWS,
                what,
                site(url),
                rows(positions.path("result")),
                city.isBlank() ? query(url, "city") : city,
                asked.isBlank() ? keyword : asked);
    }

    /** Another host that speaks the same protocol, such as the made-up site, is another site. */
    private static String site(@Nullable HttpUrl url) {
        if (url == null || isLagou(url)) {
            return "lagou";
        }
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    private static boolean isLagou(HttpUrl url) {
        return url.host().equals("lagou.com") || url.host().endsWith(".lagou.com");
    }

    private static List<RawRow> rows(JsonNode result) {
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode row : result) {
            if (rows.size() < LagouRows.MOST_ROWS) {
                rows.add(LagouRows.raw(row));
            }
        }
        return rows;
    }

    private static String query(@Nullable HttpUrl url, String name) {
        String value = url == null ? null : url.queryParameter(name);
        return value == null ? "" : value;
    }

    private static HttpReply answer(Page saved, HttpUrl url) {
        return new HttpReply(
                url,
                saved.status(),
                saved.redirect().isBlank() ? null : saved.redirect(),
                null,
                "",
                saved.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
