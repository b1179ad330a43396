package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"12/min,5000", "5/s,200", "0.5/s,2000", "300/h,12000", "1000/s,1", "1/h,3600000", " 5/S ,200"})
    void readsARateAsAStartInterval(String written, long millis) {
        assertEquals(Duration.ofMillis(millis), Rate.of(written).interval());
    }

    @Test
    void roundsTheIntervalUpSoThatTheRateIsNeverPassed() {
        assertEquals(Duration.ofNanos(333_333_334), Rate.of("3/s").interval());
    }

    @Test
    void maxMeansNoLimit() {
        assertTrue(Rate.of("max").unlimited());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/s", "0.000/min", "-1/s", "5", "fast", "5/day", "1001/s", "0.5/h", "", "5/s/s", "9999999/s"})
    void refusesWhatIsNoRateNamingIt(String written) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Rate.of(written));

        assertTrue(refused.getMessage().contains("\"" + written + "\""), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"12/min,12/min", "5/s,5/s", "1/s,1/s", "0.5/s,30/min", "1/min,1/min", "30/h,30/h", "max,max"})
    void writesItselfInTheUnitThatReadsBest(String written, String shown) {
        assertEquals(shown, Rate.of(written).toString());
    }
}
