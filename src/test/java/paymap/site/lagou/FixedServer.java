package paymap.site.lagou;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** Gives everybody the same answer. */
final class FixedServer extends LocalServer {

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    FixedServer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        reply(exchange, status, "text/html;charset=UTF-8", body);
    }
}
