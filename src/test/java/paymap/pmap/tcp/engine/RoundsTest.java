package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.ScanSettings;

class RoundsTest {

    /** Rounds that found something late, by a letter each: y or n; then how many rounds there are in all. */
    @ParameterizedTest
    @CsvSource({
        "n,     10,   2", // one repetition, in vain
        "nn,    10,   2",
        "ny,    10,   5", // lossy: three in vain after the last that found something
        "nyy,   10,   6",
        "nyny,  10,   7",
        "ny,    5000, 4", // many silent: two in vain
        "y,     10,   4",
    })
    void goesOnForAsLongAsThatFindsSomething(String foundLate, int silent, int all) {
        Rounds rounds = new Rounds(ScanSettings.AS_NEEDED, true);

        assertEquals(all, play(rounds, foundLate, silent));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "2,3", "4,5"})
    void neverMoreOftenThanAskedFor(int retries, int all) {
        assertEquals(all, play(new Rounds(retries, true), "yyyyyyyy", 10));
    }

    @Test
    void trustsTheKernelsRepetitionUntilSomethingGotLost() {
        Rounds rounds = new Rounds(ScanSettings.AS_NEEDED, true);
        assertEquals(5_000_000_000L - HostPlan.KERNEL_REPEATS - 100, rounds.repeatedBefore(5_000_000_000L, 100));
        rounds.begin();
        assertEquals(5_000_000_000L - HostPlan.KERNEL_REPEATS - 100, rounds.repeatedBefore(5_000_000_000L, 100));

        rounds.foundLate();

        assertEquals(Long.MIN_VALUE, rounds.repeatedBefore(5_000_000_000L, 100));
    }

    @Test
    void inTheSecondRepetitionEachSilentPortIsAsked() {
        Rounds rounds = new Rounds(ScanSettings.AS_NEEDED, true);
        rounds.begin();
        rounds.begin();

        assertEquals(Long.MIN_VALUE, rounds.repeatedBefore(5_000_000_000L, 100));
    }

    @Test
    void whereSocketsAreClosedAtOnceTheKernelRepeatsNothing() {
        assertEquals(Long.MIN_VALUE, new Rounds(ScanSettings.AS_NEEDED, false).repeatedBefore(5_000_000_000L, 100));
    }

    @Test
    void aRepeatedDiscoveryIsNoRoundOfItsOwn() {
        Rounds rounds = new Rounds(0, false);
        rounds.repeatDiscovery();
        assertEquals(1, rounds.number());

        rounds.restart();

        assertEquals(0, rounds.number());
        assertFalse(rounds.isAnotherWorthIt(10));
    }

    private static int play(Rounds rounds, String foundLate, int silent) {
        int all = 1;
        for (int i = 0; ; i++) {
            if (i < foundLate.length() && foundLate.charAt(i) == 'y') {
                rounds.foundLate();
            }
            if (!rounds.isAnotherWorthIt(silent)) {
                return all;
            }
            rounds.begin();
            all++;
        }
    }
}
