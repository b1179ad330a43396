package paymap.crawl.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.crawl.watch.Activity.Held;
import paymap.crawl.watch.Activity.Work;
import paymap.crawl.watch.Activity.Worker;
import paymap.pace.ByHand;
import paymap.pace.PaceState;
import paymap.words.Language;

/** What is said of what is under way. */
class LookTest {

    private static final Duration SLOW = Duration.ofSeconds(5);

    @Test
    void aCrawlTellsItsCitiesItsProcessesItsPaceAndTheTimeLeft() {
        Work work = Seen.crawl(3, Seen.city("北京", 85, 6, 6, null), Seen.city("上海", 0, 0, 0, null));

        Look look = look(Seen.after(Duration.ZERO, SLOW, work));

        assertEquals("Run 3: \"python\" from made up", look.title());
        assertEquals(List.of("北京 85/100 p6, 上海 0/100 p0", "process 41", "at most 12/min"), look.said());
        assertEquals(new Share(85, 200), look.share());
        assertEquals("about 45 s left", look.left());
    }

    @Test
    void anImportTellsItsRows() {
        Look look = look(Seen.after(Duration.ZERO, SLOW, Seen.importing(4, "java", 1200)));

        assertEquals("Run 4: import, \"java\" from made up", look.title());
        assertEquals(List.of("1,200 rows", "process 42"), look.said());
        assertNull(look.share());
        assertEquals("", look.left());
        assertEquals(
                "Run 5: import, rows of made up",
                look(Seen.after(Duration.ZERO, SLOW, Seen.importing(5, "", 0))).title());
    }

    @Test
    void whoHoldsWhatIsNamedUpToFourPages() {
        List<Held> pages = List.of(
                new Held("北京", 1, 0),
                new Held("北京", 2, 2),
                new Held("上海", 1, 0),
                new Held("上海", 2, 0),
                new Held("上海", 3, 0));

        assertEquals(
                "process 7 elsewhere holds 北京 p1, 北京 p2 (attempt 3), 上海 p1, 上海 p2, 1 more",
                Telling.worker(new Worker(7, false, pages)));
    }

    @Test
    void aSiteThatIsLeftAloneSaysUntilWhenAndWhy() {
        PaceState state = ByHand.slowed(Seen.pace(Duration.ZERO).state(), Duration.ofSeconds(30), Seen.START);
        SitePace pace = new SitePace(Seen.SITE, ByHand.blocked(state, Seen.START.plusSeconds(90)), "HTTP 429");
        Work work = Seen.crawl(3, Seen.city("北京", 85, 6, 6, null));

        Look look = look(new Activity(Seen.START, List.of(work), List.of(pace)));

        String until = Telling.time(Seen.START.plusSeconds(90), Seen.START);
        assertTrue(until.matches("\\d\\d:\\d\\d:30"), until);
        assertEquals(
                List.of("at most 2/min, as after 6 refusals", "left alone until " + until + ": HTTP 429"),
                look.said().subList(2, 4));
        assertNull(Telling.blocked(pace, Seen.START.plusSeconds(90)));
    }

    @Test
    void aDayOnTheDateIsToldToo() {
        String time = Telling.time(Instant.parse("2026-12-03T08:00:00Z"), Seen.START);

        assertTrue(time.matches("2026-12-0[234] \\d\\d:\\d\\d"), time);
    }

    @ParameterizedTest
    @CsvSource({
        "0, about 0 s left",
        "1, about 5 s left",
        "95, about 95 s left",
        "96, about 2 min left",
        "5900, about 98 min left",
        "7200, about 2 h 00 min left"
    })
    void timeLeftIsNoMoreExactThanItCanBe(long seconds, String said) {
        assertEquals(said, Telling.left(Duration.ofSeconds(seconds)));
    }

    @Test
    void theTimeLeftAloneIsNoNews() {
        Work work = Seen.crawl(3, Seen.city("北京", 85, 6, 6, null));
        Look before = look(Seen.after(Duration.ZERO, SLOW, work));
        Look slower = look(Seen.after(
                Duration.ZERO,
                SLOW.plusNanos(1),
                work,
                Seen.crawl(9, work.cities().get(0))));

        assertFalse(slower.left().equals(before.left()));
        assertFalse(slower.isNewsTo(before));
        assertTrue(before.isNewsTo(null));
        assertTrue(look(Seen.after(Duration.ZERO, SLOW, Seen.crawl(3, Seen.city("北京", 86, 6, 6, null))))
                .isNewsTo(before));
    }

    @Test
    void chineseReadsLikeChinese() {
        Language.CHINESE.speak();
        Work work = Seen.crawl(3, Seen.city("北京", 85, 6, 6, null));

        Look look = look(Seen.after(Duration.ZERO, SLOW, work));

        assertEquals("约剩 10 秒", look.left());
        assertEquals(List.of("北京 85/100 行 6 页", "进程 41", "最多 12/min"), look.said());
    }

    private static Look look(Activity activity) {
        Rhythm rhythm = new Rhythm();
        rhythm.see(activity);
        return Look.at(activity, rhythm).get(0);
    }
}
