package paymap.importer.browser;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * The line to a browser of this machine. The next message is only taken from it when the last one has been heard, and of one
 * that is too long only the beginning is kept: the JDK's WebSocket hands messages over in parts, which OkHttp's does not.
 */
final class Line implements AutoCloseable {

    /**
     * What came over the line.
     *
     * @param text of a message, or its beginning
     * @param whole whether that is all of it
     * @param end whether no more comes
     */
    record Heard(String text, boolean whole, boolean end) {}

    private static final Heard END = new Heard("", true, true);

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(); // one message at most, and the end
    private final WebSocket socket;

    private Line(HttpClient client, URI address) throws BrowserTrouble, InterruptedException {
        this.socket = await(
                client.newWebSocketBuilder().connectTimeout(Limits.ANSWER).buildAsync(address, new Ears(heard)),
                address);
    }

    /** @throws BrowserTrouble if nobody answers there, or somebody who does not speak WebSocket */
    static Line to(Endpoint browser) throws BrowserTrouble, InterruptedException {
        return new Line(client(), browser.socket());
    }

    /** One that goes straight to this machine, whatever proxy there is. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(null))
                .connectTimeout(Limits.ANSWER)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static WebSocket await(Future<WebSocket> connecting, URI address)
            throws BrowserTrouble, InterruptedException {
        try {
            return connecting.get(Limits.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrowserTrouble(Words.say(
                    "what listens at port %d of this machine is no browser that can be read along with",
                    address.getPort()));
        }
    }

    /**
     * Says something; only one thread may.
     *
     * @throws IOException if nobody listens any more
     */
    void say(String json) throws IOException, InterruptedException {
        try {
            socket.sendText(json, true).get(Limits.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    /** Waits for a message at most so long; null = none came. The one before counts as heard. */
    @Nullable
    Heard next(Duration atMost) throws InterruptedException {
        Heard next = heard.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            if (!isGone()) {
                return null;
            }
            next = Objects.requireNonNullElse(heard.poll(), END); // what came before it went is still heard
        }
        if (!next.end) {
            socket.request(1);
        }
        return next;
    }

    /** The JDK does not always tell that the other side has gone without a word; it cannot be pinged then. */
    private boolean isGone() throws InterruptedException {
        try {
            socket.sendPing(ByteBuffer.allocate(0)).get(Limits.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return true;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Called by threads of the JDK, one after the other. */
    private static final class Ears implements WebSocket.Listener {
        private final BlockingQueue<Heard> heard;
        private StringBuilder text = new StringBuilder();
        private boolean whole = true;

        Ears(BlockingQueue<Heard> heard) {
            this.heard = heard;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            if (whole && text.length() + part.length() > Limits.MESSAGE) {
                text = new StringBuilder(text.substring(0, Math.min(text.length(), Limits.HEAD)));
                whole = false;
            }
            if (whole) {
                text.append(part);
            }
            if (last) {
                heard.add(new Heard(text.toString(), whole, false));
                text = new StringBuilder();
                whole = true;
            } else {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add(END);
        }
    }
}
