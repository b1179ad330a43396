package paymap.page.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paymap.words.Language;
import paymap.words.Words;

/** Reads what was asked, within bounds. */
final class RequestReader {

    private static final int LONGEST_ADDRESS = 8 << 10;
    private static final int MOST_VALUES = 100;

    private RequestReader() {}

    /** @throws IllegalArgumentException with a sentence, if it is too long or not encoded as addresses are */
    static Request read(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        if ((path == null ? 0 : path.length()) + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            throw new IllegalArgumentException(
                    Words.say("the address is longer than %,d characters", LONGEST_ADDRESS));
        }
        Map<String, List<String>> values = query == null ? Map.of() : values(query);
        return new Request(
                exchange.getRequestMethod(), path == null ? "/" : decoded(path), values, language(values, headers), headers);
    }

    private static Map<String, List<String>> values(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String[] pairs = query.split("&");
        if (pairs.length > MOST_VALUES) {
            throw new IllegalArgumentException(Words.say("the address has more than %d values", MOST_VALUES));
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
            }
        }
        return values;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Words.say("the address has a %% that begins no character"), e);
        }
    }

    /** A wrong name of one is for whoever answers to refuse. */
    private static Language language(Map<String, List<String>> query, Map<String, String> headers) {
        List<String> asked = query.getOrDefault(Request.LANGUAGE, List.of());
        return asked.stream()
                .findFirst()
                .flatMap(Language::of)
                .or(() -> accepted(headers.getOrDefault("accept-language", "")))
                .orElseGet(Language::current);
    }

    /** The first of ours that a browser names; those that write them write them in their order. */
    private static Optional<Language> accepted(String header) {
        for (String each : header.split(",", 20)) {
            Optional<Language> language = Language.of(each.strip().split(";")[0].strip());
            if (language.isPresent()) {
                return language;
            }
        }
        return Optional.empty();
    }
}
