package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlListener.Wait;
import paymap.crawl.CrawlListener.WaitKind;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.pace.Workers;

/** The requests of one crawl from their permits to their answers, on the crawl's own thread. */
final class RequestsUnderWay implements Event.Cases {

    /** Shorter waits are no news: most answers come within a second, and a first retry after half of one. */
    static final Duration WORTH_TELLING = Duration.ofSeconds(3);

    private final CrawlState crawl;
    private final Workers<Event> workers;
    private final Set<InFlightRequest> requests = new LinkedHashSet<>(); // in the order of their permits
    private @Nullable InFlightRequest leaving; // not on the wire yet; where an interval is kept, the next waits for it

    RequestsUnderWay(CrawlState crawl, Workers<Event> workers) {
        this.crawl = crawl;
        this.workers = workers;
    }

    boolean mayStart() {
        boolean inTurn = leaving == null || crawl.throttle.interval().isZero();
        return inTurn && requests.size() < workers.size();
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    long pages() {
        return requests.stream().filter(request -> request.page != null).count();
    }

    /** @param call to the site, on a worker's thread */
    void start(InFlightRequest request, Function<Departure, Outcome> call) {
        requests.add(request);
        leaving = request;
        Instant freshUntil = crawl.throttle.freshUntil();
        workers.start(report -> {
            try {
                Turn turn = new Turn(request, freshUntil, crawl.clock, report);
                Outcome outcome = call.apply(turn);
                report.accept(new Event.Completed(request, outcome, turn.answeredAt()));
            } catch (RuntimeException | Error e) {
                report.accept(new Event.Failed(e)); // silence would leave the crawl waiting for ever
            }
        });
    }

    @Override
    public void asked(Event.Asked question) {
        InFlightRequest request = question.request();
        if (request == leaving && !crawl.hasEnded() && crawl.throttle.keepOrAcquire()) {
            request.permitted = crawl.clock.instant();
            question.answer().complete(Optional.of(crawl.throttle.freshUntil()));
        } else {
            question.answer().complete(Optional.empty());
        }
    }

    @Override
    public void sent(Event.Sent news) {
        news.request().sentAt = news.at();
        crawl.tally.sent();
        crawl.known.sent();
        gone(news.request());
    }

    @Override
    public void completed(Event.Completed end) {
        gone(end.request());
        requests.remove(end.request());
        if (crawl.known.isCold()) {
            Instant answered = end.answeredAt(); // the site counted it no later
            crawl.throttle.noSoonerThanAfter(answered == null ? crawl.clock.instant() : answered);
        }
    }

    @Override
    public void failed(Event.Failed end) {
        throw new IllegalStateException("a worker failed", end.mistake());
    }

    private void gone(InFlightRequest request) {
        if (request == leaving) {
            leaving = null;
            crawl.throttle.sent(request.sentAt);
        }
    }

    /** What the oldest is waited for; null = none is, or not for long. */
    @Nullable
    Wait unanswered(Instant now) {
        if (requests.isEmpty()) {
            return null;
        }
        InFlightRequest oldest = requests.iterator().next();
        Duration soFar = Duration.between(oldest.sentAt, now);
        return soFar.compareTo(WORTH_TELLING) < 0 ? null : new Wait(WaitKind.ANSWER, oldest.words(), soFar, null);
    }
}
