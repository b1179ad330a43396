package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import paymap.importer.browser.WebSocketServer;
import tools.jackson.databind.json.JsonMapper;

/** Between paymap and a browser: records what the one says, and hands on everything. */
final class Relay implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebSocketServer server;
    private final WebSocket browser;
    private final BlockingQueue<String> enabled = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    Relay(int port) throws Exception {
        String version = new String(
                URI.create("http://127.0.0.1:" + port + "/json/version")
                        .toURL()
                        .openStream()
                        .readAllBytes(),
                UTF_8);
        String address = JSON.readTree(version).path("webSocketDebuggerUrl").asString();
        browser = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
        server = new WebSocketServer((any, message) -> {
            browser.sendText(message, true).join();
            if (message.contains("Network.enable")) {
                enabled.add(message);
            }
        });
    }

    int port() {
        return server.port();
    }

    /** As a browser does that is closed. */
    void end() throws IOException {
        server.end();
    }

    void awaitTabs() throws InterruptedException {
        enabled.take();
    }

    Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        server.heard()
                .forEach(said -> methods.add(JSON.readTree(said).path("method").asString()));
        return methods;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                server.send(text.toString());
            } catch (IOException e) {
                // paymap has gone.
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public void close() {
        browser.abort();
        server.close();
    }
}
