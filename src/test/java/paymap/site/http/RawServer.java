package paymap.site.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Answers each connection with bytes of the test's choice, whether or not they are HTTP, and closes it. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listening;

    public RawServer(String bytes) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(bytes), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve(String bytes) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                readHead(socket.getInputStream());
                socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // The client has had enough, or the test is over.
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        for (int b = in.read(); b >= 0 && newlines < 2; b = newlines < 2 ? in.read() : -1) {
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
    }
}
