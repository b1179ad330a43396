package paymap.crawl.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Departure;
import paymap.pace.OnTheWay;

/**
 * A request's turn, on the worker's thread. A permit that has grown old while its request was connecting may be another's
 * by now, or the site may have refused meanwhile, so the crawl is asked to look at the pace again before anything is written.
 */
final class Turn implements Departure {

    private final InFlightRequest request;
    private final InstantSource clock;
    private final Consumer<Event> report;
    private Instant freshUntil;
    private @Nullable Instant answeredAt;

    /** @param freshUntil so long nobody needs to be asked */
    Turn(InFlightRequest request, Instant freshUntil, InstantSource clock, Consumer<Event> report) {
        this.request = request;
        this.freshUntil = freshUntil;
        this.clock = clock;
        this.report = report;
    }

    @Override
    public boolean mayLeave() {
        while (!clock.instant().isBefore(freshUntil)) { // looked at again: the answer may come to a thread that is late
            Optional<Instant> again = ask();
            if (again.isEmpty()) {
                return false;
            }
            freshUntil = again.get();
        }
        return true;
    }

    private Optional<Instant> ask() {
        CompletableFuture<Optional<Instant>> answer = new CompletableFuture<>();
        report.accept(new Event.Asked(request, answer));
        try {
            return answer.get(OnTheWay.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty(); // the crawl waits for its store, and nobody knows whose turn it is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void left(Instant at) {
        report.accept(new Event.Sent(request, at));
    }

    @Override
    public void answered(Instant at) {
        answeredAt = at;
    }

    /** When the answer began; null = it has not. */
    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
