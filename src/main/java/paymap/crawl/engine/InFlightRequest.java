package paymap.crawl.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;

/** One request from its turn to its answer. */
final class InFlightRequest {

    /** What a request is for. */
    enum Purpose {
        ROBOTS,
        SESSION,
        PAGE
    }

    /** What a worker tells the crawl: that a request is on the wire, what it came to, or a mistake of our own. */
    record Event(
            InFlightRequest request,
            @Nullable Instant onWire,
            @Nullable Outcome outcome,
            @Nullable Throwable mistake) {

        static Event sent(InFlightRequest request, Instant at) {
            return new Event(request, at, null, null);
        }

        static Event completed(InFlightRequest request, Outcome outcome) {
            return new Event(request, null, outcome, null);
        }

        static Event failed(InFlightRequest request, Throwable mistake) {
            return new Event(request, null, null, mistake);
        }
    }

    final Purpose purpose;
    final @Nullable PageTask page;
    final SessionKeeper.@Nullable Use use;

    /** When it went on the wire; until that is known, when its turn was taken. */
    Instant sentAt;

    private InFlightRequest(Purpose purpose, @Nullable PageTask page, SessionKeeper.@Nullable Use use, Instant turn) {
        this.purpose = purpose;
        this.page = page;
        this.use = use;
        this.sentAt = turn;
    }

    static InFlightRequest forRobots(Instant turn) {
        return new InFlightRequest(Purpose.ROBOTS, null, null, turn);
    }

    static InFlightRequest forSession(Instant turn) {
        return new InFlightRequest(Purpose.SESSION, null, null, turn);
    }

    static InFlightRequest forPage(PageTask page, SessionKeeper.Use use, Instant turn) {
        return new InFlightRequest(Purpose.PAGE, page, use, turn);
    }

    @Override
    public String toString() {
        return switch (purpose) {
            case ROBOTS -> "robots.txt";
            case SESSION -> "a session";
            case PAGE -> page == null ? "a page" : page.city() + " page " + page.page();
        };
    }
}
