package paymap.site.lagou;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import paymap.site.http.LocalServer;

/** Behaves as the site of 2018: cookies from the list page, rows for whoever asks. Each visitor gets a number. */
final class ClassicServer extends LocalServer {

    private final AtomicInteger visitors = new AtomicInteger();

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            reply(exchange, 200, "text/plain", "User-agent: *\nDisallow: /wn/\nCrawl-delay: 2\n");
        } else if (path.startsWith("/jobs/list_")) {
            int visitor = visitors.incrementAndGet();
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=visitor" + visitor + "; Path=/; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "user_trace_token=trace" + visitor + "; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "foreign=1; Domain=elsewhere.example; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "detail=1; Path=/gongsi");
            reply(exchange, 200, "text/html;charset=UTF-8", Replies.file("list.html"));
        } else {
            exchange.getResponseHeaders().add("Set-Cookie", "SEARCH_ID=found; Path=/");
            reply(exchange, 200, "application/json", Replies.file("rows.json"));
        }
    }
}
