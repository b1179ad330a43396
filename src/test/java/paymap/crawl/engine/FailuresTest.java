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
    private static final Outcome.Broken BROKEN = new Outcome.Broken(Flaw.CUT_OFF, "cut off");
    private static final Trouble SILENCE = new Outcome.Broken(Flaw.SILENCE, "no whole answer in time");
    private static final Trouble EMPTY = new Outcome.Broken(Flaw.EMPTY_AGAINST_COUNT, "empty");
    private static final Trouble LOGIN = new Outcome.LoginRequired("login");

    private final Failures failures = new Failures(4);

    @Test
    void connectionsThatBreakTogetherAreOneAccidentButEachCountsForItsCity() {
        for (int i = 0; i < 4; i++) {
            failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1 + i));
        }

        assertEquals(1, failures.brokenInARow());
        assertEquals(4, situation("北京").city().broken());
        assertEquals(0, situation("上海").city().broken());
    }

    @Test
    void aGoodPageBeginsAllCountsInARowAnew() {
        failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1));
        failures.count(EMPTY, page("北京", NOW.plusSeconds(2)), false, NOW.plusSeconds(3));
        failures.count(LOGIN, page("北京", NOW.plusSeconds(4)), true, NOW.plusSeconds(5));
        failures.answered();

        failures.goodPage("北京");

        assertEquals(situation(new RetryRule.InARow(0, 0, 0), 0, 0), situation("北京"));
    }

    @Test
    void aGoodPageOfAnotherCityLeavesTheCitysOwnCount() {
        failures.count(BROKEN, page("北京", NOW), false, NOW.plusSeconds(1));

        failures.goodPage("上海");

        assertEquals(1, situation("北京").city().broken());
        assertEquals(0, failures.brokenInARow());
    }

    @Test
    void aRefusalIsNoBrokenAnswerAndIsCountedOnceABurst() {
        failures.count(LOGIN, page("北京", NOW), true, NOW);
        failures.count(LOGIN, page("北京", NOW), false, NOW);

        assertEquals(1, situation("北京").inARow().loginWalls());
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
        failures.count(new Outcome.Unreachable("nobody"), session(), false, NOW);
        assertFalse(situation("北京").everResponded());
        failures.count(BROKEN, session(), false, NOW);
        assertTrue(situation("北京").everResponded());
    }

    @Test
    void silenceIsCountedInARowUntilAnythingIsHeard() {
        for (int i = 0; i < 3; i++) {
            failures.count(SILENCE, page("北京", NOW.plusSeconds(30 * i)), false, NOW.plusSeconds(30 * i + 20));
        }
        assertEquals(new RetryRule.InARow(0, 3, 3), situation("北京").inARow());

        failures.count(BROKEN, page("北京", NOW.plusSeconds(100)), false, NOW.plusSeconds(101));
        assertEquals(new RetryRule.InARow(0, 4, 0), situation("北京").inARow());

        failures.count(SILENCE, page("北京", NOW.plusSeconds(110)), false, NOW.plusSeconds(130));
        failures.responded();
        assertEquals(new RetryRule.InARow(0, 5, 0), situation("北京").inARow(), "a session was opened");
    }

    @Test
    void requestsThatWereUnansweredTogetherAreOneSilence() {
        for (int i = 0; i < 4; i++) {
            failures.count(SILENCE, page("北京", NOW.plusSeconds(i)), false, NOW.plusSeconds(20 + i));
        }

        assertEquals(1, situation("北京").inARow().silent());
    }

    @Test
    void anAnswerIsEqualOnlyToTheOneBeforeToTheSamePage() {
        failures.count(BROKEN.withContent(7), page("北京", NOW), false, NOW);
        assertFalse(situation("北京").isEqual(), "there was none before");
        failures.count(BROKEN.withContent(7), page("上海", NOW), false, NOW);
        assertFalse(situation("上海").isEqual(), "that was of another city");
        failures.count(BROKEN.withContent(7), page("北京", 2, NOW), false, NOW);
        assertFalse(situation("北京").isEqual(), "that was of another page");
        failures.count(BROKEN.withContent(7), page("北京", NOW), false, NOW);
        assertTrue(situation("北京").isEqual());
        failures.count(BROKEN.withContent(8), page("北京", NOW), false, NOW);
        assertFalse(situation("北京").isEqual(), "it is another one");
        failures.count(BROKEN, page("北京", NOW), false, NOW);
        failures.count(BROKEN, page("北京", NOW), false, NOW);
        assertFalse(situation("北京").isEqual(), "nothing is known of these");
    }

    private static RetryRule.Situation situation(RetryRule.InARow inARow, int broken, int empty) {
        return new RetryRule.Situation(0, false, inARow, new RetryRule.OfCity(broken, empty, 3, true), true);
    }

    private RetryRule.Situation situation(String city) {
        return failures.situation(task(city), 0, 1);
    }

    private static InFlightRequest session() {
        return InFlightRequest.forSession(task("北京"), NOW);
    }

    private static InFlightRequest page(String city, Instant sentAt) {
        return page(city, 1, sentAt);
    }

    private static InFlightRequest page(String city, int page, Instant sentAt) {
        PageTask task = new PageTask(1, city, "python", page, 0, 1, null);
        return InFlightRequest.forPage(task, new SessionKeeper.Use(new ScriptedSite.Visit()), sentAt);
    }

    private static PageTask task(String city) {
        return new PageTask(1, city, "python", 1, 0, 1, null);
    }
}
