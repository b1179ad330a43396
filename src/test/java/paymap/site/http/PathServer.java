package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has an answer for some paths, and 404 for all others. */
public final class PathServer extends LocalServer {

    /** An answer to be given. */
    public record Given(int status, String type, String body, Map<String, String> headers) {}

    private final Map<String, Given> answers = new LinkedHashMap<>();

    public PathServer json(String path, String body) {
        return with(path, new Given(200, "application/json;charset=UTF-8", body, Map.of()));
    }

    public PathServer html(String path, int status, String body) {
        return with(path, new Given(status, "text/html;charset=UTF-8", body, Map.of()));
    }

    public PathServer with(String path, Given answer) {
        answers.put(path, answer);
        return this;
    }

    public List<String> paths() {
        return received().stream().map(Received::path).toList();
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        Given answer = answers.getOrDefault(
                exchange.getRequestURI().getPath(), new Given(404, "text/html", "<h1>Not Found</h1>", Map.of()));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        reply(exchange, answer.status(), answer.type(), answer.body());
    }
}
