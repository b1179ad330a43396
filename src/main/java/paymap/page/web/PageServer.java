package paymap.page.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import paymap.page.web.Response.Events;
import paymap.page.web.Response.Whole;
import paymap.words.Words;

/** Serves the page on 127.0.0.1 alone, to the one browser that comes with the token first. */
public final class PageServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int WAITING = 128;
    private static final int BAD_REQUEST = 400;
    private static final int BUSY = 503;
    private static final Duration GLANCE = Duration.ofMillis(250);

    /** The JDK's server reads these once, when the first of a process is made. Seconds; what a request may take to come. */
    static {
        setUnlessSet("sun.net.httpserver.maxReqTime", "10");
        setUnlessSet("jdk.httpserver.maxConnections", "256");
        setUnlessSet("sun.net.httpserver.nodelay", "true"); // else the body waits 40 ms for the headers' receipt
    }

    private final Options options;
    private final HttpServer server;
    private final Answers answers;
    private final Streams streams;
    private final Gate gate;
    private final String token = Gate.secret();
    private final ThreadPoolExecutor threads = threads();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Instant lastUse;

    private PageServer(Options options, Routes routes) throws IOException {
        this.options = options;
        this.lastUse = options.clock().instant();
        this.answers = new Answers(routes, options.patience(), options.trouble());
        this.streams = new Streams(this::used, options.trouble());
        this.server = HttpServer.create(new InetSocketAddress(loopback(), options.port()), WAITING);
        this.gate = new Gate(server.getAddress().getPort(), token);
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws IOException when the port cannot be had
     */
    public static PageServer start(Options options, Routes routes) throws IOException {
        PageServer page = new PageServer(options, routes);
        page.server.createContext("/", page::handle);
        page.server.setExecutor(page.threads);
        page.server.start();
        return page;
    }

    /** The address to open, which lets one browser in, once. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?" + Gate.TOKEN + "=" + token);
    }

    /** Returns when it was closed, or nobody has used it for the idle time: by a request, or by what a watcher was sent. */
    public void await() throws InterruptedException {
        while (!closing.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            Instant idleFrom = lastUse.plus(options.idle());
            if (!options.clock().instant().isBefore(idleFrom)) {
                return;
            }
        }
    }

    /** Stops at once; answers under way are dropped. */
    @Override
    public void close() {
        closing.countDown();
        streams.close();
        server.stop(0);
        answers.close();
        threads.shutdownNow();
    }

    private void used() {
        lastUse = options.clock().instant();
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean handedOver = false;
        try {
            Response response = response(exchange);
            if (response instanceof Events events) {
                handedOver = streams.start(exchange, events.source());
                if (!handedOver) {
                    events.source().close();
                    Wire.send(exchange, tooManyWatch(exchange));
                }
            } else if (response instanceof Whole whole) {
                Wire.send(exchange, whole);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed meanwhile
        } finally {
            if (!handedOver) {
                exchange.close();
            }
        }
    }

    private Response response(HttpExchange exchange) throws InterruptedException {
        var accepted = Request.accepted(exchange.getRequestHeaders());
        Whole strange = accepted.during(() -> gate.strange(exchange));
        if (strange != null) {
            return strange;
        }
        Request request;
        try {
            request = accepted.during(() -> Request.of(exchange));
        } catch (IllegalArgumentException e) {
            return Whole.text(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        Whole unknown = request.language().during(() -> gate.unknown(request, exchange.getRequestHeaders()));
        if (unknown != null) {
            return unknown;
        }
        used();
        return answers.of(request);
    }

    private static Whole tooManyWatch(HttpExchange exchange) {
        return Request.accepted(exchange.getRequestHeaders())
                .during(() -> Whole.text(BUSY, Words.say("%d windows watch already; close one of them", Streams.MOST)));
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "paymap-serve");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
