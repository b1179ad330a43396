package paymap.site.sandbox.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.Postings;

/**
 * A request as the site understands it.
 *
 * @param path percent-encoded, as sent
 * @param query decoded parameters of the address, the first one where a name is repeated
 * @param form decoded fields of a form body; empty where there was none
 * @param headers by lower-case name
 * @param body as UTF-8
 */
public record Request(
        String method,
        String target,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers,
        String body) {

    /** What a request may weigh: its address, and its body. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_WORD = 64;
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The request cannot be understood; the message is for the client. */
    public static final class BadRequest extends Exception {
        private static final long serialVersionUID = 1;

        BadRequest(String message) {
            super(message);
        }
    }

    /**
     * Reads a request.
     *
     * @throws BadRequest if the address or the body is over {@link #MOST_BYTES}, or its encoding is broken
     */
    public static Request of(HttpExchange exchange) throws IOException, BadRequest {
        URI uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES || uri.toString().length() > MOST_BYTES) {
            throw new BadRequest("An address or a body over " + MOST_BYTES + " bytes is not read.");
        }
        if (uri.getRawPath() == null) {
            throw new BadRequest("The address has no path.");
        }
        Map<String, String> headers = lowerCased(exchange.getRequestHeaders());
        String text = new String(body, StandardCharsets.UTF_8);
        boolean hasForm = headers.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith(FORM);
        return new Request(
                exchange.getRequestMethod(),
                uri.toString(),
                uri.getRawPath(),
                parameters(uri.getRawQuery()),
                hasForm ? parameters(text) : Map.of(),
                headers,
                text);
    }

    /** What the log says about a request that {@link #of} refused. */
    public static Request unreadable(HttpExchange exchange) {
        String target = exchange.getRequestURI().toString();
        String start = target.substring(0, Math.min(target.length(), LONGEST_WORD));
        return new Request(exchange.getRequestMethod(), start, "/", Map.of(), Map.of(), Map.of(), "");
    }

    /** Whether the method is POST. */
    public boolean isPost() {
        return method.equals("POST");
    }

    /** The city asked for; 全国, the whole country, where none is named. */
    public String city() throws BadRequest {
        return city(query.getOrDefault("city", ""));
    }

    /** The same for a city that stands elsewhere. */
    public static String city(String raw) throws BadRequest {
        String city = raw.strip();
        return city.isEmpty() ? Postings.WHOLE_COUNTRY : word("city", city);
    }

    /** A keyword, refused when no site could mean anything by it. */
    public static String keyword(String raw) throws BadRequest {
        String keyword = raw.strip();
        if (keyword.isEmpty()) {
            throw new BadRequest("The keyword is missing.");
        }
        return word("keyword", keyword);
    }

    /** A page number, at least 1. */
    public static int page(String raw) throws BadRequest {
        try {
            int page = Integer.parseInt(raw.strip());
            if (page >= 1) {
                return page;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is too small
        }
        throw new BadRequest("The page number pn must be a whole number from 1.");
    }

    /** True when the Referer is a list page of the site this request was sent to. */
    public boolean comesFromAListPage() {
        try {
            URI referer = URI.create(headers.getOrDefault("referer", ""));
            String path = referer.getRawPath();
            return headers.getOrDefault("host", "-").equals(referer.getRawAuthority())
                    && path != null
                    && (path.startsWith("/jobs/list_") || path.startsWith("/wn/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** True when the Origin is the site this request was sent to. */
    public boolean comesFromItself() {
        return ("http://" + headers.getOrDefault("host", "-")).equals(headers.get("origin"));
    }

    /** The address in full. */
    public String address() {
        return "http://" + headers.getOrDefault("host", "-") + target;
    }

    /** The value of a cookie, or null. */
    @Nullable
    public String cookie(String name) {
        for (String pair : headers.getOrDefault("cookie", "").split(";")) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                return parts[1];
            }
        }
        return null;
    }

    /** Undoes percent-encoding in a path, where a plus sign is a plus sign (list_C++). */
    public static String decodedPath(String raw) throws BadRequest {
        return decoded(raw.replace("+", "%2B"));
    }

    private static String word(String what, String value) throws BadRequest {
        if (value.length() > LONGEST_WORD) {
            throw new BadRequest("The " + what + " is longer than " + LONGEST_WORD + " characters.");
        }
        return value;
    }

    private static Map<String, String> parameters(@Nullable String raw) throws BadRequest {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String raw) throws BadRequest {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The percent-encoding of the request is broken.");
        }
    }

    private static Map<String, String> lowerCased(Headers headers) {
        Map<String, String> byName = new HashMap<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            List<String> values = header.getValue();
            byName.put(header.getKey().toLowerCase(Locale.ROOT), values.get(values.size() - 1));
        }
        return byName;
    }
}
