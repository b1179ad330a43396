package paymap.torture.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.http.UntrustedServer;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.site.Trial.Came;

/** Addresses at which no site answers: names, ports, TLS. Nobody there says a word of HTTP. */
@Tag("torture")
class AddressesOfASiteTest {

    @TempDir
    Path folder;

    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void listen() throws Exception {
        SandboxSite sandbox = SandboxSite.start(SandboxOptions.defaults());
        open.add(sandbox);
        UntrustedServer untrusted = UntrustedServer.start(folder);
        open.add(untrusted);
        int nobody = free();
        addresses.put("a name that does not resolve", URI.create("http://nowhere.invalid"));
        addresses.put("a name that does not resolve, TLS", URI.create("https://nowhere.invalid"));
        addresses.put("a port nobody listens at", local("http", nobody));
        addresses.put("a port nobody listens at, TLS", local("https", nobody));
        addresses.put("TLS where there is none", local("https", sandbox.uri().getPort()));
        addresses.put("none where there is TLS", local("http", untrusted.uri().getPort()));
        addresses.put("a certificate signed by itself", untrusted.uri());
        addresses.put("garbage in place of a handshake", local("https", speaking("\0\u0001garbage\r\n")));
        addresses.put("somebody who speaks first, SSH", local("http", speaking("SSH-2.0-made-up\r\n")));
        addresses.put("somebody who takes connections and never reads", local("http", silent()));
        addresses.put("the same, TLS", local("https", silent()));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachEndsInASentenceWithoutAStore() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(addresses.size());
        Table table = new Table("address", "exit", "s", "MB", "first line of stderr");
        List<String> wrong = new ArrayList<>();
        try {
            Map<String, Future<Came>> running = new LinkedHashMap<>();
            addresses.forEach((name, uri) -> {
                Path own = folder.resolve("of" + running.size());
                running.put(name, threads.submit(() -> new Trial(Files.createDirectory(own), uri, 45).alone()));
            });
            for (Map.Entry<String, Future<Came>> each : running.entrySet()) {
                Came came = each.getValue().get();
                table.add(each.getKey(), came.exitCode(), Math.round(came.seconds()), came.peakMb(), came.firstLine());
                List<String> bad = new ArrayList<>(Told.wrong(came.err() + came.out()));
                if (came.exitCode() != 1 || came.firstLine().isBlank()) {
                    bad.add("exit code " + came.exitCode());
                }
                if (!bad.isEmpty()) {
                    wrong.add(each.getKey() + ": " + bad + " " + came.err());
                }
            }
        } finally {
            threads.shutdownNow();
            table.write("addresses");
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        assertEquals(0, ((UntrustedServer) open.get(1)).requests(), "somebody who is not trusted was asked");
    }

    private static URI local(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket); // the system takes connections for it
        return socket.getLocalPort();
    }

    private int speaking(String words) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(listening);
        Thread thread = new Thread(
                () -> {
                    while (!listening.isClosed()) {
                        try (Socket socket = listening.accept()) {
                            new Line(socket).send(words);
                            new Line(socket).isGoneWithin(1000);
                        } catch (IOException e) {
                            // The client has had enough, or the test is over.
                        }
                    }
                },
                "speaks-first");
        thread.setDaemon(true);
        thread.start();
        return listening.getLocalPort();
    }
}
