package paymap.crawl.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paymap.crawl.CrawlPlan;
import paymap.pace.ByHand;
import paymap.pace.PaceState;

class ActivityTest {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private static SitePace blocked(String site, long seconds) {
        PaceState fresh = PaceState.fresh(SLOW, Seen.START);
        return new SitePace(site, ByHand.blocked(fresh, Seen.START.plusSeconds(seconds)), "HTTP 429");
    }

    @Test
    void aMomentAtWhichNobodyWorksIsIdle() {
        assertTrue(Seen.after(Duration.ZERO, SLOW).isIdle());
        assertFalse(Seen.after(Duration.ZERO, SLOW, Seen.importing(1, "", 1)).isIdle());
    }

    @Test
    void eachSiteHasItsPace() {
        SitePace one = Seen.pace(SLOW);
        SitePace other = blocked("other", 60);
        Activity activity = new Activity(Seen.START, List.of(), List.of(one, other));

        assertEquals(Optional.of(other), activity.paceOf("other"));
        assertEquals(Optional.of(one), activity.paceOf(Seen.SITE));
        assertEquals(Optional.empty(), activity.paceOf("third"));
    }

    @Test
    void aSiteIsLeftAloneUntilItsTime() {
        SitePace other = blocked("other", 60);
        List<SitePace> paces = List.of(Seen.pace(SLOW), other);

        assertEquals(List.of(other), new Activity(Seen.START.plusSeconds(59), List.of(), paces).blocked());
        assertEquals(List.of(), new Activity(Seen.START.plusSeconds(60), List.of(), paces).blocked());
    }

    @Test
    void citiesOfWhichANumberIsWantedShareByRowsAndWholeOnesByPages() {
        assertEquals(
                new Share(70, 200),
                Share.of(List.of(Seen.city("北京", 30, 2, 2, null), Seen.city("上海", 40, 3, 3, null))));
        assertEquals(
                new Share(5, 10),
                Share.of(List.of(
                        Seen.city("北京", CrawlPlan.WHOLE, 30, 2, 2, 75),
                        Seen.city("上海", CrawlPlan.WHOLE, 40, 3, 3, 75))));
    }
}
