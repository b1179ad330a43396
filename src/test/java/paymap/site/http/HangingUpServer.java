package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Listens, and closes the connection: before an answer, or in the middle of one. */
public final class HangingUpServer extends LocalServer {

    private final boolean inTheMiddle;

    public HangingUpServer(boolean inTheMiddle) {
        this.inTheMiddle = inTheMiddle;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        if (inTheMiddle) {
            byte[] half = "{\"success\":true,".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, half.length * 2);
            exchange.getResponseBody().write(half);
            exchange.getResponseBody().flush();
        }
    }
}
