package paymap.page;

import java.time.InstantSource;
import java.util.stream.Collectors;
import paymap.page.live.Live;
import paymap.page.live.LiveFeed;
import paymap.page.web.EventSource;
import paymap.words.Language;

/** Sends one who watches what is under way. */
final class Progress implements EventSource {

    private final Live live;
    private final Language language;
    private final InstantSource clock;
    private final LiveFeed feed = new LiveFeed();

    Progress(Live live, Language language, InstantSource clock) {
        this.live = live;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public String next() {
        return feed.next(language.during(live::now), clock.instant()).stream()
                .map(LiveFeed.Event::wire)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        // Nothing is held: all who watch share one look.
    }
}
