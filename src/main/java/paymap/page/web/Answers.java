package paymap.page.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.page.web.Response.Events;
import paymap.page.web.Response.Whole;
import paymap.words.Words;

/** Asks the handlers, on threads of their own, and no longer than a person waits. Whatever they do, there is an answer. */
final class Answers {

    private static final int THREADS = 16;
    private static final int WAITING = 64;
    private static final int BAD_REQUEST = 400;
    private static final int BROKEN = 500;
    private static final int BUSY = 503;

    private final Routes routes;
    private final Duration patience;
    private final Consumer<Throwable> trouble;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "paymap-page");
                thread.setDaemon(true);
                return thread;
            });

    /** @param trouble told what handlers throw that they may not */
    Answers(Routes routes, Duration patience, Consumer<Throwable> trouble) {
        this.routes = routes;
        this.patience = patience;
        this.trouble = trouble;
        threads.allowCoreThreadTimeOut(true);
    }

    Response of(Request request) throws InterruptedException {
        AtomicBoolean decided = new AtomicBoolean();
        Future<@Nullable Response> answer;
        try {
            answer = threads.submit(() -> inTime(request, decided));
        } catch (RejectedExecutionException e) {
            return request.language()
                    .during(() -> Whole.text(BUSY, Words.say("Too much is asked at once; try again in a moment")));
        }
        try {
            Response response = wait(answer, decided);
            return response == null ? request.language().during(Answers::late) : response;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return request.language().during(() -> failed(cause));
        }
    }

    void close() {
        threads.shutdownNow();
    }

    /** @return null = it took too long */
    private @Nullable Response wait(Future<@Nullable Response> answer, AtomicBoolean decided)
            throws InterruptedException, ExecutionException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (decided.compareAndSet(false, true)) {
                answer.cancel(true);
                return null;
            }
            return answer.get(); // it came at the last moment, and is about to be handed over
        }
    }

    /** Nobody is left to close events that come too late. */
    private @Nullable Response inTime(Request request, AtomicBoolean decided) {
        Response response = request.language().during(() -> routes.answer(request));
        if (decided.compareAndSet(false, true)) {
            return response;
        }
        if (response instanceof Events events) {
            events.source().close();
        }
        return null;
    }

    private Response failed(Throwable cause) {
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return Whole.text(BAD_REQUEST, cause.getMessage());
        }
        trouble.accept(cause);
        return Whole.text(BROKEN, Words.say("This could not be answered; paymap serve tells why where it was started"));
    }

    private static Whole late() {
        return Whole.text(BUSY, Words.say("This took too long and was given up; ask for less, or try again"));
    }
}
