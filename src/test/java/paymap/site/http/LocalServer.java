package paymap.site.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that remembers what it was sent; a subclass answers, well or badly. */
public abstract class LocalServer implements AutoCloseable {

    /** A request as it arrived. */
    public record Received(String method, String path, String query, Map<String, List<String>> headers, String body) {

        /** null = it was not sent. */
        public String header(String name) {
            List<String> values = headers.get(
                    name.substring(0, 1).toUpperCase() + name.substring(1).toLowerCase());
            return values == null ? null : String.join(" | ", values);
        }

        public Map<String, String> form() {
            return fields(body);
        }

        public Map<String, String> parameters() {
            return fields(query);
        }

        private static Map<String, String> fields(String encoded) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                fields.put(
                        URLDecoder.decode(parts[0], UTF_8),
                        parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
            }
            return fields;
        }
    }

    static {
        // As the sandbox does it, and for its sake too: the JDK reads this once, for all servers of a process.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public abstract void answer(HttpExchange exchange) throws IOException;

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    asked.getRawPath(),
                    asked.getRawQuery() == null ? "" : asked.getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            answer(exchange);
        }
    }
}
