package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.concurrent.CountDownLatch;

/** Takes a request and says nothing until it is closed. */
public final class SilentServer extends LocalServer {

    private final CountDownLatch visited = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    public void awaitVisitor() throws InterruptedException {
        visited.await();
    }

    @Override
    public void answer(HttpExchange exchange) {
        visited.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        super.close();
    }
}
