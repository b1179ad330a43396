package paymap.site.lagou;

import static paymap.fuzz.Input.that;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.fuzz.Input;
import paymap.site.http.HttpReply;

/** What the site of a crawl answers, as bytes of a fuzzer: a status, where it leads, and a body, by lines. */
public final class LagouInputs {

    private static final String CITY = "北京";
    private static final AgreedKey KEY = new AgreedKey("0123456789abcdef0123456789abcdef", "0123456789abcdef");

    private LagouInputs() {}

    public static void judge(byte[] input) {
        String[] parts = Input.parts(input, 3);
        int status = parts[0].matches("[1-5]\\d\\d") ? Integer.parseInt(parts[0]) : 200;
        String location = parts[1].isEmpty() ? null : parts[1];
        byte[] body = parts[2].getBytes(java.nio.charset.StandardCharsets.UTF_8);
        read(Replies.ASKED, status, location, body);
        read(Replies.RENDERED, status, location, body);
        String sealed = "{\"data\":\"" + KEY.encrypted(parts[2]) + "\"}";
        HttpReply encrypted = Replies.answer(200, "application/json", sealed);
        rows(LagouReply.ofEncrypted(encrypted, KEY, CITY));
    }

    private static void read(HttpUrl url, int status, @Nullable String location, byte[] body) {
        HttpReply answer = new HttpReply(url, status, location, null, "text/html", body);
        rows(LagouReply.ofRows(answer, CITY));
        rows(LagouReply.ofEncrypted(answer, KEY, CITY));
        rows(LagouReply.ofRendered(answer, CITY));
        Outcome opened = LagouReply.ofEntrance(answer, new LagouSession(List.of()), Replies.SEARCH);
        if (opened instanceof Outcome.Moved moved) {
            HttpUrl to = HttpUrl.get(moved.url());
            that(to.host().equals("lagou.com") || to.host().endsWith(".lagou.com"), "led elsewhere: " + to);
        }
        if (opened instanceof Outcome.Trouble trouble) {
            Input.sentence(trouble.why());
        }
    }

    private static void rows(Outcome outcome) {
        if (outcome instanceof Outcome.Fetched page) {
            that(page.rows().size() <= page.shown(), page.rows().size() + " rows of " + page.shown());
            that(page.shown() <= 1_000, page.shown() + " rows of one page");
            page.rows().forEach(paymap.fuzz.Rows::posting);
            page.rows().forEach(row -> that(row.city().equals(CITY), "a row of another city: " + row.city()));
        } else if (outcome instanceof Outcome.Trouble trouble) {
            Input.sentence(trouble.why());
        } else {
            that(false, "neither rows nor trouble: " + outcome);
        }
    }
}
