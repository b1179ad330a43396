package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.Outcome.Trouble;
import paymap.crawl.PageTask;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Trouble BROKEN = new Outcome.Broken(Flaw.CUT_OFF, "cut off");
    private static final Trouble EMPTY = new Outcome.Broken(Flaw.EMPTY_AGAINST_COUNT, "empty");
    private static final Trouble LOGIN = new Outcome.LoginRequired("login");

    private final Failures failures = new Failures(4);

    @Test
    void connectionsThatBreakTogetherAreOneAccidentButEachCountsForItsCity() {
        for (int i = 0; i < 4; i++) {
            failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1 + i));
        }

        assertEquals(1, failures.brokenInARow());
        assertEquals(4, situation("北京").brokenOfCity());
        assertEquals(0, situation("上海").brokenOfCity());
    }

    @Test
    void aGoodPageBeginsAllCountsInARowAnew() {
        failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1));
        failures.count(EMPTY, page("北京", NOW.plusSeconds(2)), false, NOW.plusSeconds(3));
        failures.count(LOGIN, page("北京", NOW.plusSeconds(4)), true, NOW.plusSeconds(5));
        failures.answered();

        failures.goodPage("北京");

        assertEquals(new RetryRule.Situation(0, true, 0, 0, 0, 0, true, 4, true), situation("北京"));
    }

    @Test
    void aGoodPageOfAnotherCityLeavesTheCitysOwnCount() {
        failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1));

        failures.goodPage("上海");

        assertEquals(1, situation("北京").brokenOfCity());
        assertEquals(0, failures.brokenInARow());
    }

    @Test
    void aRefusalIsNoBrokenAnswerAndIsCountedOnceABurst() {
        failures.count(LOGIN, page("北京", NOW), true, NOW);
        failures.count(LOGIN, page("北京", NOW), false, NOW);

        assertEquals(1, situation("北京").loginWalls());
        assertEquals(0, failures.brokenInARow());
        assertTrue(failures.lastRefusalWasALoginWall());

        failures.count(new Outcome.Throttled(null, "429"), page("北京", NOW), true, NOW);
        assertFalse(failures.lastRefusalWasALoginWall());
    }

    @Test
    void itIsEnoughAfterFortyRequestsAndOneAThreadWithoutAPage() {
        for (int i = 0; i < RetryRule.MOST_FRUITLESS + 4 - 1; i++) {
            failures.answered();
        }
        assertFalse(failures.isEnough());
        failures.answered();
        assertTrue(failures.isEnough());
        failures.goodPage("北京");
        assertFalse(failures.isEnough());
    }

    @Test
    void anUnreachableSiteHasNotResponded() {
        failures.count(new Outcome.Unreachable("nobody"), InFlightRequest.forSession(NOW), false, NOW);
        assertFalse(situation("北京").everResponded());
        failures.count(BROKEN, InFlightRequest.forSession(NOW), false, NOW);
        assertTrue(situation("北京").everResponded());
    }

    private RetryRule.Situation situation(String city) {
        return failures.situation(task(city), 0, 1);
    }

    private static InFlightRequest page(String city, Instant sentAt) {
        return InFlightRequest.forPage(task(city), new SessionKeeper.Use(new ScriptedSite.Visit()), sentAt);
    }

    private static PageTask task(String city) {
        return new PageTask(1, city, "python", 1, 0, 1, null);
    }
}
