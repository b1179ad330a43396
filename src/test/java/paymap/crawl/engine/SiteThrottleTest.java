package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.Ledger;
import paymap.pace.OnTheWay;
import paymap.pace.PaceState;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Two crawls, each with what it remembers of the pace, and one pace. */
class SiteThrottleTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private SqlStore store;
    private SiteThrottle one;
    private SiteThrottle another;

    @BeforeEach
    void open() {
        store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), () -> now);
        one = throttle();
        another = throttle();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofTwoOnlyOneAcquiresAPermit() {
        assertTrue(one.tryAcquire());
        assertFalse(another.tryAcquire());
        assertFalse(one.tryAcquire());
        one.sent(now);
        pass(Duration.ofSeconds(2));
        assertTrue(another.tryAcquire());
        assertFalse(one.tryAcquire());
    }

    @Test
    void whileARequestIsOnItsWayNobodyElseStartsOne() {
        one.tryAcquire();
        pass(Duration.ofSeconds(4)); // three intervals and more: a slow connection

        assertFalse(another.tryAcquire());
        one.sent(now);
        pass(one.interval().minusMillis(1));
        assertFalse(another.tryAcquire());
        pass(Duration.ofMillis(1));
        assertTrue(another.tryAcquire());
    }

    @Test
    void theOthersLookAgainSoonWhetherItHasLeft() {
        one.tryAcquire();
        pass(one.interval());
        assertFalse(another.tryAcquire());
        one.sent(now.minusMillis(900));

        Instant worthAsking = another.permitAt();

        assertTrue(worthAsking.isAfter(now) && !worthAsking.isAfter(now.plus(one.interval())), "" + worthAsking);
        pass(Duration.between(now, worthAsking));
        assertTrue(another.tryAcquire());
    }

    @Test
    void oneThatDiesOnItsWayHoldsTheOthersUpForAWhileOnly() {
        one.tryAcquire();
        pass(one.interval().plus(OnTheWay.LONGEST));

        assertTrue(another.tryAcquire());
    }

    @Test
    void oneThatLeavesTooLateTakesNothingFromTheOneThatFollowed() {
        one.tryAcquire();
        pass(one.interval().plus(OnTheWay.LONGEST));
        another.tryAcquire();
        PaceState reserved = pace();

        one.sent(now);

        assertEquals(reserved, pace());
        another.sent(now.plusMillis(20));
        assertEquals(now.plusMillis(20).plus(another.interval()), pace().permitAt());
    }

    @Test
    void aPermitThatGrewOldOnItsWayIsStillItsOwnWhereNobodyHasGone() {
        one.tryAcquire();
        Instant old = one.freshUntil();
        pass(OnTheWay.LONGEST.plusSeconds(3));

        assertTrue(one.keepOrAcquire());

        assertEquals(old, now.minus(OnTheWay.LONGEST).minusSeconds(3).plus(OnTheWay.FRESH));
        assertEquals(now.plus(OnTheWay.FRESH), one.freshUntil());
        pass(OnTheWay.LONGEST);
        assertFalse(another.tryAcquire()); // it is waited for as long as at first
        one.sent(now);
        assertEquals(now.plus(one.interval()), pace().permitAt());
    }

    @Test
    void aPermitThatGrewOldOnItsWayIsLostOnceAnotherHasGone() {
        one.tryAcquire();
        pass(one.interval().plus(OnTheWay.LONGEST));
        another.tryAcquire();
        PaceState reserved = pace();

        assertFalse(one.keepOrAcquire());

        assertEquals(reserved, pace());
        one.sent(now); // what came to nothing takes nothing either
        assertEquals(reserved, pace());
    }

    @Test
    void aPermitThatGrewOldOnItsWayIsLostOnceAnotherWasRefused() {
        one.tryAcquire();
        pass(OnTheWay.FRESH);
        another.refused(now, Duration.ofMinutes(5), "HTTP 429");

        assertFalse(one.keepOrAcquire());

        assertEquals(now.plus(Duration.ofMinutes(5)), one.permitAt());
    }

    @Test
    void aPermitIsAsOldAsTheQuestionForIt() {
        SiteThrottle slow = throttle(late(store.ledger(), Duration.ofSeconds(3)));
        Instant asked = now;

        assertTrue(slow.tryAcquire());

        assertEquals(asked.plus(OnTheWay.FRESH), slow.freshUntil());
    }

    @Test
    void withoutAnIntervalNoPermitGrowsOld() {
        SiteThrottle free = throttle(store.ledger(), Rate.MAX);
        for (int i = 0; i < 3; i++) {
            assertTrue(free.tryAcquire());
            assertEquals(Instant.MAX, free.freshUntil());
            pass(Duration.ofMillis(60));
        }
    }

    @Test
    void whatIsHeardLaterOnlyEverPutsThePaceOff() {
        one.tryAcquire();
        one.sent(now);
        another.noSoonerThanAfter(now.plusMillis(300));
        another.noSoonerThanAfter(now);

        assertEquals(now.plusMillis(300).plus(one.interval()), pace().permitAt());
    }

    @Test
    void aPermitWhoseAnswerIsLostIsHadAllTheSame() {
        boolean[] lost = {false};
        SiteThrottle cutOff = throttle(twice(store.ledger(), lost));
        lost[0] = true;

        assertTrue(cutOff.tryAcquire());
        assertFalse(lost[0]);
        cutOff.sent(now);

        assertEquals(now.plus(cutOff.interval()), pace().permitAt());
    }

    @Test
    void aRefusalThatOneMetStopsTheOther() {
        one.refused(now, Duration.ofMinutes(5), "HTTP 429");
        pass(Duration.ofMinutes(4));

        assertFalse(another.tryAcquire());
        pass(Duration.ofMinutes(1));
        assertTrue(another.tryAcquire());
    }

    @Test
    void aQuietPeriodThatOneCountsTakesNothingBackThatTheOtherMet() {
        one.refused(now, null, "HTTP 429");
        another.refused(now, null, "HTTP 429");
        pass(Duration.ofMinutes(1));
        one.served(true);
        pass(Duration.ofHours(1)); // long enough to take it back
        another.refused(now, Duration.ofMinutes(5), "HTTP 429");

        one.served(true);

        assertEquals(now.plus(Duration.ofMinutes(5)), pace().blockedUntil());
        assertEquals(2, pace().incidents().penalty());
        assertEquals(now.plus(Duration.ofMinutes(5)), one.waiting(now).until());
    }

    @Test
    void aLongQuietPeriodTakesARefusalBack() {
        one.refused(now, null, "HTTP 429");
        Duration slowed = one.interval();
        pass(Duration.ofMinutes(1));
        one.served(true);
        pass(Duration.ofHours(1));

        one.served(true);

        assertEquals(0, pace().incidents().penalty());
        assertTrue(pace().interval().compareTo(slowed) < 0);
        assertEquals(pace().interval(), one.interval());
    }

    @Test
    void withoutAnIntervalTheRefusalOfAnotherProcessIsHeardOfSoon() {
        SiteThrottle free = throttle(store.ledger(), Rate.MAX);
        assertTrue(free.tryAcquire());
        another.refused(now, null, "too fast");
        pass(Duration.ofMillis(100));

        assertFalse(free.tryAcquire());
    }

    @Test
    void withoutAnIntervalWhatWasServedIsKept() {
        SiteThrottle free = throttle(store.ledger(), Rate.MAX);
        for (int i = 0; i < 50; i++) {
            assertTrue(free.tryAcquire());
            free.served(true);
        }
        pass(Duration.ofMillis(100));
        free.tryAcquire();

        assertEquals(50, pace().quiet().count());
    }

    @Test
    void refusalsOfOneBurstAreOneIncident() {
        Instant early = now;
        pass(Duration.ofSeconds(1));

        assertTrue(one.isNewIncident(now));
        assertTrue(one.refused(now, null, "HTTP 429"));
        Duration slowed = one.interval();
        assertFalse(one.isNewIncident(early));
        assertFalse(one.refused(early, null, "HTTP 503"));

        assertEquals(slowed, one.interval());
        assertEquals(1, pace().incidents().penalty());
        assertEquals("HTTP 429", one.waiting(now).about());
    }

    @Test
    void whatIsDoneAboutARefusalIsExplained() {
        one.refused(now, Duration.ofMillis(59_900), "HTTP 429");
        assertEquals(
                "page 1 was refused (HTTP 429); waiting 59.9 s, then at most 29.4/min", one.explain("page 1", now));
        pass(Duration.ofHours(1));

        one.refused(now, Duration.ofSeconds(60), "HTTP 503");
        assertEquals("page 2 was refused (HTTP 503); waiting 1 min, then at most 14.7/min", one.explain("page 2", now));
    }

    @Test
    void theRefusalOfAnotherIsNotToldAsOnesOwn() {
        one.refused(now, Duration.ofMinutes(5), "HTTP 429");
        another.tryAcquire();

        assertEquals(
                "another crawl was refused, or paymap pace was told so",
                another.waiting(now).about());
        assertEquals(Duration.ofMinutes(5), another.waiting(now).lasts());
        pass(Duration.ofMinutes(5));
        assertNull(another.waiting(now));
    }

    @Test
    void aRefusalForLongerThanTheLongestWaitIsTooLong() {
        one.refused(now, Duration.ofMinutes(15), "HTTP 429");
        assertFalse(one.waitIsTooLong(now));

        one.refused(now, Duration.ofMinutes(15).plusSeconds(1), "HTTP 429");
        assertTrue(one.waitIsTooLong(now));
        assertEquals(
                "the site refuses (HTTP 429) and is to be left alone until 08:15:01 UTC, longer than the longest wait of"
                        + " 15 min",
                one.tooLong(now));
        pass(Duration.ofMinutes(16));
        assertFalse(one.waitIsTooLong(now));
    }

    @Test
    void refusalsWithNothingGoodBetweenThemAddUpToATooLongWait() {
        one.refused(now, Duration.ofMinutes(10), "HTTP 429");
        pass(Duration.ofMinutes(10));
        one.served(false); // a door that opens
        one.refused(now, Duration.ofMinutes(10), "HTTP 429");
        assertTrue(one.waitIsTooLong(now));
        pass(Duration.ofMinutes(10));

        one.served(true);
        one.refused(now, Duration.ofMinutes(10), "HTTP 429");
        assertFalse(one.waitIsTooLong(now));
    }

    @Test
    void aRateMayAskForATooLongWaitByItself() {
        SiteThrottle slow = throttle(store.ledger(), Rate.of("1/h"));
        slow.tryAcquire();
        slow.sent(now);

        assertTrue(slow.waitIsTooLong(now));
        assertEquals(
                "the next request may start at 09:01:12 UTC, longer than the longest wait of 15 min",
                slow.tooLong(now));
    }

    @Test
    void aTimeThatIsFarOffIsToldWithItsDay() {
        one.refused(now, Duration.ofHours(20).minusSeconds(1), "HTTP 429");
        assertTrue(one.tooLong(now).contains(" until 03:59:59 UTC,"), one.tooLong(now));

        one.refused(now, Duration.ofHours(20), "HTTP 429");
        assertTrue(one.tooLong(now).contains(" until 2026-11-24 04:00 UTC,"), one.tooLong(now));
    }

    @Test
    void whatRobotsTxtAsksForCountsFromTheRequestThatReadIt() {
        one.crawlDelay(Duration.ZERO, now);
        assertEquals(Duration.ofMillis(1_020), one.interval());
        Instant sent = now;
        pass(Duration.ofSeconds(2));

        one.crawlDelay(Duration.ofSeconds(7), sent);

        assertEquals(Duration.ofSeconds(7), pace().interval());
        assertEquals(sent.plusSeconds(7), pace().permitAt());
    }

    @Test
    void twoRefusalsForTheAgeOfASessionDoNotSlowThePace() {
        Duration before = one.interval();
        for (int i = 0; i < 2; i++) {
            one.refused(now, null, "HTTP 403");
            pass(Duration.ofMinutes(1));
        }
        assertTrue(one.interval().compareTo(before) > 0);

        one.revokePenalty();

        assertEquals(before, one.interval());
        assertEquals(0, pace().incidents().penalty());
    }

    private SiteThrottle throttle() {
        return throttle(store.ledger());
    }

    /** A ledger that is cut off before it can answer to a change of the pace, and does it again. */
    private static Ledger twice(Ledger ledger, boolean[] lost) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, args) -> {
                    if (method.getName().equals("pace") && lost[0]) {
                        lost[0] = false;
                        method.invoke(ledger, args);
                    }
                    return method.invoke(ledger, args);
                });
    }

    /** A ledger whose answer to a change of the pace takes so long. */
    private Ledger late(Ledger ledger, Duration by) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, args) -> {
                    Object answer = method.invoke(ledger, args);
                    pass(method.getName().equals("pace") ? by : Duration.ZERO);
                    return answer;
                });
    }

    private SiteThrottle throttle(Ledger ledger) {
        return throttle(ledger, Rate.of("1/s"));
    }

    private static SiteThrottle throttle(Ledger ledger, Rate rate) {
        Crawler.Settings settings = new Crawler.Settings(rate, Duration.ofMinutes(15), true, false);
        return new SiteThrottle("site", ledger, settings, new Random(1));
    }

    private PaceState pace() {
        return store.ledger().pace("site", (pace, now) -> pace);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
