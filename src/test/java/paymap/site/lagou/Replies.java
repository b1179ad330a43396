package paymap.site.lagou;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replies as the site gives them, all made up. */
final class Replies {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final HttpUrl ASKED = HttpUrl.get("https://www.lagou.com/jobs/positionAjax.json?city=%E5%8C%97%E4%BA%AC");
    static final HttpUrl LIST = HttpUrl.get("https://www.lagou.com/jobs/list_python?city=%E5%8C%97%E4%BA%AC");
    static final HttpUrl RENDERED = HttpUrl.get("https://www.lagou.com/wn/jobs?kd=python&city=%E5%8C%97%E4%BA%AC&pn=1");

    /** What these were asked for. */
    static final Search SEARCH = new Search("北京", "python");

    private Replies() {}

    /** A made-up file from the test resources. */
    static String file(String name) {
        try (InputStream in = Replies.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Page 1 of 北京: 15 rows and the recruiters behind them, as a tree to change. */
    static ObjectNode rows() {
        return (ObjectNode) JSON.readTree(file("rows.json"));
    }

    /** One row of a reply, to change. */
    static ObjectNode row(ObjectNode reply, int index) {
        return (ObjectNode) reply.at("/content/positionResult/result").get(index);
    }

    static HttpReply json(String body) {
        return answer(200, "application/json;charset=UTF-8", body);
    }

    static HttpReply json(ObjectNode body) {
        return json(JSON.writeValueAsString(body));
    }

    static HttpReply html(String body) {
        return answer(200, "text/html;charset=UTF-8", body);
    }

    static HttpReply answer(int status, String type, String body) {
        return new HttpReply(ASKED, status, null, null, type, body.getBytes(UTF_8));
    }

    static HttpReply from(HttpUrl url, HttpReply answer) {
        return new HttpReply(
                url, answer.status(), answer.location(), answer.retryAfter(), answer.contentType(), answer.body());
    }

    static HttpReply withRetryAfter(HttpReply answer, Duration wait) {
        return new HttpReply(
                answer.url(), answer.status(), answer.location(), wait, answer.contentType(), answer.body());
    }

    static HttpReply redirect(String location) {
        return redirectFrom(ASKED, location);
    }

    static HttpReply redirectFrom(HttpUrl url, String location) {
        return new HttpReply(url, 302, location, null, "", new byte[0]);
    }

    /** A page rendered on the server that carries this JSON in the way Next.js writes it. */
    static HttpReply rendered(String nextData) {
        String page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>python招聘</title></head><body>"
                + "<div id=\"__next\"><div id=\"jobList\"></div></div>"
                + "<script id=\"__NEXT_DATA__\" type=\"application/json\">" + nextData + "</script></body></html>";
        return from(RENDERED, html(page));
    }

    /** The JSON of a rendered page around a classic reply. */
    static String nextData(ObjectNode reply) {
        return "{\"props\":{\"tokenData\":{\"submitCode\":\"1\",\"submitToken\":\"t\"},\"pageProps\":{\"initData\":"
                + JSON.writeValueAsString(reply) + "}},\"page\":\"/jobs\",\"buildId\":\"made-up\"}";
    }

    /** Broken without what tells its content. */
    static Outcome bare(Outcome outcome) {
        return outcome instanceof Outcome.Broken broken ? broken.withContent(0) : outcome;
    }
}
