package paymap.site.lagou;

import java.util.List;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.site.http.BoundedHtml;
import paymap.site.http.BoundedJson;
import paymap.site.http.HttpReply;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * What a reply of the site means. The content decides, never the status alone: refusals come as 200 with JSON, 200
 * with HTML, or a redirect (seen 2016 to 2022).
 */
final class LagouReply {

    private static final List<String> LIST_SIGNS =
            List.of("positionAjax", "position-list", "position_list", "con_list_item", "totalNum", "X_Anti_Forge");

    private static final int SHORTER_THAN_ANY_ROW = 40;

    private LagouReply() {}

    static Outcome.Broken cutOff() {
        return new Outcome.Broken(Flaw.CUT_OFF, Words.say("JSON that is cut off or malformed"));
    }

    /** The reply to a classic request for rows. */
    static Outcome ofRows(HttpReply answer, String city) {
        Outcome.Trouble block = Blocks.of(answer);
        if (block != null) {
            return block;
        }
        JsonNode reply = BoundedJson.object(answer.text()).orElse(null);
        if (reply == null) {
            return answer.looksLikeJson() ? cutOff() : Blocks.ofPage(answer, Words.say("no JSON where rows were due"));
        }
        if (isEncrypted(reply)) {
            return new Outcome.Broken(Flaw.FOREIGN, Words.say("an encrypted reply where rows were due"));
        }
        JsonNode refusal = reply.path("content").path("positionResult");
        return refusal.isObject() ? rows(reply.path("content"), refusal, city) : Blocks.ofJson(reply, answer);
    }

    /** The reply to an encrypted request for rows: rows under the key of the visit, or a refusal in the open. */
    static Outcome ofEncrypted(HttpReply answer, AgreedKey key, String city) {
        JsonNode reply = answer.isRedirect() || !answer.looksLikeJson()
                ? null
                : BoundedJson.object(answer.text()).orElse(null);
        JsonNode data = reply == null ? null : reply.get("data");
        if (data == null || !data.isString()) {
            return ofRows(answer, city);
        }
        byte[] plain = key.decrypted(data.asString());
        if (plain == null) {
            return new Outcome.Broken(Flaw.FOREIGN, Words.say("a reply that is not under the key agreed on"));
        }
        HttpReply opened = answer.withBody(plain);
        boolean isReply =
                opened.looksLikeJson() && BoundedJson.object(opened.text()).isPresent();
        return isReply
                ? ofRows(opened, city)
                : new Outcome.Broken(Flaw.FOREIGN, Words.say("a reply whose plain text is no JSON"));
    }

    /** Whether rows stand in it that only who has agreed on a key can read; at the classic address, too, since 2026-09. */
    static boolean isEncrypted(JsonNode reply) {
        JsonNode data = reply.path("data");
        return reply.size() <= 2 && data.isString() && data.asString().length() > SHORTER_THAN_ANY_ROW;
    }

    static boolean isEncrypted(HttpReply answer) {
        return answer.looksLikeJson()
                && BoundedJson.object(answer.text())
                        .filter(LagouReply::isEncrypted)
                        .isPresent();
    }

    /**
     * Whether an answer of no use looks like that of a site that does not speak this era, rather than like an accident:
     * a server in trouble, an answer cut off.
     */
    static boolean isForeign(HttpReply answer, Outcome.Broken broken) {
        boolean isAccident =
                answer.status() >= 500 || broken.flaw() == Flaw.CUT_OFF || broken.flaw() == Flaw.SERVER_ERROR;
        return !isAccident;
    }

