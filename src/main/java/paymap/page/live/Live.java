package paymap.page.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Look;
import paymap.crawl.watch.Rhythm;

/** Looks at what is under way, for everybody who watches together: however many they are, the store is read once a second. */
public final class Live {

    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private final Supplier<Activity> store;
    private final InstantSource clock;
    private final Rhythm rhythm = new Rhythm();
    private @Nullable Activity last;
    private Instant readAt = Instant.EPOCH;

    /**
     * @param store reads what is under way; called by one thread at a time, what it throws goes on to whoever watches
     * @param clock this machine's, which never goes back
     */
    public Live(Supplier<Activity> store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is under way, at most a second old, in the language of the caller; from any thread. */
    public synchronized Shown now() {
        Instant now = clock.instant();
        Activity activity = last;
        if (activity == null || !now.isBefore(readAt.plus(BETWEEN_READS))) {
            activity = store.get();
            last = activity;
            readAt = now;
            rhythm.see(activity);
        }
        List<Look> looks = Look.at(activity, rhythm);
        return new Shown(LiveHtml.of(activity, looks), Aloud.of(activity, looks));
    }

    /**
     * What is under way, as it is shown.
     *
     * @param html a piece of a page, with every text in it escaped
     * @param aloud the same in short, as plain text, of which only large steps are a change
     */
    public record Shown(String html, String aloud) {}
}
