package paymap.crawl.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.crawl.PageTask;
import paymap.words.Words;

/** One request from its permit to its answer. */
final class InFlightRequest {

    /** What a request is for. */
    enum Purpose {
        ROBOTS,
        SESSION,
        PAGE
    }

    final Purpose purpose;
    final @Nullable PageTask page;

    /** The page that a session was opened for, and that the way in may show; null = it is for no session. */
    final @Nullable PageTask opensFor;

    final SessionKeeper.@Nullable Use use;

    /** When its permit was acquired, or last kept: what a site answered before that, it could have heeded. */
    Instant permitted;

    /** When it went on the wire; until that is known, when its permit was acquired. */
    Instant sentAt;

    private InFlightRequest(
            Purpose purpose,
            @Nullable PageTask page,
            @Nullable PageTask opensFor,
            SessionKeeper.@Nullable Use use,
            Instant permitted) {
        this.purpose = purpose;
        this.page = page;
        this.opensFor = opensFor;
        this.use = use;
        this.permitted = permitted;
        this.sentAt = permitted;
    }

    static InFlightRequest forRobots(Instant permitted) {
        return new InFlightRequest(Purpose.ROBOTS, null, null, null, permitted);
    }

    static InFlightRequest forSession(PageTask first, Instant permitted) {
        return new InFlightRequest(Purpose.SESSION, null, first, null, permitted);
    }

    static InFlightRequest forPage(PageTask page, SessionKeeper.Use use, Instant permitted) {
        return new InFlightRequest(Purpose.PAGE, page, null, use, permitted);
    }

    /** What it is for, to people. */
    String words() {
        return switch (purpose) {
            case ROBOTS -> "robots.txt";
            case SESSION -> Words.say("a session");
            case PAGE -> page == null ? Words.say("a page") : words(page);
        };
    }

    /** A page, to people. */
    static String words(PageTask page) {
        return Words.say("%s page %d", page.city(), page.page());
    }
}