    /** The reply to a request for a rendered result page. */
    static Outcome ofRendered(HttpReply answer, String city) {
        Document page =
                answer.isRedirect() ? null : BoundedHtml.parse(answer.text()).orElse(null);
        if (page == null && !answer.isRedirect()) {
            return Blocks.ofTooLarge(answer);
        }
        String data = page == null ? null : nextData(page);
        Outcome.Trouble block = data == null ? Blocks.of(answer) : null; // titles may hold any words
        if (block != null) {
            return block;
        }
        if (answer.looksLikeJson()) {
            JsonNode reply = BoundedJson.object(answer.text()).orElse(null);
            return reply == null ? cutOff() : Blocks.ofJson(reply, answer);
        }
        if (data == null) {
            return Blocks.ofPage(answer, Words.say("a page without the data of a result list"));
        }
        return rowsIn(data, city);
    }

    private static Outcome rowsIn(String nextData, String city) {
        JsonNode tree = BoundedJson.object(nextData).orElse(null);
        // Where it was seen (2024-10); other lists on the page, of recommendations say, are not the result.
        JsonNode content = tree == null ? null : tree.at("/props/pageProps/initData/content");
        if (content == null || !content.path("positionResult").isObject()) {
            return new Outcome.Broken(Flaw.CUT_OFF, Words.say("page data that is cut off or without a result list"));
        }
        return rows(content, content.path("positionResult"), city);
    }

    /**
     * The reply to the list page that begins a visit.
     *
     * @param search what the visit begins with
     * @return the session, told its era, with the rows of the first page where they stand in it; or {@link Outcome.Moved}, or
     *     trouble
     */
    static Outcome ofEntrance(HttpReply answer, LagouSession session, Search search) {
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            if (to != null && Blocks.isOrdinaryRedirect(answer, to)) {
                return new Outcome.Moved(to.toString());
            }
            Outcome.Trouble block = Blocks.of(answer);
            return block == null ? new Outcome.Broken(Flaw.REDIRECT_LOOP, Words.say("a redirect to nowhere")) : block;
        }
        Document page = BoundedHtml.parse(answer.text()).orElse(null);
        if (page == null) {
            return Blocks.ofTooLarge(answer);
        }
        boolean ok = answer.status() == 200;
        String data = ok ? nextData(page) : null;
        if (data != null) {
            session.isRendered(answer.url().encodedPath());
            return new Outcome.Opened(session, search.isFirstPageAt(answer.url()) ? shown(data, search) : null);
        }
        if (ok && looksLikeAList(answer.text())) {
            return new Outcome.Opened(session); // whatever words stand in it
        }
        Outcome.Trouble block = Blocks.of(answer);
        if (block == null && answer.looksLikeJson()) {
            JsonNode reply = BoundedJson.object(answer.text()).orElse(null);
            return reply == null
                    ? new Outcome.Broken(Flaw.FOREIGN, Words.say("JSON where a list page was due"))
                    : Blocks.ofJson(reply, answer);
        }
        Outcome.Trouble door = block == null ? Blocks.ofDoor(page) : block;
        if (door != null) {
            return door;
        }
        return session.hasCookies()
                ? new Outcome.Opened(session)
                : new Outcome.Broken(Flaw.BARE_PAGE, Words.say("a page that is no list page"));
    }

    /** The rows of the page that opened a visit; null = there are none, which the page itself is to be asked about. */
    private static Outcome.@Nullable Fetched shown(String nextData, Search search) {
        return rowsIn(nextData, search.city()) instanceof Outcome.Fetched page
                        && !page.rows().isEmpty()
                ? page
                : null;
    }

    /** What the list pages of the classic era have in common (captures 2018). */
    static boolean looksLikeAList(String page) {
        return LIST_SIGNS.stream().anyMatch(page::contains);
    }

    private static Outcome rows(JsonNode content, JsonNode positionResult, String city) {
        JsonNode result = positionResult.path("result");
        if (!result.isArray() && !result.isNull() && !result.isMissingNode()) {
            return new Outcome.Broken(Flaw.FOREIGN, Words.say("a result that is no list"));
        }
        if (!result.isArray() && !positionResult.has("totalCount")) {
            return new Outcome.Broken(Flaw.FOREIGN, Words.say("a result without rows or a count"));
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
}
