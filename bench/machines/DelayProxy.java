import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts distance between a client and a server on loopback: whatever arrives leaves half a round trip later. Each direction
 * of each connection has a queue of its own, so that what is under way delays nothing else.
 */
final class DelayProxy implements AutoCloseable {

    private record Chunk(byte[] bytes, long due) {}

    private static final Chunk END = new Chunk(new byte[0], 0);

    private final ServerSocket server;
    private final int target;
    private final long delay;

    /** @param roundTrip in ns, added */
    DelayProxy(int target, long roundTrip) throws IOException {
        this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        this.target = target;
        this.delay = roundTrip / 2;
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket backend = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            pump(client, backend);
            pump(backend, client);
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        daemon(() -> {
            byte[] buffer = new byte[64 * 1024];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    underWay.add(new Chunk(Arrays.copyOf(buffer, n), System.nanoTime() + delay));
                }
            } finally {
                underWay.add(END);
            }
        });
        daemon(() -> {
            try (to) {
                for (Chunk next = underWay.take(); next != END; next = underWay.take()) {
                    for (long left = next.due - System.nanoTime(); left > 0; left = next.due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.write(next.bytes);
                }
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // One end is gone; so is the connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
