package paymap.crawl.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.crawl.watch.Activity.Work;
import paymap.pace.ByHand;

/** The time left, and what it is told from. */
class RhythmTest {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Rhythm rhythm = new Rhythm();

    @ParameterizedTest(name = "{0} wanted, {1} stored on {3} settled of {2} pages, the site counts {4}: {5}")
    @CsvSource({
        "100,  0, 0, 0,     , 7", // 15 a page
        "100, 30, 2, 2,     , 5",
        "100, 20, 2, 2,     , 8", // a third is repeated
        "100, 20, 4, 2,     , 6", // two came before their turn
        "100,  0, 3, 3,     , 7", // nothing but repeats: as if each page brought all of its rows
        "100, 30, 2, 2, 40  , 1", // the list ends
        "100, 30, 3, 3, 40  , 1", // and should have ended; one page shows it
        "0,   30, 2, 2, 90  , 4", // a whole list
        "0,   30, 2, 2,     , "
    })
    void pagesThatAreStillNeeded(int wanted, int stored, int pages, int settled, Integer total, Long left) {
        assertEquals(left, Remaining.pages(List.of(Seen.city("北京", wanted, stored, pages, settled, total))));
    }

    @Test
    void atFirstTheIntervalTellsTheTimeLeft() {
        Work work = Seen.crawl(1, Seen.city("北京", 30, 2, 2, null), Seen.city("上海", 0, 0, 0, null));
        rhythm.see(Seen.after(Duration.ZERO, SLOW, work));

        assertEquals(SLOW.multipliedBy(5 + 7), rhythm.timeLeft(work));
    }

    @Test
    void withoutAnIntervalNobodyKnowsUntilPagesAreSeenToCome() {
        Work before = Seen.crawl(1, Seen.city("北京", 0, 0, 0, null));
        rhythm.see(Seen.after(Duration.ZERO, Duration.ZERO, before));
        assertNull(rhythm.timeLeft(before));

        Work after = Seen.crawl(1, Seen.city("北京", 45, 3, 3, null));
        rhythm.see(Seen.after(Duration.ofSeconds(6), Duration.ZERO, after));

        assertEquals(Duration.ofSeconds(2 * 4), rhythm.timeLeft(after), "55 rows are four pages");
    }

    @Test
    void aSiteSlowerThanTheIntervalIsMeasured() {
        rhythm.see(Seen.after(Duration.ZERO, SLOW, Seen.crawl(1, Seen.city("北京", 0, 0, 0, null))));
        Work after = Seen.crawl(1, Seen.city("北京", 45, 3, 3, null));
        rhythm.see(Seen.after(Duration.ofSeconds(27), SLOW, after));

        assertEquals(Duration.ofSeconds(9 * 4), rhythm.timeLeft(after));
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        rhythm.see(Seen.after(Duration.ZERO, SLOW, Seen.crawl(1, Seen.city("北京", 0, 0, 0, null))));
        Work after = Seen.crawl(1, Seen.city("北京", 15, 1, 1, null));
        rhythm.see(Seen.after(Duration.ofMinutes(10), SLOW, after));
        rhythm.see(Seen.after(Duration.ofMinutes(11), SLOW, after));
        Work later = Seen.crawl(1, Seen.city("北京", 60, 4, 4, null));
        rhythm.see(Seen.after(Duration.ofMinutes(11).plusSeconds(18), SLOW, later));

        Duration aPage = Duration.ofSeconds(78).dividedBy(3);
        assertEquals(aPage.multipliedBy(3), rhythm.timeLeft(later));
    }

    @Test
    void crawlsOfOneSiteTakeTurns() {
        Work small = Seen.crawl(1, Seen.city("北京", 85, 6, 6, null));
        Work large = Seen.crawl(2, Seen.city("上海", 0, 0, 0, null));
        rhythm.see(Seen.after(Duration.ZERO, SLOW, small, large));

        assertEquals(SLOW.multipliedBy(2 * 2), rhythm.timeLeft(small), "two pages, and as many of the other");
        assertEquals(SLOW.multipliedBy(7 + 2), rhythm.timeLeft(large));
    }

    @Test
    void aSiteThatIsLeftAloneTakesThatLongMore() {
        Work work = Seen.crawl(1, Seen.city("北京", 85, 6, 6, null));
        SitePace blocked = new SitePace(
                Seen.SITE, ByHand.blocked(Seen.pace(SLOW).state(), Seen.START.plusSeconds(60)), "HTTP 429");
        rhythm.see(new Activity(Seen.START, List.of(work), List.of(blocked)));

        assertEquals(SLOW.multipliedBy(2).plusSeconds(60), rhythm.timeLeft(work));
    }

    @Test
    void anImportTellsItsRowsASecondAndNoEnd() {
        rhythm.see(Seen.after(Duration.ZERO, SLOW, Seen.importing(3, "", 1000)));
        Work after = Seen.importing(3, "", 9000);
        rhythm.see(Seen.after(Duration.ofSeconds(4), SLOW, after));

        assertEquals(2000.0, rhythm.rowsASecond(after));
        assertNull(rhythm.timeLeft(after));
    }
}
