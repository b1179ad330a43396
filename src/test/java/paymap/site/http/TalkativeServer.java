package paymap.site.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Keeps connections open, and sends a second reply, which nobody asked for, after each. */
public final class TalkativeServer implements AutoCloseable {

    private final ServerSocket listening;

    public TalkativeServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> serve(socket));
            } catch (SocketException e) {
                return; // the test is over
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String path = line.split(" ")[1];
                while (!in.readLine().isEmpty()) {} // the requests of this test have no body
                String both = reply("reply to " + path) + reply("the reply that nobody asked for");
                socket.getOutputStream().write(both.getBytes(UTF_8));
            }
        } catch (IOException e) {
            // The client has had enough.
        }
    }

    private static String reply(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "talkative-server");
        thread.setDaemon(true);
        thread.start();
    }
}
