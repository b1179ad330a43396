package paymap.page.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Seen;
import paymap.page.web.EventSource;
import paymap.page.web.Request;
import paymap.page.web.Response;
import paymap.words.Language;

/** What a browser is sent. */
class LiveHandlerTest {

    private Instant now = Seen.START;
    private Activity activity = Seen.after(Duration.ZERO, Duration.ZERO);
    private final Live live = new Live(() -> activity, () -> now);
    private final LiveHandler handler = new LiveHandler(live, () -> now);

    @Test
    void eachWhoWatchesHasItsOwnLanguageAndIsSentOnlyChanges() {
        EventSource english = watch(Language.ENGLISH);
        EventSource chinese = watch(Language.CHINESE);

        assertEquals("event: shown\ndata: <p>Nothing is under way.</p>\n\n", english.next());
        assertEquals("event: shown\ndata: <p>没有正在进行的运行。</p>\n\n", chinese.next());
        now = now.plusSeconds(10);
        assertEquals("", english.next());

        activity = Seen.after(Duration.ofSeconds(11), Duration.ZERO, Seen.importing(4, "java", 12));
        now = now.plusSeconds(1);
        String sent = english.next();

        assertTrue(sent.startsWith("event: shown\ndata: <article class=\"run\">\ndata: <h3>Run 4: import"), sent);
        assertTrue(sent.endsWith("\n\nevent: aloud\ndata: Run 4: import, \"java\" from made up\n\n"), sent);
    }

    private EventSource watch(Language language) {
        Request request = new Request("GET", "/progress", Map.of(), language, Map.of());
        return ((Response.Events) handler.answer(request)).source();
    }
}
