package paymap.crawl.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;

/** What a worker tells the crawl of a request; taken apart by {@link #match}. */
sealed interface Event {

    /** One case for each kind. */
    interface Cases {
        void asked(Asked question);

        void sent(Sent news);

        void completed(Completed end);

        void failed(Failed end);
    }

    /** Hands this to the case of its kind. */
    void match(Cases cases);

    /**
     * A request has its connection after a while, and its worker waits to hear whether it may still leave.
     *
     * @param answer until when it may; empty = not at all
     */
    record Asked(InFlightRequest request, CompletableFuture<Optional<Instant>> answer) implements Event {
        @Override
        public void match(Cases cases) {
            cases.asked(this);
        }
    }

    /** A request is on the wire. */
    record Sent(InFlightRequest request, Instant at) implements Event {
        @Override
        public void match(Cases cases) {
            cases.sent(this);
        }
    }

    /**
     * What a request came to.
     *
     * @param answeredAt when the answer began; null = none came
     */
    record Completed(
            InFlightRequest request,
            Outcome outcome,
            @Nullable Instant answeredAt) implements Event {
        @Override
        public void match(Cases cases) {
            cases.completed(this);
        }
    }

    /** A mistake of our own. */
    record Failed(Throwable mistake) implements Event {
        @Override
        public void match(Cases cases) {
            cases.failed(this);
        }
    }
}
