package paymap.pmap.banner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Talks to whoever connects, one after the other, and writes down what it hears. */
public final class TalkingServer implements AutoCloseable {

    /** What it does with one connection, which is closed afterwards. */
    public interface Talk {
        void with(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server = new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CountDownLatch talked = new CountDownLatch(1);

    public TalkingServer(Talk talk) throws IOException {
        Thread thread = new Thread(() -> serve(talk), "talking-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that, and listens until the other side leaves. */
    public static TalkingServer saying(String text) throws IOException {
        return new TalkingServer((in, out) -> {
            out.write(text.getBytes(UTF_8));
            in.transferTo(OutputStream.nullOutputStream());
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it has heard of all connections. */
    public String heard() {
        synchronized (heard) {
            return heard.toString(UTF_8);
        }
    }

    /** Until the first connection is over. */
    void await() throws InterruptedException {
        talked.await(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Talk talk) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk.with(new Noting(socket.getInputStream()), socket.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // The other side has left, or the test is over.
            } finally {
                talked.countDown();
            }
        }
    }

    private final class Noting extends FilterInputStream {
        Noting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                note(new byte[] {(byte) next}, 0, 1);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            note(bytes, from, Math.max(0, count));
            return count;
        }

        private void note(byte[] bytes, int from, int count) {
            synchronized (heard) {
                heard.write(bytes, from, count);
            }
        }
    }
}
