package paymap.site.lagou;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import paymap.site.http.LocalServer;

/** Answers the first request and keeps the connection; closes it without a word on each later one. */
final class TiredServer extends LocalServer {

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        if (received().size() == 1) {
            reply(exchange, 200, "application/json", Replies.file("rows.json"));
        }
    }
}
