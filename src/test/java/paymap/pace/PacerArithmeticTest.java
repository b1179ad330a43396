package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pace.PaceState.Incidents;
import paymap.pace.PaceState.QuietPeriod;
import paymap.pace.PaceState.Served;

/** Each number and each comparison of the pace, worked out by hand. The jitter is held at zero. */
class PacerArithmeticTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMillis(102); // 10 a second, and 2 % of room

    private final Pacer pacer = pacer(Rate.of("10/s"));

    /** The new interval after a refusal without a quiet period to compare with. */
    @ParameterizedTest(name = "{0} ms apart, {1} served in {2} s: {3} ms")
    @CsvSource({
        // half the rate, as it was set
        "102,    40,  4.08,  204",
        "102,     0,  0,     204",
        "1000,    0,  0,    2000",
        "1000,    3,  7,    2000",
        // half of what was really served where that is less; fewer than five requests do not tell
        "102,    20, 10,    1000",
        "102,     5, 10,    4000",
        "102,     4, 10,     204",
        "0,      50,  2,     102",
        "0,       4,  0.001, 102",
        "0,       4, 40,     102",
        // a burst of less than a second counts as two seconds of the limit, but not below a quarter or above half
        "102,     8,  0.5,   312.5",
        "102,     5,  0.999, 599.8",
        "102,     5,  1,     400",
        "102,     4,  0.5,   204",
        "102,     5,  0.5,   408",
        "102,    14,  0.8,   204",
        "0,       5,  0,     200",
        // nothing is slower than a minute
        "25000,   0,  0,   50000",
        "50000,   0,  0,   60000",
        "60000,   0,  0,   60000",
    })
    void aFirstRefusalHalvesTheRateThatWasReallyServed(long interval, long served, double seconds, double expected) {
        assertInterval(expected, pacer, state(interval, 0, served, null), seconds);
    }

    /** The new interval after a refusal with an earlier quiet period to compare with. */
    @ParameterizedTest(name = "{0} in {1} s, then {2} in {3} s: {4} ms")
    @CsvSource({
        // 27 more in 6.7 s more, and 94 % of that
        "13, 1.3,  40,  8,   263.987",
        // a refusal slows by a tenth at least
        " 5, 1,    50, 10,   226.667",
        // and no more than to half
        "40, 8,    45, 18,   800",
        // a period longer by a second tells, one that is shorter does not, nor one that served less
        "10, 3,    20,  4,   226.667",
        "10, 3,    20,  3.999, 408",
        "40, 8,    13,  4,   615.385",
        "40, 2,    20, 10,  1000",
        // fewer than five tell nothing, in either
        " 4, 1,    50, 10,   408",
        " 1, 1,     4, 10,   408",
        " 5, 1,     6,  3,  1000",
    })
    void twoQuietPeriodsTellTheLimit(long before, double lasted, long served, double seconds, double expected) {
        QuietPeriod period = new QuietPeriod(before, seconds(lasted));

        assertInterval(expected, pacer, state(204, 1, served, period), seconds);
    }

    @Test
    void aRefusalAtASlowerRateThanAMinuteDoesNotAskFaster() {
        Pacer hourly = pacer(Rate.of("1/h"));

        assertInterval(3_672_000, hourly, state(3_672_000, 0, 0, null), 0);
    }

    @Test
    void withoutALimitARefusalStillLeadsToOne() {
        assertInterval(100, pacer(Rate.MAX), state(0, 0, 0, null), 0);
        assertInterval(142.857, pacer(Rate.MAX), state(0, 0, 14, null), 0);
        assertInterval(100, pacer(Rate.MAX), state(0, 0, 30, null), 0);
        assertInterval(40, pacer(Rate.MAX), state(0, 0, 100, null), 2);
        assertInterval(0.4, pacer(Rate.MAX), state(0, 0, 5, null), 1e-6);
    }

    @ParameterizedTest(name = "at {0} ms, {1} served in {2} s")
    @CsvSource({"102,0,0", "102,40,4", "102,9,0.3", "204,20,9", "102,1000,98", "30000,6,200", "59000,0,0", "0,400,0.2"})
    void noRefusalAsksFasterThanBefore(long interval, long served, double seconds) {
        QuietPeriod[] befores = {null, new QuietPeriod(5, Duration.ZERO), new QuietPeriod(40, Duration.ofSeconds(1))};
        for (QuietPeriod before : befores) {
            PaceState after = refused(pacer, state(interval, 1, served, before), seconds, null, true);

            assertTrue(after.interval().toMillis() > interval, before + ": " + after);
        }
    }

    @Test
    void aRefusalThatIsNotForThePaceLeavesItAsItIs() {
        assertEquals(
                Duration.ofMillis(333),
                refused(pacer, state(333, 0, 9, null), 3, null, false).interval());
    }

    @ParameterizedTest(name = "{0}, level {1}: {2} ms")
    @CsvSource({"10/s,0,3500", "10/s,1,7000", "10/s,3,28000", "1/s,0,6120", "1/s,2,24480", "12/min,0,30600"})
    void theFirstWaitIsSixIntervalsAndEachLevelDoublesIt(String rate, int level, long millis) {
        PaceState state = new PaceState(
                Duration.ofSeconds(9),
                Instant.EPOCH,
                Instant.EPOCH,
                new Incidents(Instant.EPOCH, level, 0, null),
                new Served(START, 0));

        assertEquals(
                START.plusMillis(millis),
                refused(pacer(Rate.of(rate)), state, 0, null, true).blockedUntil());
    }

    /** The level after a refusal at level 0. */
    @ParameterizedTest(name = "penalty {0}, {1} served, Retry-After {2}: level {3}")
    @CsvSource({"0,0,,0", "1,0,,1", "1,1,,0", "1,0,60,0", "1,0,0,1", "2,0,,1", "0,1,,0"})
    void onlyAWaitAfterWhichNothingWasServedIsDoubled(int penalty, long served, @Nullable Long named, int level) {
        Duration retryAfter = named == null ? null : Duration.ofSeconds(named);

        Incidents after = refused(pacer, state(204, penalty, served, null), 1, retryAfter, true)
                .incidents();

        assertEquals(level, after.backoffLevel());
        assertEquals(penalty + 1, after.penalty());
        assertEquals(START.plusSeconds(1), after.last());
    }

    @Test
    void anIncidentEndsTheQuietPeriodAndAnotherBeginsAfterTheWait() {
        PaceState after = refused(pacer, state(204, 0, 9, null), 3, null, true);

        assertEquals(
                new QuietPeriod(9, Duration.ofSeconds(3)), after.incidents().quietBefore());
        assertEquals(new Served(after.blockedUntil(), 0), after.quiet());
    }

    @Test
    void aRefusalThatComesBeforeTheQuietPeriodBeganEndsOneOfNoLength() {
        PaceState after = refused(pacer, state(204, 0, 0, null), -3, null, true);

        assertEquals(new QuietPeriod(0, Duration.ZERO), after.incidents().quietBefore());
    }

    @Test
    void aWaitThatTheSiteNamedIsNotCutByALaterRefusal() {
        PaceState blocked = state(204, 1, 1, null).withBlockedUntil(START.plusSeconds(900));

        assertEquals(
                START.plusSeconds(900), refused(pacer, blocked, 1, null, true).blockedUntil());
        assertEquals(
                START.plusSeconds(1001),
                refused(pacer, blocked, 1, Duration.ofSeconds(1000), true).blockedUntil());
    }

    /** What a refusal changes whose request went out no later than the last incident. */
    @ParameterizedTest(name = "Retry-After {0} s moves the end of the wait to {1} s")
    @CsvSource({",10", "0,10", "5,10", "30,31"})
    void aRefusalOfTheSameBurstOnlyLengthensTheWait(@Nullable Long named, long until) {
        PaceState state = new PaceState(
                FLOOR,
                START,
                START.plusSeconds(10),
                new Incidents(START, 0, 1, null),
                new Served(START.plusSeconds(10), 0));
        Duration retryAfter = named == null ? null : Duration.ofSeconds(named);

        PaceState after = pacer.refused(state, START, START.plusSeconds(1), retryAfter, true);

        assertEquals(state.withBlockedUntil(START.plusSeconds(until)), after);
    }

    /** How long a quiet period must last before one refusal counts no longer. */
    @ParameterizedTest(name = "penalty {0} at {1} ms: {2} ms")
    @CsvSource({
        "1,204,30000",
        "1,1500,30000",
        "1,2000,40000",
        "2,2000,80000",
        "3,204,90000",
        "0,2000,40000",
        "1,102,30000"
    })
    void aLongQuietPeriodTakesOneRefusalBack(int penalty, long interval, long window) {
        PaceState state = new PaceState(
                Duration.ofMillis(interval),
                START,
                START,
                new Incidents(START, 2, penalty, null),
                new Served(START, 7));
        Instant end = START.plusMillis(window);

        PaceState before = pacer.served(state, end.minusNanos(1), true);
        PaceState after = pacer.served(state, end, true);

        assertEquals(state.withQuiet(new Served(START, 8)), before);
        assertEquals(new Incidents(START, 1, Math.max(0, penalty - 1), null), after.incidents());
        assertEquals(new Served(end, 0), after.quiet());
        assertEquals(Math.max(102, interval / 1.1), after.interval().toNanos() / 1e6, 0.001);
    }

    @Test
    void theWayBackToSpeedEndsAtTheFloor() {
        PaceState after = pacer.served(state(105, 1, 7, null), START.plusSeconds(60), true);

        assertEquals(FLOOR, after.interval());
    }

    @Test
    void atFullSpeedAnswersAreCountedForEver() {
        PaceState state = state(102, 0, 7, null);

        assertEquals(state.withQuiet(new Served(START, 8)), pacer.served(state, START.plus(Duration.ofDays(1)), true));
    }

    @Test
    void aQuietPeriodBeginsWithAnAnswerThatProvesSomething() {
        PaceState state = state(204, 1, 0, null);
        Instant later = START.plusSeconds(5);

        assertSame(state, pacer.served(state, later, false));
        PaceState begun = pacer.served(state, later, true);
        assertEquals(new Served(later, 1), begun.quiet());
        assertEquals(
                new Served(later, 2),
                pacer.served(begun, later.plusSeconds(1), false).quiet());
    }

    @Test
    void aRevokedPenaltyTakesTwoRefusalsBackAndTheirIntervalToo() {
        PaceState state = new PaceState(
                Duration.ofSeconds(4), START, START, new Incidents(START, 2, 3, null), new Served(START, 9));

        PaceState after = pacer.penaltyRevoked(state, Duration.ofMillis(500), START.plusSeconds(1));

        assertEquals(Duration.ofMillis(500), after.interval());
        assertEquals(new Incidents(START, 2, 1, null), after.incidents());
        assertEquals(new Served(START.plusSeconds(1), 1), after.quiet());
        assertEquals(
                FLOOR, pacer.penaltyRevoked(state, Duration.ofMillis(5), START).interval());
        assertEquals(0, pacer.penaltyRevoked(after, FLOOR, START).incidents().penalty());
    }

    @ParameterizedTest(name = "{0} failures: {1} ms")
    @CsvSource({"-1,500", "0,500", "1,500", "2,1000", "3,2000", "6,16000", "7,32000", "8,32000", "1000000,32000"})
    void failuresAreWaitedOutHalfASecondAndDoubled(int attempt, long millis) {
        assertEquals(Duration.ofMillis(millis), pacer.backoff(attempt));
    }

    @ParameterizedTest(name = "penalty {0} at {1} ms: {2} ms")
    @CsvSource({"0,500,102", "0,5,102", "1,500,500", "1,5,102", "1,102,102"})
    void aRestartKeepsTheIntervalThatRefusalsLedTo(int penalty, long remembered, long expected) {
        PaceState state = state(remembered, penalty, 3, null);

        assertEquals(state.withInterval(Duration.ofMillis(expected)), pacer.resume(state, START.plusSeconds(9)));
    }

    @Test
    void aPermitIsOneIntervalAfterThePermitBeforeOrAfterNow() {
        PaceState state = state(204, 0, 0, null).withNextPermit(START.plusSeconds(1));

        assertEquals(START.plusMillis(1204), pacer.acquired(state, START).nextPermit());
        assertEquals(
                START.plusMillis(2204),
                pacer.acquired(state, START.plusSeconds(2)).nextPermit());
    }

    @Test
    void aRequestOnTheWireNeverBringsThePermitForward() {
        PaceState state = state(204, 0, 0, null).withNextPermit(START.plusSeconds(1));

        assertSame(state, pacer.sent(state, START));
        assertEquals(
                START.plusMillis(1104), pacer.sent(state, START.plusMillis(900)).nextPermit());
    }

    /** What a copy in memory adds to what the database knows. */
    @ParameterizedTest(name = "copy of incident {0} with {1} served: {2}")
    @CsvSource({"0,8,8", "0,7,7", "0,6,7", "1,8,7"})
    void onlyWhatWasServedSinceTheSameIncidentIsAdded(long incident, long served, long expected) {
        PaceState known = served(0, 7);

        assertEquals(
                expected, known.countedLike(served(incident, served)).quiet().count());
    }

    @Test
    void aFreshSiteMayBeAskedAtOnce() {
        PaceState fresh = pacer.resume(null, START);

        assertEquals(new PaceState(FLOOR, Instant.EPOCH, Instant.EPOCH, Incidents.NONE, new Served(START, 0)), fresh);
        assertEquals(Instant.EPOCH, fresh.permitAt());
        assertNull(fresh.incidents().quietBefore());
        assertNotEquals(FLOOR, pacer(Rate.of("9/s")).floor());
    }

    private static PaceState served(long incident, long count) {
        Incidents incidents = new Incidents(START.plusSeconds(incident), 0, 0, null);
        return new PaceState(FLOOR, START, START, incidents, new Served(START.minusSeconds(count), count));
    }

    private static void assertInterval(double millis, Pacer pacer, PaceState state, double seconds) {
        PaceState after = refused(pacer, state, seconds, null, true);

        assertEquals(millis, after.interval().toNanos() / 1e6, 0.01);
    }

    private static PaceState refused(
            Pacer pacer, PaceState state, double seconds, @Nullable Duration retryAfter, boolean slower) {
        Instant now = START.plus(seconds(seconds));
        return pacer.refused(state, now, now, retryAfter, slower);
    }

    private static PaceState state(long interval, int penalty, long served, @Nullable QuietPeriod before) {
        return new PaceState(
                Duration.ofMillis(interval),
                Instant.EPOCH,
                Instant.EPOCH,
                new Incidents(Instant.EPOCH, 0, penalty, before),
                new Served(START, served));
    }

    private static Pacer pacer(Rate rate) {
        return new Pacer(rate, Duration.ZERO, new NoJitter());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** Adds nothing to a wait. */
    private static final class NoJitter extends Random {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 0;
        }
    }
}
