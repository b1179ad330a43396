package paymap.site.lagou;

import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.site.http.BoundedHtml;
import paymap.site.http.HttpReply;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** The shapes in which the site refuses, each with the source that saw it. */
final class Blocks {

    private Blocks() {}

    /** A page of another size than any of the site. */
    static Outcome.Broken tooLarge() {
        return new Outcome.Broken(Flaw.TOO_LARGE, Words.say("a page of more than %d tags", BoundedHtml.MOST_TAGS));
    }

    /** What a redirect, a status or the signs in a page say by themselves; null = nothing. */
    static Outcome.@Nullable Trouble of(HttpReply answer) {
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            Outcome.Trouble trouble = to == null
                    ? new Outcome.Broken(Flaw.REDIRECT_LOOP, Words.say("a redirect to nowhere"))
                    : ofRedirect(answer, to);
            return trouble == null
                    ? new Outcome.Broken(Flaw.FOREIGN, Words.say("a redirect away from the page"))
                    : trouble;
        }
        if (answer.looksLikeJson()) {
            return null; // a refusal in JSON says more than its status
        }
        if (answer.status() == 429 || answer.status() == 503) {
            return new Outcome.Throttled(answer.retryAfter(), "HTTP " + answer.status());
        }
        Outcome.Trouble sign = ofSigns(answer.text());
        if (sign == null && answer.status() == 403) {
            return new Outcome.Throttled(answer.retryAfter(), "HTTP 403");
        }
        return sign == null && answer.status() >= 400 ? ofStatus(answer.status()) : sign;
    }

    /** null = it leads to an ordinary page of the same site. */
    static Outcome.@Nullable Trouble ofRedirect(HttpReply answer, HttpUrl to) {
        Outcome.Trouble door = ofKnownDoor(to);
        boolean isOrdinary = door == null && answer.isSameSite(to);
        return door == null && !isOrdinary ? new Outcome.LoginRequired(Words.say("a redirect to another host")) : door;
    }

    /** null = it leads to none of the addresses that stand for a refusal. */
    static Outcome.@Nullable Trouble ofKnownDoor(HttpUrl to) {
        String address = to.host() + to.encodedPath();
        if (address.contains("forbidden")) { // forbidden.lagou.com/forbidden/fb.html (2016-17), fbi, fbh, fbl (2018-19)
            return new Outcome.Banned(Words.say("a redirect to the page of the banned"));
        }
        if (address.contains("verify")) { // sec.lagou.com/verify.html, sms/verify.html, /utrack/verify.html
            return new Outcome.NeedsHuman(Words.say("a redirect to a verification"));
        }
        if (address.contains("login")) { // passport.lagou.com/login/login.html
            return new Outcome.LoginRequired(Words.say("a redirect to the login page"));
        }
        if (address.contains("security-check")) { // /common-sec/security-check.html (2021)
            return new Outcome.LoginRequired(Words.say("a redirect to the JavaScript challenge"));
        }
        return null;
    }

    /** Whether it leads to a page of the same site that is not one of its doors. */
    static boolean isOrdinaryRedirect(HttpReply answer, HttpUrl to) {
        return ofRedirect(answer, to) == null;
    }

    /** A reply in JSON that holds no rows. */
    static Outcome.Trouble ofJson(JsonNode reply, HttpReply answer) {
        int state = reply.path("state").asInt(0);
        Outcome.Trouble known = ofState(state, answer);
        if (known != null) {
            return known;
        }
        if (answer.status() == 429 || answer.status() == 503) {
            return new Outcome.Throttled(answer.retryAfter(), "HTTP " + answer.status());
        }
        if (reply.path("msg").asString("").contains("频繁")) { // without a state in 2017
            return new Outcome.Throttled(answer.retryAfter(), Words.say("操作太频繁, too frequent"));
        }
        return new Outcome.Broken(
                Flaw.FOREIGN,
                state == 0 ? Words.say("a reply without rows") : Words.say("a reply without rows, state %d", state));
    }

    /** The table of the site's own front end (2019): what it does on each state. */
    private static Outcome.@Nullable Trouble ofState(int state, HttpReply answer) {
        return switch (state) {
            case 2402 -> new Outcome.Throttled(answer.retryAfter(), Words.say("state 2402, 操作太频繁, too frequent"));
            case 2403 -> new Outcome.NeedsHuman(Words.say("state 2403, it asks for a login"));
            case 2404, 2405 -> new Outcome.NeedsHuman(Words.say("state %d, it asks for a verification", state));
            case 2406 -> new Outcome.NeedsHuman(Words.say("state 2406, it asks for a text message"));
            case 2407, 2408, 2409 -> new Outcome.Banned(Words.say("state %d", state));
            default -> null;
        };
    }

    private static Outcome.@Nullable Trouble ofSigns(String page) {
        boolean challenge = page.contains("页面加载中") && (page.contains("/utrack/") || page.contains("id=\"KEY\""));
        if (challenge || page.contains("/common-sec/security-check")) {
            return new Outcome.LoginRequired(Words.say("the JavaScript challenge"));
        }
        if (page.contains("您已被封禁")) {
            return new Outcome.Banned(Words.say("a page that says 您已被封禁"));
        }
        return page.contains("网络出错啦") ? new Outcome.Broken(Flaw.SERVER_ERROR, Words.say("the page 网络出错啦")) : null;
    }

    /** A login form where a list was due; null = it is none. */
    static Outcome.@Nullable Trouble ofDoor(Document page) {
        boolean form =
                page.selectFirst("input[type=password]") != null || page.title().contains("登录");
        return form ? new Outcome.LoginRequired(Words.say("the login page")) : null;
    }

    /** A page that holds no rows: a login form, or something we do not know. */
    static Outcome.Trouble ofPage(HttpReply answer, String otherwise) {
        Document page = BoundedHtml.parse(answer.text()).orElse(null);
        if (page == null) {
            return tooLarge();
        }
        Outcome.Trouble door = ofDoor(page);
        return door == null ? new Outcome.Broken(Flaw.FOREIGN, otherwise) : door;
    }

    /** A page that is too large to be parsed may refuse all the same: a time that it names is to be kept. */
    static Outcome.Trouble ofTooLarge(HttpReply answer) {
        Outcome.Trouble block = of(answer);
        return block == null ? tooLarge() : block;
    }

    private static Outcome.Broken ofStatus(int status) {
        boolean isMissing = status == 404 || status == 405 || status == 410;
        Flaw flaw = isMissing ? Flaw.MISSING : status >= 500 ? Flaw.SERVER_ERROR : Flaw.FOREIGN;
        return new Outcome.Broken(flaw, "HTTP " + status);
    }
}
