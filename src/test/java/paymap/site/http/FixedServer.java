package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** Gives everybody the same answer. */
public final class FixedServer extends LocalServer {

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    public FixedServer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        reply(exchange, status, "text/html;charset=UTF-8", body);
    }
}
