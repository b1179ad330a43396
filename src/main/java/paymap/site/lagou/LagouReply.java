package paymap.site.lagou;

import java.util.List;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reply of the site means. The content decides, never the status alone: refusals come as 200 with JSON, 200
 * with HTML, or a redirect (seen 2016 to 2022).
 */
final class LagouReply {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> LIST_SIGNS =
            List.of("positionAjax", "position-list", "position_list", "con_list_item", "totalNum", "X_Anti_Forge");

    /** Without cookies and without a sign of a list; a site so bare may still serve rows. */
    static final String NO_LIST_PAGE = "a page that is no list page";

    static final String CUT_OFF = "JSON that is cut off or malformed";

    private static final String DATA_CUT_OFF = "page data that is cut off or without a result list";

    private LagouReply() {}

    /** The reply to a classic request for rows. */
    static Outcome ofRows(HttpReply answer, String city) {
        Outcome.Trouble block = Blocks.of(answer);
        if (block != null) {
            return block;
        }
        JsonNode reply = json(answer.text());
        if (reply == null) {
            return answer.looksLikeJson()
                    ? new Outcome.Broken(CUT_OFF)
                    : Blocks.ofPage(answer, "no JSON where rows were due");
        }
        JsonNode refusal = reply.path("content").path("positionResult");
        return refusal.isObject() ? rows(reply.path("content"), refusal, city) : Blocks.ofJson(reply, answer);
    }

    /** The reply to an encrypted request for rows: rows under the key of the visit, or a refusal in the open. */
    static Outcome ofEncrypted(HttpReply answer, AgreedKey key, String city) {
        JsonNode reply = answer.isRedirect() || !answer.looksLikeJson() ? null : json(answer.text());
        JsonNode data = reply == null ? null : reply.get("data");
        if (data == null || !data.isString()) {
            return ofRows(answer, city);
        }
        byte[] plain = key.decrypted(data.asString());
        if (plain == null) {
            return new Outcome.Broken("a reply that is not under the key agreed on");
        }
        HttpReply opened = answer.withBody(plain);
        boolean isReply = opened.looksLikeJson() && json(opened.text()) != null;
        return isReply ? ofRows(opened, city) : new Outcome.Broken("a reply whose plain text is no JSON");
    }

    /**
     * Whether an answer of no use looks like that of a site that does not speak this era, rather than like an accident:
     * a server in trouble, an answer cut off.
     */
    static boolean isForeign(HttpReply answer, Outcome.Broken broken) {
        boolean accident = answer.status() >= 500
                || broken.why().equals(CUT_OFF)
                || broken.why().equals(DATA_CUT_OFF)
                || broken.why().equals(Blocks.TROUBLE_PAGE);
        return !accident;
    }

    /** The reply to a request for a rendered result page. */
    static Outcome ofRendered(HttpReply answer, String city) {
        String data = answer.isRedirect() ? null : nextData(Jsoup.parse(answer.text()));
        Outcome.Trouble block = data == null ? Blocks.of(answer) : null; // titles may hold any words
        if (block != null) {
            return block;
        }
        if (answer.looksLikeJson()) {
            JsonNode reply = json(answer.text());
            return reply == null ? new Outcome.Broken(CUT_OFF) : Blocks.ofJson(reply, answer);
        }
        if (data == null) {
            return Blocks.ofPage(answer, "a page without the data of a result list");
        }
        JsonNode tree = json(data);
        // Where it was seen (2024-10); other lists on the page, of recommendations say, are not the result.
        JsonNode content = tree == null ? null : tree.at("/props/pageProps/initData/content");
        if (content == null || !content.path("positionResult").isObject()) {
            return new Outcome.Broken(DATA_CUT_OFF);
        }
        return rows(content, content.path("positionResult"), city);
    }

    /**
     * The reply to the list page that begins a visit.
     *
     * @return the session, told its era; or {@link Outcome.Moved}, or trouble
     */
    static Outcome ofEntrance(HttpReply answer, LagouSession session) {
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            if (to != null && Blocks.isOrdinaryRedirect(answer, to)) {
                return new Outcome.Moved(to.toString());
            }
            return Blocks.orBroken(Blocks.of(answer), "a redirect to nowhere");
        }
        Document page = Jsoup.parse(answer.text());
        boolean ok = answer.status() == 200;
        if (ok && nextData(page) != null) {
            session.isRendered(answer.url().encodedPath());
            return new Outcome.Opened(session);
        }
        if (ok && looksLikeAList(answer.text())) {
            return new Outcome.Opened(session); // whatever words stand in it
        }
        Outcome.Trouble block = Blocks.of(answer);
        if (block == null && answer.looksLikeJson()) {
            JsonNode reply = json(answer.text());
            return reply == null ? new Outcome.Broken("JSON where a list page was due") : Blocks.ofJson(reply, answer);
        }
        Outcome.Trouble door = block == null ? Blocks.ofDoor(page) : block;
        if (door != null) {
            return door;
        }
        return session.hasCookies() ? new Outcome.Opened(session) : new Outcome.Broken(NO_LIST_PAGE);
    }

    /** What the list pages of the classic era have in common (captures 2018). */
    static boolean looksLikeAList(String page) {
        return LIST_SIGNS.stream().anyMatch(page::contains);
    }

    private static Outcome rows(JsonNode content, JsonNode positionResult, String city) {
        JsonNode result = positionResult.path("result");
        if (!result.isArray() && !result.isNull() && !result.isMissingNode()) {
            return new Outcome.Broken("a result that is no list");
        }
        if (!result.isArray() && !positionResult.has("totalCount")) {
            return new Outcome.Broken("a result without rows or a count");
        }
        JsonNode showId = content.path("showId");
        return LagouRows.of(
                result,
                city,
                content.path("pageSize").asInt(0) > 200
                        ? 0
                        : content.path("pageSize").asInt(0),
                count(positionResult.path("totalCount")),
                showId.isString() && showId.asString().length() <= 100 ? showId.asString() : null);
    }

    private static @Nullable Integer count(JsonNode total) {
        int count = total.asInt(-1);
        return count < 0 ? null : count;
    }

    static @Nullable String nextData(Document page) {
        Element script = page.selectFirst("script#__NEXT_DATA__");
        return script == null ? null : script.data();
    }

    /** null = it is no JSON object. */
    static @Nullable JsonNode json(String text) {
        try {
            JsonNode tree = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return tree.isObject() ? tree : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
