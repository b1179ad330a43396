package paymap.page.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Seen;
import paymap.crawl.watch.SitePace;
import paymap.crawl.watch.Telling;
import paymap.pace.ByHand;
import paymap.pace.PaceState;
import paymap.words.Language;

/** What a page shows of what is under way. */
class LiveTest {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private Instant now = Seen.START;
    private int reads;
    private Activity activity = Seen.after(Duration.ZERO, SLOW);

    private final Live live = new Live(
            () -> {
                reads++;
                return activity;
            },
            () -> now);

    @Test
    void howeverManyWatchTheStoreIsReadOnceASecond() {
        live.now();
        live.now();
        now = now.plusMillis(999);
        live.now();
        assertEquals(1, reads);

        now = now.plusMillis(1);
        live.now();

        assertEquals(2, reads);
    }

    @Test
    void aReadThatFailedIsTriedAgain() {
        int[] calls = new int[1];
        Live broken = new Live(
                () -> {
                    if (calls[0]++ == 0) {
                        throw new IllegalStateException("no");
                    }
                    return activity;
                },
                () -> now);

        assertThrows(IllegalStateException.class, broken::now);
        assertEquals("Nothing is under way.", broken.now().aloud());
    }

    @Test
    void aCrawlHasABarAndItsLines() {
        activity = Seen.after(Duration.ZERO, SLOW, Seen.crawl(3, Seen.city("北京", 85, 6, 6, null)));

        assertEquals(
                "<article class=\"run\">\n<h3>Run 3: &quot;python&quot; from made up</h3>\n"
                        + "<p><progress max=\"100\" value=\"85\" aria-label=\"Run 3: &quot;python&quot; from made up\">"
                        + "</progress> 85 % about 10 s left</p>\n"
                        + "<ul>\n<li>北京 85/100 p6</li>\n<li>process 41</li>\n<li>at most 12/min</li>\n</ul>\n</article>\n",
                live.now().html());
        assertEquals("Run 3: \"python\" from made up, 80 %", live.now().aloud());
    }

    @Test
    void whatASiteOrAFileNamedIsEscaped() {
        activity = Seen.after(Duration.ZERO, SLOW, Seen.importing(4, "<script>alert(1)</script>\r\ndata: x", 12));

        String html = live.now().html();

        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("\r"), html);
        assertFalse(html.contains("<progress"), "nobody knows how much is to come: " + html);
    }

    @Test
    void aSiteThatIsLeftAloneIsToldThoughNobodyCrawlsIt() {
        PaceState state = ByHand.blocked(PaceState.fresh(SLOW, now), now.plusSeconds(90));
        activity = new Activity(now, List.of(), List.of(new SitePace("lagou", state, "HTTP 429")));
        String until = Telling.time(now.plusSeconds(90), now);

        assertEquals(
                "<p>Nothing is under way.</p>\n<p class=\"blocked\">lagou: left alone until " + until
                        + ": HTTP 429</p>\n",
                live.now().html());
        assertEquals(
                "lagou: left alone until " + until + ": HTTP 429", live.now().aloud());
    }

    @Test
    void aSiteThatIsCrawledIsToldOnce() {
        PaceState state = ByHand.blocked(PaceState.fresh(SLOW, now), now.plusSeconds(90));
        activity = new Activity(
                now,
                List.of(Seen.crawl(3, Seen.city("北京", 85, 6, 6, null))),
                List.of(new SitePace(Seen.SITE, state, "")));

        String html = live.now().html();

        assertEquals(2, html.split("left alone", -1).length, html);
    }

    @Test
    void theSectionWorksWithoutScripts() {
        String html = LiveHtml.section(live.now(), "/progress?lang=en", "/?city=北京&by=\"x\"");

        assertTrue(html.contains("<div id=\"live-now\"><p>Nothing is under way.</p>\n</div>"), html);
        assertTrue(html.contains("href=\"/?city=北京&amp;by=&quot;x&quot;\">Look again</a>"), html);
        assertTrue(html.contains("role=\"status\" aria-live=\"polite\"></p>"), html);
    }

    @Test
    void itSpeaksChinese() {
        Language.CHINESE.speak();

        assertEquals("<p>没有正在进行的运行。</p>\n", live.now().html());
    }
}
