package paymap.page.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.page.live.LiveFeed.Event;
import paymap.page.live.LiveFeed.Kind;

/** When a change is sent. */
class LiveFeedTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    private final LiveFeed feed = new LiveFeed();

    @Test
    void whatStandsNowIsSentFirstAndNotReadAloud() {
        assertEquals(List.of(new Event(Kind.SHOWN, "one")), at(0, "one", "a"));
        assertEquals(List.of(), at(60_000, "one", "a"));
    }

    @Test
    void changesAreSentAtMostOnceASecondAndTheLastIsNeverLost() {
        at(0, "one", "a");

        assertEquals(List.of(), at(400, "two", "a"));
        assertEquals(List.of(), at(999, "three", "a"));
        assertEquals(List.of(new Event(Kind.SHOWN, "three")), at(1000, "three", "a"));
        assertEquals(List.of(), at(1999, "one", "a"));
        assertEquals(List.of(new Event(Kind.SHOWN, "one")), at(2000, "one", "a"));
    }

    @Test
    void wordsAreSaidAtMostOnceInTenSeconds() {
        at(0, "one", "a");

        assertEquals(List.of(), at(9_999, "one", "b"));
        assertEquals(List.of(new Event(Kind.ALOUD, "c")), at(10_000, "one", "c"));
        assertEquals(List.of(), at(19_999, "one", "d"));
        assertEquals(List.of(), at(20_000, "one", "c"), "it is what was said last");
    }

    @Test
    void noTextEndsAnEventOrBeginsAnother() {
        assertEquals("event: shown\ndata: a\ndata: \ndata: b\n\n", new Event(Kind.SHOWN, "a\n\nb\n").wire());
        assertEquals("event: aloud\ndata: x\ndata: event: y\n\n", new Event(Kind.ALOUD, "x\revent: y").wire());
    }

    private List<Event> at(long millis, String html, String aloud) {
        return feed.next(new Live.Shown(html, aloud), START.plusMillis(millis));
    }
}
