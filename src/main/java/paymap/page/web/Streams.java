package paymap.page.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Those who watch, each on a thread of its own, until the browser goes or all is closed. */
final class Streams {

    static final int MOST = 8;

    /** Two heartbeats: the first to a browser that has gone still goes into the void. */
    private static final Duration UNTIL_SEEN_GONE = Duration.ofSeconds(3);

    /** A comment, as the standard of server-sent events has it: it shows whether the browser is still there. */
    private static final String HEARTBEAT = ": \n\n";

    private final Semaphore free = new Semaphore(MOST);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Runnable sent;
    private final Consumer<Throwable> trouble;

    /**
     * @param sent told whenever something new was sent
     * @param trouble told what a source throws
     */
    Streams(Runnable sent, Consumer<Throwable> trouble) {
        this.sent = sent;
        this.trouble = trouble;
    }

    /**
     * Waits a moment for room: that a browser has gone on to another page shows a second or two later.
     *
     * @return false = there are too many, and nothing was done
     */
    boolean start(HttpExchange exchange, EventSource source) throws InterruptedException {
        if (!free.tryAcquire(UNTIL_SEEN_GONE.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        Thread thread = new Thread(() -> run(exchange, source), "paymap-events");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Ends all within about a second. */
    void close() {
        closing.countDown();
    }

    private void run(HttpExchange exchange, EventSource source) {
        try (exchange;
                source) {
            Wire.sendEvents(exchange);
            if (exchange.getRequestMethod().equals("GET")) {
                send(exchange.getResponseBody(), source);
            }
        } catch (IOException e) {
            // The browser has gone, which is how this ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble.accept(e);
        } finally {
            free.release();
        }
    }

    private void send(OutputStream out, EventSource source) throws IOException, InterruptedException {
        do {
            String next = source.next();
            out.write((next.isEmpty() ? HEARTBEAT : next).getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (!next.isEmpty()) {
                sent.run();
            }
        } while (!closing.await(1, TimeUnit.SECONDS));
    }
}
