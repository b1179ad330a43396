package paymap.page.live;

import java.time.InstantSource;
import java.util.stream.Collectors;
import paymap.page.web.EventSource;
import paymap.page.web.Handler;
import paymap.page.web.Request;
import paymap.page.web.Response;
import paymap.words.Language;

/** Sends what changes of what is under way, to each who watches in the language of their page. */
public final class LiveHandler implements Handler {

    private final Live live;
    private final InstantSource clock;

    /**
     * @param live shared by all who watch
     * @param clock as that of {@code live}
     */
    public LiveHandler(Live live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        return new Response.Events(new Watching(request.language()));
    }

    private final class Watching implements EventSource {
        private final LiveFeed feed = new LiveFeed();
        private final Language language;

        Watching(Language language) {
            this.language = language;
        }

        @Override
        public String next() {
            return language.during(() -> feed.next(live.now(), clock.instant()).stream()
                    .map(LiveFeed.Event::wire)
                    .collect(Collectors.joining()));
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
