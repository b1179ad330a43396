package paymap.site.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reply before it is sent.
 *
 * @param headers without Set-Cookie, which may be there several times
 * @param cookies the values of Set-Cookie
 * @param delivery how much of it really arrives
 */
public record Reply(
        int status, Map<String, String> headers, List<String> cookies, String body, Delivery delivery, ReplyKind kind) {

    /** How much of a reply really arrives. */
    public enum Delivery {
        WHOLE,
        /** Half the body, with an honest length. */
        HALF,
        /** Half the body, with the length of the whole; then the connection is closed. */
        CUT,
        /** Nothing; the connection is closed. */
        NOTHING
    }

    /** Said by every reply, whatever its kind. */
    static final String MADE_UP_HEADER = "X-Made-Up-Data";

    /** HTTP 200 with a page. */
    public static Reply html(ReplyKind kind, String body) {
        return of(200, "text/html;charset=UTF-8", body, kind);
    }

    /** HTTP 200 with JSON. */
    public static Reply json(ReplyKind kind, String body) {
        return of(200, "application/json;charset=UTF-8", body, kind);
    }

    /** A whole reply with this Content-Type, and no cookie. */
    public static Reply of(int status, String type, String body, ReplyKind kind) {
        return new Reply(status, Map.of("Content-Type", type), List.of(), body, Delivery.WHOLE, kind);
    }

    /** HTTP 302 to an address, on this host or another. */
    public static Reply redirect(ReplyKind kind, String location) {
        return of(302, "text/html;charset=UTF-8", Pages.notice("302 Found"), kind)
                .with("Location", location);
    }

    /** The same reply with one header more, or with another value of it. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, cookies, body, delivery, kind);
    }

    /** The same reply with these values of Set-Cookie instead. */
    public Reply withCookies(List<String> newCookies) {
        return new Reply(status, headers, newCookies, body, delivery, kind);
    }

    /** The same reply, damaged on the way. */
    public Reply faulty(Delivery newDelivery) {
        return new Reply(status, headers, cookies, body, newDelivery, ReplyKind.FAULT);
    }

    /** Sends as much of it as its delivery says; the caller closes the exchange. */
    public void send(HttpExchange exchange) throws IOException {
        if (delivery == Delivery.NOTHING) {
            return; // closing the exchange before its headers are sent closes the connection
        }
        byte[] whole = body.getBytes(StandardCharsets.UTF_8);
        int sent = delivery == Delivery.WHOLE ? whole.length : whole.length / 2;
        int promised = delivery == Delivery.HALF ? sent : whole.length;
        boolean bare = promised == 0 || exchange.getRequestMethod().equals("HEAD");
        headers.forEach(exchange.getResponseHeaders()::set);
        cookies.forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        exchange.getResponseHeaders().set(MADE_UP_HEADER, "true");
        exchange.sendResponseHeaders(status, bare ? -1 : promised);
        if (bare) {
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(whole, 0, sent);
            out.flush(); // closing a body that is too short throws, and would drop what is still in the buffer
        }
    }
}
