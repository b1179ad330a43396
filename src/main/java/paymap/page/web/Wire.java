package paymap.page.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import paymap.page.web.Response.Whole;

/** How answers are sent, and what each says so that a browser does nothing else with it. */
final class Wire {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private static final int LEAST_PACKED = 1024;
    private static final Pattern TEXT = Pattern.compile("^text/|json|javascript|svg");

    private static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private Wire() {}

    static void send(HttpExchange exchange, Whole whole) throws IOException {
        Headers headers = begin(exchange, whole.type());
        headers.set("Cache-Control", whole.headers().containsKey("ETag") ? "private, no-cache" : "no-store");
        headers.set("Vary", "Accept-Encoding, Accept-Language, Cookie");
        whole.headers().forEach(headers::set);
        if (whole.status() == OK && isKept(exchange, whole.headers().getOrDefault("ETag", ""))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, -1);
        } else if (exchange.getRequestMethod().equals("HEAD") || whole.body().length == 0) {
            headers.set("Content-Length", String.valueOf(whole.body().length));
            exchange.sendResponseHeaders(whole.status(), -1);
        } else {
            byte[] body = isPacked(exchange, whole) ? packed(whole.body()) : whole.body();
            if (body != whole.body()) {
                headers.set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(whole.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static boolean isPacked(HttpExchange exchange, Whole whole) {
        return whole.body().length >= LEAST_PACKED
                && TEXT.matcher(whole.type()).find()
                && exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
                        .flatMap(line -> List.of(line.split(",", 20)).stream())
                        .anyMatch(coding -> coding.strip().equals("gzip"));
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    /** Begins events; without any for a {@code HEAD}. */
    static void sendEvents(HttpExchange exchange) throws IOException {
        begin(exchange, "text/event-stream; charset=utf-8").set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(OK, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
    }

    private static Headers begin(HttpExchange exchange, String type) {
        Headers headers = exchange.getResponseHeaders();
        SAFETY.forEach(headers::set);
        headers.set("Content-Type", type);
        return headers;
    }

    private static boolean isKept(HttpExchange exchange, String tag) {
        return !tag.isEmpty()
                && exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of()).stream()
                        .flatMap(line -> List.of(line.split(",", 100)).stream())
                        .anyMatch(kept -> kept.strip().equals(tag));
    }
}
