package paymap.torture.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Raw sockets before a sound site: they pass on its replies, and damage those that are to be. One request a connection. */
public final class DamagedSite implements AutoCloseable {

    private static final int WAITING = 100;

    private final ServerSocket listening = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "damaged-site");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger damaged = new AtomicInteger();
    private final int soundPort;
    private final Fault fault;
    private final Predicate<Asked> when;

    /** @param sound the site that has the replies */
    public DamagedSite(URI sound, Fault fault, Predicate<Asked> when) throws IOException {
        this.soundPort = sound.getPort();
        this.fault = fault;
        this.when = when;
        threads.execute(this::listen);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Requests that came, whatever they were answered. */
    int requests() {
        return requests.get();
    }

    int damaged() {
        return damaged.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // it is over
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            Asked asked = Asked.read(socket.getInputStream());
            if (asked == null) {
                return;
            }
            requests.incrementAndGet();
            Good good = Good.of(sound(asked));
            Line line = new Line(socket);
            if (isDamaged(asked)) {
                damaged.incrementAndGet();
                fault.damage().send(asked, good, line);
            } else {
                line.send(good.bytes());
            }
        } catch (IOException e) {
            // The client has had enough, which is one of the things that are tried.
        } finally {
            open.remove(socket);
        }
    }

    private synchronized boolean isDamaged(Asked asked) {
        return when.test(asked);
    }

    private byte[] sound(Asked asked) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), soundPort)) {
            socket.getOutputStream().write(asked.lastOfItsConnection());
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }
}
