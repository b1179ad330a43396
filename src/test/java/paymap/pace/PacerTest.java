package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private final Pacer pacer = new Pacer(Rate.of("10/s"), Duration.ZERO, new Random(1));

    @Test
    void theNextPermitComesOneIntervalAfterARequestWasOnTheWire() {
        PaceState acquired = pacer.acquired(fresh(), START);
        PaceState sent = pacer.sent(acquired, START.plusMillis(70)); // the connection took 70 ms to stand

        assertEquals(START.plusMillis(70).plus(pacer.floor()), sent.permitAt());
    }

    @Test
    void leavesALittleMoreRoomThanTheRateAsksFor() {
        assertEquals(Duration.ofMillis(102), pacer.floor());
    }

    @Test
    void crawlDelayOfRobotsTxtWinsOverAFasterRate() {
        Pacer slow = new Pacer(Rate.of("10/s"), Duration.ofSeconds(7), new Random(1));

        assertEquals(Duration.ofSeconds(7), slow.floor());
        assertEquals(Duration.ofSeconds(7), slow.resume(fresh(), START).interval());
    }

    @Test
    void honoursRetryAfterInFullEvenAboveAnHour() {
        PaceState refused = pacer.refused(fresh(), START, START.plusMillis(20), Duration.ofHours(3), true);

        assertEquals(START.plusMillis(20).plus(Duration.ofHours(3)), refused.permitAt());
    }

    @Test
    void eightRefusalsOfOneBurstCountOnce() {
        PaceState state = pacer.refused(fresh(), START, START.plusMillis(20), null, true);
        PaceState after = state;
        for (int i = 0; i < 7; i++) {
            after = pacer.refused(after, START.plusMillis(i), START.plusMillis(30 + i), null, true);
        }

        assertEquals(state, after);
    }

    @Test
    void aLaterRetryAfterInTheSameBurstStillMovesTheWait() {
        PaceState state = pacer.refused(fresh(), START, START.plusMillis(20), Duration.ofSeconds(2), true);

        PaceState after = pacer.refused(state, START, START.plusMillis(40), Duration.ofSeconds(9), true);

        assertEquals(START.plusMillis(40).plusSeconds(9), after.blockedUntil());
        assertEquals(state.incidents().penalty(), after.incidents().penalty());
    }

    @Test
    void theFirstRefusalHalvesTheRate() {
        PaceState calm = servedEvenly(fresh(), 40, pacer.floor());

        PaceState refused = refusedNow(calm);

        assertEquals(2.0, (double) refused.interval().toNanos() / pacer.floor().toNanos(), 0.05);
    }

    @Test
    void twoQuietPeriodsOfDifferentLengthTellTheLimitItself() {
        // A bucket of 8 that gains 4 a second: 13 served in 1.3 s at 10/s, 40 in 8 s at 5/s.
        PaceState first = refusedNow(servedEvenly(fresh(), 14, Duration.ofMillis(100)));
        PaceState second = refusedNow(servedEvenly(first, 41, Duration.ofMillis(200)));

        double perSecond = 1e9 / second.interval().toNanos();
        assertTrue(perSecond > 3.5 && perSecond < 4.0, "should be a little below 4 a second: " + perSecond);
    }

    @Test
    void aWaitThatWasLongEnoughIsUsedAgainAsItWas() {
        PaceState first = refusedNow(servedEvenly(fresh(), 14, Duration.ofMillis(100)));
        PaceState second = refusedNow(servedEvenly(first, 10, Duration.ofMillis(200)));

        assertEquals(0, second.incidents().backoffLevel());
    }

    @Test
    void aWaitAfterWhichNothingWasServedIsDoubled() {
        PaceState first = pacer.refused(fresh(), START, START, null, true);
        Instant later = first.permitAt();
        PaceState second = pacer.refused(first, later, later, null, true);

        double ratio = (double) Duration.between(later, second.blockedUntil()).toMillis()
                / Duration.between(START, first.blockedUntil()).toMillis();
        assertTrue(ratio > 1.7 && ratio < 2.3, "twice, give or take the jitter: " + ratio);
    }

    @Test
    void aDoorThatOpensDoesNotShowThatAWaitWasLongEnough() {
        PaceState refused = pacer.refused(fresh(), START, START, null, true);

        PaceState opened = pacer.served(refused, refused.permitAt(), false);
        PaceState again = pacer.refused(
                opened, refused.permitAt().plusMillis(1), refused.permitAt().plusMillis(2), null, true);

        assertEquals(1, again.incidents().backoffLevel());
    }

    @Test
    void returnsToSpeedSlowlyAfterLongQuietPeriods() {
        PaceState refused = refusedNow(servedEvenly(fresh(), 14, Duration.ofMillis(100)));

        PaceState soon = servedEvenly(refused, 20, Duration.ofSeconds(1));
        PaceState later = servedEvenly(refused, 400, Duration.ofSeconds(1));

        assertEquals(refused.interval(), soon.interval(), "20 s are too short");
        assertTrue(later.interval().compareTo(refused.interval()) < 0);
        assertEquals(0, later.incidents().penalty());
    }

    @Test
    void intervalsStayBetweenTheFloorAndAMinuteWhateverHappens() {
        Random dice = new Random(7);
        PaceState state = fresh();
        Instant now = START;
        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(dice.nextInt(5_000));
            state = switch (dice.nextInt(4)) {
                case 0 -> pacer.refused(state, now.minusMillis(dice.nextInt(50)), now, null, dice.nextBoolean());
                case 1 -> pacer.acquired(state, now);
                case 2 -> pacer.sent(state, now);
                default -> pacer.served(state, now, dice.nextBoolean());
            };
            assertTrue(state.interval().compareTo(pacer.floor()) >= 0, "below the floor: " + state);
            assertTrue(state.interval().compareTo(Pacer.SLOWEST) <= 0, "slower than the slowest: " + state);
            assertTrue(state.incidents().penalty() >= 0 && state.incidents().backoffLevel() >= 0, state.toString());
        }
    }

    @Test
    void aRestartRemembersThatTheSiteWasAngry() {
        PaceState refused = pacer.refused(fresh(), START, START, Duration.ofMinutes(5), true);

        PaceState resumed = pacer.resume(refused, START.plusSeconds(60));

        assertEquals(refused.permitAt(), resumed.permitAt());
        assertEquals(refused.interval(), resumed.interval());
    }

    @Test
    void aRestartWithAFasterRateIsNotHeldByTheOldOne() {
        PaceState calm = new Pacer(Rate.of("12/min"), Duration.ZERO, new Random(1)).resume(null, START);

        assertEquals(pacer.floor(), pacer.resume(calm, START).interval());
    }

    private PaceState fresh() {
        return pacer.resume(null, START);
    }

    private PaceState refusedNow(PaceState state) {
        Instant now = state.quiet().since().plus(elapsed(state)).plusMillis(1);
        return pacer.refused(state, now, now, null, true);
    }

    /** The last of so many answers came this long after the first. */
    private Duration elapsed(PaceState state) {
        return Duration.between(state.quiet().since(), lastAnswer);
    }

    private Instant lastAnswer = START;

    private PaceState servedEvenly(PaceState state, int count, Duration apart) {
        Instant now = state.permitAt().isAfter(START) ? state.permitAt() : START;
        PaceState after = state;
        for (int i = 0; i < count; i++) {
            after = pacer.served(after, now, true);
            lastAnswer = now;
            now = now.plus(apart);
        }
        return after;
    }
}
