package paymap.cli.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Has a robots.txt of one's choice, and refuses everything else until a time of one's choice. */
final class RudeServer implements AutoCloseable {

    private final HttpServer server;

    RudeServer(String robots, String retryAfter) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // read once, for the sandbox of other tests as well
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isRobots = exchange.getRequestURI().getPath().equals("/robots.txt");
            byte[] body = (isRobots ? robots : "later").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(isRobots ? 200 : 429, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
