package paymap.site.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;

/** All the ways in which Lagou said no. */
final class Refusals {
    private static final long NANOS = 1_000_000_000L;

    private final boolean isOld;
    private final WhenTooFast whenTooFast;

    Refusals(Set<Era> eras, WhenTooFast whenTooFast) {
        this.isOld = eras.equals(Set.of(Era.CLASSIC));
        this.whenTooFast = whenTooFast;
    }

    /** The block body of 2018-12 and later: HTTP 200, {@code status}, no {@code content}. */
    static Reply state(ReplyKind kind, int state) {
        return Reply.json(
                kind,
                "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"" + SandboxSite.CLIENT_IP + "\",\"state\":"
                        + state + "}");
    }

    /** Where blocked addresses were sent, another host that a client has no business to follow to. */
    static Reply login(ReplyKind kind) {
        return Reply.redirect(
                kind,
                "https://passport.lagou.com/login/login.html?msg=validation&uStatus=2&clientIp="
                        + SandboxSite.CLIENT_IP);
    }

    /** The answer to a request over the limit, {@code left} before the next one can be served. */
    Reply tooFast(Request request, Duration left) {
        return switch (whenTooFast) {
            case STATE_2402 ->
                // Lagou's own script turned state 2402 into a trip to the challenge (2019); a page can only send there.
                EraSite.isData(request) ? state(ReplyKind.TOO_FAST, 2402) : challenge(request);
            case LOGIN -> login(ReplyKind.TOO_FAST);
            case CHALLENGE -> challenge(request);
            case HTTP_429 ->
                Reply.of(429, "text/html;charset=UTF-8", Pages.notice("429 Too Many Requests"), ReplyKind.TOO_FAST)
                        .with("Retry-After", Long.toString(wholeSeconds(left)));
        };
    }

    /** Until 2020 the challenge came in place of the page; since 2021 a redirect leads to it. */
    private Reply challenge(Request request) {
        if (isOld || EraSite.isChallenge(request)) {
            return Reply.html(ReplyKind.TOO_FAST, Pages.challenge(SeededHash.of("challenge", request.target())));
        }
        long hash = SeededHash.of("check", request.target());
        String query =
                "?seed=" + SeededHash.hex(32, hash) + "&ts=16" + (100_000_000 + SeededHash.below(900_000_000, hash))
                        + "000000&name="
                        + SeededHash.hex(12, ~hash) + "&callbackUrl=" + encoded(request.target()) + "&srcReferer="
                        + encoded(request.headers().getOrDefault("referer", ""));
        return Reply.redirect(ReplyKind.TOO_FAST, EraSite.SECURITY_CHECK + query);
    }

    /** Rounded up, so that a client that waits as told is not early. */
    private static long wholeSeconds(Duration left) {
        return Math.max(1, (left.toNanos() + NANOS - 1) / NANOS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
