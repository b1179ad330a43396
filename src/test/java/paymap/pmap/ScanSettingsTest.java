package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanSettingsTest {

    /** At once, longest wait in ms, retries, rate; then the number that is out of its range, and its value. */
    @ParameterizedTest
    @CsvSource({
        "0,     1000,   -1, 0,       AT_ONCE,      0",
        "10001, 1000,   -1, 0,       AT_ONCE,      10001",
        "1,     0,      -1, 0,       LONGEST_WAIT, 0",
        "1,     300001, -1, 0,       LONGEST_WAIT, 300001",
        "1,     1000,   -2, 0,       RETRIES,      -2",
        "1,     1000,  101, 0,       RETRIES,      101",
        "1,     1000,   -1, -1,      RATE,         -1",
        "1,     1000,   -1, 1000001, RATE,         1000001",
    })
    void sayWhichNumberIsOutOfItsRange(
            int atOnce, long wait, int retries, int rate, ScanSettings.Limit limit, long value) {
        ScanSettings.OutOfRange e =
                assertThrows(ScanSettings.OutOfRange.class, () -> settings(atOnce, wait, retries, rate));

        assertEquals(limit, e.limit());
        assertEquals(value, e.value());
    }

    @ParameterizedTest
    @CsvSource({"1,1,-1,0", "10000,300000,100,1000000", "1,1,0,1"})
    void mayBeAllThatIsWithin(int atOnce, long wait, int retries, int rate) {
        ScanSettings settings = settings(atOnce, wait, retries, rate);

        assertEquals(atOnce, settings.atOnce());
        assertEquals(Duration.ofMillis(wait), settings.longestWait());
    }

    @Test
    void aShareDiffersInWhatIsDividedOnly() {
        ScanSettings whole = new ScanSettings(100, Duration.ofMillis(7), 3, 50, true, false);

        assertEquals(new ScanSettings(25, Duration.ofMillis(7), 3, 12, true, false), whole.share(25, 12));
    }

    private static ScanSettings settings(int atOnce, long wait, int retries, int rate) {
        return new ScanSettings(atOnce, Duration.ofMillis(wait), retries, rate, false, false);
    }
}
