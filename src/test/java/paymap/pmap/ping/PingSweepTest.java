package paymap.pmap.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.TargetsTest;

/** The longest wait is a second in all of them. */
class PingSweepTest {

    private static final long MS = 1_000_000L;
    private static final Address FIRST = Address.of("10.0.0.1");
    private static final Address SECOND = Address.of("10.0.0.2");

    @Test
    void asksEachHostInOrderUpToAsManyAsMayBeOut() {
        PingSweep sweep = sweep("10.0.0.1-5", 3, -1, 0);

        assertEquals(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"), asked(sweep, 0));
        assertEquals(List.of(), asked(sweep, 999 * MS));
    }

    @Test
    void anAnswerMakesRoomForTheNext() {
        PingSweep sweep = sweep("10.0.0.1-5", 2, -1, 0);
        asked(sweep, 0);

        assertEquals(3_000, sweep.answered(SECOND, 3 * MS));

        assertEquals(List.of("10.0.0.3"), asked(sweep, 3 * MS));
    }

    @Test
    void anAnswerOfAHostThatWasNotAskedIsNone() {
        PingSweep sweep = sweep("10.0.0.1", 2, -1, 0);
        asked(sweep, 0);

        assertEquals(-1, sweep.answered(Address.of("10.0.0.9"), MS));
        assertFalse(sweep.over());
        assertEquals(1_000, sweep.answered(FIRST, MS));
        assertTrue(sweep.over());
        assertEquals(-1, sweep.answered(FIRST, 2 * MS), "a duplicate");
    }

    @Test
    void aClockThatGoesBackIsNoNegativeTime() {
        PingSweep sweep = sweep("10.0.0.1", 2, -1, 0);
        asked(sweep, 5 * MS);

        assertEquals(0, sweep.answered(FIRST, 4 * MS));
    }

    /** How often a silent host is asked, and when it is given up in ms. */
    @ParameterizedTest
    @CsvSource({"-1,2,2001", "0,1,1000", "1,2,2001", "3,4,4003"})
    void aSilentHostIsAskedAsOftenAsAllowedAndThenGivenUp(int retries, int times, long givenUp) {
        PingSweep sweep = sweep("10.0.0.1", 4, retries, 0);
        int asked = 0;
        long now = 0;
        Address gone = null;
        while (gone == null && now < 60_000 * MS) {
            asked += asked(sweep, now).size();
            gone = sweep.givenUp(now);
            now += gone == null ? MS : 0;
        }

        assertEquals(FIRST, gone);
        assertEquals(times, asked);
        assertEquals(givenUp, now / MS);
        assertTrue(sweep.over());
        assertNull(sweep.givenUp(now));
    }

    @Test
    void onceSomebodyHasAnsweredTheNextIsAskedSooner() {
        PingSweep sweep = sweep("10.0.0.1-9", 1, 0, 0);
        asked(sweep, 0);
        sweep.answered(FIRST, MS);
        asked(sweep, MS);

        assertNull(sweep.givenUp(100 * MS));
        assertEquals(List.of(), asked(sweep, 100 * MS));
        assertNull(sweep.givenUp(101 * MS), "it is heard for its whole second");
        assertEquals(List.of("10.0.0.3"), asked(sweep, 101 * MS));
        assertEquals(SECOND, sweep.givenUp(1_001 * MS));
    }

    @Test
    void afterTheLastQuestionAHostIsHeardForHalfTheLongestWait() {
        PingSweep sweep = sweep("10.0.0.1-2", 2, 9, 0);
        asked(sweep, 0);
        sweep.answered(FIRST, MS); // so the other is asked again after 100 ms each

        long now = MS;
        long last = 0;
        while (now < 60_000 * MS && sweep.givenUp(now) == null) {
            last = asked(sweep, now).isEmpty() ? last : now;
            now += MS;
        }

        assertEquals(900, last / MS);
        assertEquals(1_400, now / MS);
    }

    @Test
    void aHostThatAnswersWhileItWaitsToBeAskedAgainIsNotAskedAgain() {
        PingSweep sweep = sweep("10.0.0.1-2", 1, 1, 0);
        asked(sweep, 0);
        assertNull(sweep.givenUp(1_000 * MS)); // put into the queue of those to ask again

        sweep.answered(FIRST, 1_000 * MS);

        assertEquals(List.of("10.0.0.2"), asked(sweep, 1_000 * MS));
    }

    @Test
    void whatWasPutBackIsAskedFirstAndAfterThePause() {
        PingSweep sweep = sweep("10.0.0.1-3", 3, 0, 0);
        PingSweep.Asked first = sweep.next(0);
        sweep.putBack(first, 0, 5 * MS);

        assertNull(sweep.next(4 * MS));
        assertEquals(4 * MS, sweep.untilNext(MS));
        assertSame(first, sweep.next(5 * MS));
        assertEquals(1, first.tries);
    }

    @Test
    void aHostThatMakesNoSenseIsLeft() {
        PingSweep sweep = sweep("10.0.0.1-2", 1, 0, 0);
        PingSweep.Asked first = sweep.next(0);

        sweep.drop(first);

        assertEquals(-1, sweep.answered(FIRST, MS));
        assertEquals(SECOND, sweep.next(MS).host);
        sweep.answered(SECOND, 2 * MS);
        assertTrue(sweep.over());
    }

    @Test
    void keepsToTheRate() {
        PingSweep sweep = sweep("10.0.0.0/24", 64, 0, 100);
        int asked = 0;
        for (long now = 0; now < 1_000 * MS; now += MS) {
            asked += asked(sweep, now).size();
        }

        assertTrue(asked >= 62 && asked <= 101, "asked " + asked); // 64 may be out at once, none of them answers
        PingSweep next = sweep("10.0.0.0/24", 64, 0, 100);
        assertNotNull(next.next(0));
        assertNull(next.next(MS));
        assertEquals(9 * MS, next.untilNext(MS));
    }

    @Test
    void takesTargetsOnlyWhenThereIsRoom() {
        PingSweep sweep = sweep("10.0.0.0/8", 2, 0, 0);
        asked(sweep, 0);

        assertFalse(sweep.over());
        assertEquals(1_000 * MS, sweep.untilNext(0));
        assertEquals(0, sweep.untilNext(1_000 * MS));
    }

    private static List<String> asked(PingSweep sweep, long now) {
        List<String> hosts = new ArrayList<>();
        for (PingSweep.Asked asked = sweep.next(now); asked != null && hosts.size() < 1_000; asked = sweep.next(now)) {
            hosts.add(asked.host.toString());
        }
        return hosts;
    }

    private static PingSweep sweep(String hosts, int atOnce, int retries, int rate) {
        return new PingSweep(
                TargetsTest.reader().targets(hosts, "", false).iterator(),
                new ScanSettings(atOnce, Duration.ofSeconds(1), retries, rate, false, false),
                0);
    }
}
