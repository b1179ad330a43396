package paymap.site.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import paymap.site.sandbox.board.BoardRow;
import paymap.site.sandbox.data.Recruiter;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.era.ClientKey;
import paymap.site.sandbox.era.KeyPair;
import paymap.site.sandbox.era.Secrets;
import paymap.site.sandbox.era.Sessions;
import paymap.site.sandbox.web.Refusals;
import paymap.site.sandbox.web.Reply;

/**
 * The made-up job site, running. It listens on 127.0.0.1 only and serves up to 64 requests at once; all methods are safe
 * for many threads.
 */
public final class SandboxSite implements AutoCloseable {
    /** Each value of a made-up recruiter that has room for it contains one of these. */
    public static final List<String> PERSONAL_MARKERS = Recruiter.MARKERS;

    /** The reader's address as refusals give it, from a range kept for documentation (RFC 5737). */
    public static final String CLIENT_IP = Refusals.CLIENT_IP;

    /** The IV of all that is encrypted, its own and not Lagou's. */
    public static final String IV = ClientKey.IV;

    private static final int THREADS = 64;
    private static final int WAITING = 1024;
    private static final long IDLE_SECONDS = 10;

    static {
        // Without it small replies wait for the reader's delayed ACK, 40 ms each. Read once, by the JDK's server.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final SandboxOptions options;
    private final HttpServer server;
    private final ThreadPoolExecutor threads = threads();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RequestLog log;
    private final Sessions sessions;
    private final Secrets secrets;
    private final RequestHandler handler;

    private SandboxSite(SandboxOptions options, InstantSource clock, Consumer<LoggedRequest> listener)
            throws IOException {
        this.options = options;
        this.log = new RequestLog(listener);
        this.sessions = new Sessions(options.sessionPages);
        this.secrets = new Secrets(options.secretLife, options.sessionPages, clock);
        this.handler = new RequestHandler(options, clock, sessions, secrets, log);
        this.server = HttpServer.create(new InetSocketAddress(loopback(), options.port), WAITING);
    }

    /**
     * Starts the site; it answers when this returns.
     *
     * @throws IOException when the port cannot be had; the message names it
     */
    public static SandboxSite start(SandboxOptions options) throws IOException {
        return start(options, InstantSource.system());
    }

    /** Starts the site with a clock of one's own, which decides about the limit and dates the log. */
    public static SandboxSite start(SandboxOptions options, InstantSource clock) throws IOException {
        return start(options, clock, request -> {});
    }

    /**
     * The same.
     *
     * @param listener told of each request before it is answered, one at a time; the others wait for it
     */
    public static SandboxSite start(SandboxOptions options, InstantSource clock, Consumer<LoggedRequest> listener)
            throws IOException {
        try {
            SandboxSite site = new SandboxSite(options, clock, listener);
            site.server.createContext("/", site::handle);
            site.server.setExecutor(site.threads);
            site.server.start();
            return site;
        } catch (IOException e) {
            throw new IOException(
                    "The sandbox could not open port " + options.port + " on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /** The address of the site, without a slash at its end, e.g. {@code http://127.0.0.1:41234}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The public key of all made-up sites, for the encrypted era, as PEM. */
    public static String publicKey() {
        return KeyPair.ours().pem();
    }

    /**
     * What a board shows on a page of a list, adverts in front of it included; of Lagou nothing.
     *
     * @param city as the site writes it, e.g. 北京
     * @param page from 1
     */
    public List<BoardRow> shown(String city, String keyword, int page) {
        return handler.shown(new Search(city, keyword), page);
    }

    /** The last ten thousand requests, the oldest first. */
    public List<LoggedRequest> log() {
        return log.requests();
    }

    /** What the site has done since it was started. */
    public SandboxCounters counters() {
        return log.counters(sessions.opened() + secrets.made());
    }

    /** Stops at once; replies under way are dropped. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Reply reply = handler.reply(exchange);
            if (!options.latency.isZero() && closing.await(options.latency.toNanos(), TimeUnit.NANOSECONDS)) {
                return; // the site was closed meanwhile
            }
            reply.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "sandbox");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
