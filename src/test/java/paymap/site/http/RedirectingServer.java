package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends everybody elsewhere, whatever is asked for. */
public final class RedirectingServer extends LocalServer {

    private final int status;
    private final String location;

    public RedirectingServer(int status, String location) {
        this.status = status;
        this.location = location;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        reply(exchange, status, "text/html", "");
    }
}
