package paymap.page.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/** Addresses as they are sent, and within bounds. */
final class Query {

    /** Characters of a query or a path as they are sent. */
    static final int MOST_CHARACTERS = 8192;

    private static final int MOST_PAIRS = 100;

    private Query() {}

    /** @throws IllegalArgumentException if it is no path within bounds */
    static String path(@Nullable String raw) {
        if (raw == null || !raw.startsWith("/") || raw.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(Words.say("no address of this page begins like that"));
        }
        return decoded(raw.replace("+", "%2B"));
    }

    /** @throws IllegalArgumentException if it is no query within bounds */
    static Map<String, List<String>> of(@Nullable String raw) {
        if (raw == null) {
            return Map.of();
        }
        if (raw.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    Words.say("this address has %d characters; at most %d are read", raw.length(), MOST_CHARACTERS));
        }
        String[] pairs = raw.split("&", MOST_PAIRS + 1);
        if (pairs.length > MOST_PAIRS) {
            throw new IllegalArgumentException(Words.say("this address has more than %d parameters", MOST_PAIRS));
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        query.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(query);
    }

    /** As it is sent, after a question mark; empty where there is none. */
    static String written(Map<String, List<String>> query) {
        String pairs = query.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Words.say("a %% in this address is not followed by two hexadecimal digits"), e);
        }
    }
}
