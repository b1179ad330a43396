package paymap.cli.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import paymap.cli.Ran;

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

    /** A crawl of it gives up at once, and says why. */
    void assertCrawlEndsInASentence(Path folder) {
        String db = folder.resolve("paymap.db").toString();
        Ran ran = Ran.paymap(
                "crawl", "--cities", "bj", "--site", address(), "--rate", "max", "--max-wait", "1s", "--db", db);

        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("longer than the longest wait of 1.0 s"), ran.err());
        assertFalse(ran.err().contains("internal error"), ran.err());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
