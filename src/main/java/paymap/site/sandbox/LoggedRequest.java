package paymap.site.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import paymap.site.sandbox.web.ReplyKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client sent and what became of it, for tests to look at.
 *
 * @param number 1 for the first request, robots.txt and all
 * @param at when the request arrived, by the clock of the site
 * @param method GET or POST
 * @param target path and query as sent
 * @param headers the request's headers by lower-case name, the last one where a name is repeated
 * @param form the decoded fields of a form body, empty where there was none
 * @param kind what became of it
 */
public record LoggedRequest(
        long number,
        Instant at,
        String method,
        String target,
        Map<String, String> headers,
        Map<String, String> form,
        ReplyKind kind) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public LoggedRequest {
        headers = Map.copyOf(headers);
        form = Map.copyOf(form);
    }

    /** As one line of JSON, without the headers; times are UTC in ISO 8601. */
    public String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", number);
        line.put("at", at.toString());
        line.put("method", method);
        line.put("target", target);
        line.put("form", form);
        line.put("kind", kind.name().toLowerCase(Locale.ROOT));
        return JSON.writeValueAsString(line);
    }
}
