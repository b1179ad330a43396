package paymap.torture.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that nobody was told to ask; it counts who does. */
final class Elsewhere implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger asked = new AtomicInteger();

    Elsewhere() throws IOException {
        Thread thread = new Thread(this::listen, "elsewhere");
        thread.setDaemon(true);
        thread.start();
    }

    /** Another name of this machine, so that its host differs too. */
    String address() {
        return "http://localhost:" + listening.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                listening.accept().close();
                asked.incrementAndGet();
            } catch (IOException e) {
                return; // it is over
            }
        }
    }
}
