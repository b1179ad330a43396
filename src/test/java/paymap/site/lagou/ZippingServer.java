package paymap.site.lagou;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import paymap.site.http.LocalServer;

/** Answers with rows in gzip, as the real site does when a client says that it understands. */
final class ZippingServer extends LocalServer {

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (GZIPOutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write(Replies.file("rows.json").getBytes(UTF_8));
        }
    }
}
