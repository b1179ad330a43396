package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OnTheWayTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration INTERVAL = Duration.ofMillis(102);

    private final PaceState acquired = PaceState.fresh(INTERVAL, START).withNextPermit(START.plus(INTERVAL));

    @Test
    void untilItHasLeftTheNextPermitIsFarOff() {
        PaceState begun = OnTheWay.begun(acquired);

        assertEquals(START.plus(INTERVAL).plus(OnTheWay.LONGEST), begun.nextPermit());
    }

    @Test
    void whereNoIntervalIsKeptNobodyWaits() {
        PaceState unlimited = PaceState.fresh(Duration.ZERO, START);

        assertSame(unlimited, OnTheWay.begun(unlimited));
    }

    @Test
    void whenItHasLeftTheNextPermitComesOneIntervalLater() {
        PaceState begun = OnTheWay.begun(acquired);

        PaceState left = OnTheWay.left(begun, START.plusMillis(70), begun.nextPermit());

        assertEquals(START.plusMillis(70).plus(INTERVAL), left.nextPermit());
    }

    @Test
    void thatOfAnotherIsOnlyEverPutOff() {
        Instant mine = OnTheWay.begun(acquired).nextPermit();
        PaceState others = OnTheWay.begun(acquired.withNextPermit(START.plusSeconds(7)));

        assertSame(others, OnTheWay.left(others, START.plusSeconds(6), mine));
        assertEquals(
                START.plusSeconds(13).plus(INTERVAL),
                OnTheWay.left(others, START.plusSeconds(13), mine).nextPermit());
    }

    @Test
    void aPaceThatWaitsForNobodyIsAskedForItsNextPermit() {
        assertEquals(acquired.nextPermit(), OnTheWay.worthAsking(acquired, START));
    }

    @Test
    void aPaceThatWaitsForARequestIsAskedWhenThatShouldHaveLeftAndThenAgainAndAgain() {
        PaceState begun = OnTheWay.begun(acquired);
        Instant late = START.plusSeconds(1);
        Instant end = begun.nextPermit().minusMillis(1);

        assertEquals(START.plus(INTERVAL), OnTheWay.worthAsking(begun, START));
        assertEquals(late.plus(INTERVAL), OnTheWay.worthAsking(begun, late));
        assertEquals(begun.nextPermit(), OnTheWay.worthAsking(begun, end));
    }

    @Test
    void itIsAskedOnceAnIntervalButNoOftenerThanEvery20MsAndNoSeldomerThanOnceASecond() {
        for (long[] each : new long[][] {{2, 20}, {5_000, 1_000}}) {
            Duration interval = Duration.ofMillis(each[0]);
            PaceState begun = OnTheWay.begun(PaceState.fresh(interval, START).withNextPermit(START.plus(interval)));
            Instant asked = START.plus(interval).minusNanos(1);

            assertEquals(asked.plusMillis(each[1]), OnTheWay.worthAsking(begun, asked));
        }
    }

    @Test
    void aSiteThatRefusedIsNotAskedForBeforeItsTime() {
        PaceState blocked = OnTheWay.begun(acquired).withBlockedUntil(START.plusSeconds(60));

        assertEquals(START.plusSeconds(60), OnTheWay.worthAsking(blocked, START));
    }
}
