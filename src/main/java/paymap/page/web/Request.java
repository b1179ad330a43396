package paymap.page.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import paymap.words.Language;

/**
 * What a browser asks for, within bounds.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param path decoded, beginning with a slash
 * @param query decoded, in the order of the address; a parameter may have several values, and an empty one
 * @param language that of {@code lang}, else the first of ours that the browser accepts, else that of this process
 * @param headers the first value of each, names in small letters; without those that let somebody in
 */
public record Request(
        String method, String path, Map<String, List<String>> query, Language language, Map<String, String> headers) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /** @throws IllegalArgumentException if its address is beyond bounds or no address */
    static Request of(HttpExchange exchange) {
        Map<String, List<String>> query = Query.of(exchange.getRequestURI().getRawQuery());
        return new Request(
                exchange.getRequestMethod(),
                Query.path(exchange.getRequestURI().getRawPath()),
                query,
                language(query, exchange.getRequestHeaders()),
                headers(exchange.getRequestHeaders()));
    }

    /** What is told before an address is understood is told in the language that the browser accepts. */
    static Language accepted(Headers headers) {
        String accepted = headers.getFirst("Accept-Language");
        if (accepted != null) {
            for (String range : accepted.split(",", 20)) {
                var language = Language.of(range.split(";", 2)[0].strip());
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return Language.current();
    }

    private static Language language(Map<String, List<String>> query, Headers headers) {
        return query.getOrDefault("lang", List.of()).stream()
                .findFirst()
                .flatMap(Language::of)
                .orElseGet(() -> accepted(headers));
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> first = new TreeMap<>();
        headers.forEach((name, values) -> {
            String small = name.toLowerCase(Locale.ROOT);
            if (!small.equals("cookie") && !small.equals("authorization") && !values.isEmpty()) {
                first.put(small, values.get(0));
            }
        });
        return first;
    }
}
