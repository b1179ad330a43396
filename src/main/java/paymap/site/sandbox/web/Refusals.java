package paymap.site.sandbox.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import paymap.site.sandbox.data.SeededHash;

/** All the ways in which Lagou said no. */
public final class Refusals {
    /** The reader's address as refusals give it, from a range kept for documentation (RFC 5737). */
    public static final String CLIENT_IP = "192.0.2.1";

    private Refusals() {}

    /** The block body of 2018-12 and later: HTTP 200, {@code status}, no {@code content}. */
    public static Reply state(ReplyKind kind, int state) {
        return Reply.json(
                kind,
                "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"" + CLIENT_IP + "\",\"state\":" + state
                        + "}");
    }

    /** Where blocked addresses were sent, another host that a client has no business to follow to. */
    public static Reply login(ReplyKind kind) {
        return Reply.redirect(
                kind, "https://passport.lagou.com/login/login.html?msg=validation&uStatus=2&clientIp=" + CLIENT_IP);
    }

    /** Since 2021: the redirect to the page with the challenge, which leads back to what was asked for. */
    public static Reply securityCheck(ReplyKind kind, Request request) {
        long hash = SeededHash.of("check", request.target());
        String query =
                "?seed=" + SeededHash.hex(32, hash) + "&ts=16" + (100_000_000 + SeededHash.below(900_000_000, hash))
                        + "000000&name="
                        + SeededHash.hex(12, ~hash) + "&callbackUrl=" + encoded(request.target()) + "&srcReferer="
                        + encoded(request.headers().getOrDefault("referer", ""));
        return Reply.redirect(kind, Paths.SECURITY_CHECK + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
