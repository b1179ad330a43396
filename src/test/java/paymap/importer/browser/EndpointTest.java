package paymap.importer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;

@Timeout(60)
class EndpointTest {

    @TempDir
    private Path folder;

    @Test
    void aBrowserTellsWhereItListens() throws Exception {
        try (WebSocketServer server = new WebSocketServer((any, message) -> {})) {
            assertEquals(server.endpoint(), Endpoint.at(server.port()));
        }
    }

    @Test
    void nobodyGoesWhereAnotherHostIsNamed() throws Exception {
        try (WebSocketServer server = new WebSocketServer((any, message) -> {})) {
            server.says("{\"webSocketDebuggerUrl\":\"ws://made-up.example:7/devtools/browser/x\"}");

            assertEquals(
                    "ws://127.0.0.1:" + server.port() + "/devtools/browser/x",
                    Endpoint.at(server.port()).socket().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"webSocketDebuggerUrl\":\"ws://127.0.0.1:1/devtools/page/x\"}"})
    void whatIsNoBrowserIsNamed(String answer) throws Exception {
        try (WebSocketServer server = new WebSocketServer((any, message) -> {})) {
            server.says(answer);

            assertEquals(
                    "what listens at port " + server.port()
                            + " of this machine is no browser that can be read along with",
                    assertThrows(BrowserTrouble.class, () -> Endpoint.at(server.port()))
                            .getMessage());
        }
    }

    @Test
    void whoSpeaksNoWebSocketIsNamed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try {
                    socket.accept().close();
                } catch (java.io.IOException e) {
                    // The test is over.
                }
            });
            hangsUp.start();

            Endpoint endpoint = new Endpoint(socket.getLocalPort(), WebSocketServer.PATH);

            assertThrows(BrowserTrouble.class, () -> BrowserVisit.of(endpoint, new Collected.MadeUpPages(), ""));
            hangsUp.join();
        }
    }

    @Test
    void aPortThatSomebodyElseHasIsNotCalledFree() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try {
                    while (true) {
                        socket.accept().close();
                    }
                } catch (IOException e) {
                    // the test is over
                }
            });
            hangsUp.start();
            int port = socket.getLocalPort();

            assertEquals(
                    "what listens at port " + port + " of this machine is no browser that can be read along with",
                    assertThrows(BrowserTrouble.class, () -> Endpoint.at(port)).getMessage());
        }
    }

    @Test
    void nobodyThereIsNamed() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertEquals(
                "nobody listens at port " + port + " of this machine; start the browser with --remote-debugging-port="
                        + port + " and a --user-data-dir of its own",
                assertThrows(BrowserTrouble.class, () -> Endpoint.at(port)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4711",
                "4711\n",
                "4711\n/devtools/page/x",
                "x\n/devtools/browser/x",
                "471100\n/devtools/browser/x"
            })
    void aProfileThatTellsNothingYetIsLookedAtAgain(String text) throws Exception {
        Files.writeString(folder.resolve("DevToolsActivePort"), text);

        assertEquals(Optional.empty(), Endpoint.of(folder));
    }

    @Test
    void aProfileTellsThePort() throws Exception {
        Files.writeString(folder.resolve("DevToolsActivePort"), "4711\n/devtools/browser/0-a");

        assertEquals(Optional.of(new Endpoint(4711, "/devtools/browser/0-a")), Endpoint.of(folder));
    }
}
