package paymap.site.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers each connection with bytes of the test's choice, whether or not they are HTTP, and closes it. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final boolean isPatient;
    private final CountDownLatch hungUp = new CountDownLatch(1);

    public RawServer(String bytes) throws IOException {
        this(bytes, false);
    }

    /** One that leaves it to the client to close the connection. */
    static RawServer patient(String bytes) throws IOException {
        return new RawServer(bytes, true);
    }

    private RawServer(String bytes, boolean isPatient) throws IOException {
        this.isPatient = isPatient;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(bytes), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Whether a client closes its connection, within ten seconds. */
    boolean isHungUpOn() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
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
                if (isPatient && socket.getInputStream().read() < 0) {
                    hungUp.countDown();
                }
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
