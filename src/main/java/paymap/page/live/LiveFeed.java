package paymap.page.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one who watches is sent: what changed, at most once a second, and aloud at most once in ten. Not for several threads. */
public final class LiveFeed {

    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    /** What an event carries. */
    public enum Kind {
        /** The HTML in the section. */
        SHOWN,
        /** Plain text to be read aloud. */
        ALOUD;

        /** Its name, as the script of the page knows it. */
        public String code() {
            return this == SHOWN ? "shown" : "aloud";
        }
    }

    /** An event for the browser. */
    public record Event(Kind kind, String data) {

        /** As server-sent events are written, a blank line at its end. */
        public String wire() {
            StringBuilder wire = new StringBuilder("event: " + kind.code() + "\n");
            data.lines().forEach(line -> wire.append("data: ").append(line).append('\n'));
            return wire.append('\n').toString();
        }
    }

    private @Nullable String shown;
    private @Nullable String aloud;
    private Instant shownAt = Instant.MIN;
    private Instant aloudAt = Instant.MIN;

    /**
     * What is to be sent now. The page may be older than the feed, so the first thing is what stands now; it is not read
     * aloud, as the page has just been.
     *
     * @param now what is under way
     * @param at the time, never earlier than before
     * @return empty = nothing
     */
    public List<Event> next(Live.Shown now, Instant at) {
        List<Event> events = new ArrayList<>();
        if (!now.html().equals(shown) && isLongAgo(shownAt, at, BETWEEN_CHANGES)) {
            events.add(new Event(Kind.SHOWN, now.html()));
            shown = now.html();
            shownAt = at;
        }
        if (aloud == null) {
            aloud = now.aloud();
            aloudAt = at;
        } else if (!now.aloud().equals(aloud) && isLongAgo(aloudAt, at, BETWEEN_WORDS)) {
            events.add(new Event(Kind.ALOUD, now.aloud()));
            aloud = now.aloud();
            aloudAt = at;
        }
        return events;
    }

    private static boolean isLongAgo(Instant before, Instant at, Duration least) {
        return before.equals(Instant.MIN) || !at.isBefore(before.plus(least));
    }
}
