package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RttEstimatorTest {

    private static final long MS = 1_000_000L;

    /** By hand, after RFC 6298 2.2 and 2.3; the timeout is SRTT + 4 RTTVAR + 10 ms, at least 100 ms, at most 1 s. */
    @ParameterizedTest
    @CsvSource({
        "200,              200,    610", // RTTVAR 100
        "200 200,          200,    510", // 75
        "200 200 200,      200,    435", // 56.25
        "200 280,          210,    600", // 95
        "200 120,          190,    580", // 95
        "1,                1,      100",
        "400,              400,   1000",
    })
    void estimatesAsTcpDoes(String samples, long srtt, long timeout) {
        RttEstimator rtt = new RttEstimator(1_000 * MS, 1_000 * MS);

        Arrays.stream(samples.split(" ")).forEach(sample -> rtt.update(Long.parseLong(sample) * MS));

        assertEquals(srtt, rtt.srtt() / MS);
        assertEquals(timeout, rtt.timeout(0) / MS);
    }

    @ParameterizedTest
    @CsvSource({"0,100", "1,100", "2,150", "3,200", "4,250", "5,300", "6,300", "100,300"})
    void givesASilentPortMoreTimeFromTheSecondRepetitionOn(int round, long timeout) {
        RttEstimator rtt = new RttEstimator(1_000 * MS, 1_000 * MS);
        rtt.update(MS);

        assertEquals(timeout, rtt.timeout(round) / MS);
    }

    @Test
    void waitsTheInitialTimeWhileNothingHasAnswered() {
        RttEstimator rtt = new RttEstimator(1_000 * MS, 500 * MS);

        assertFalse(rtt.isKnown());
        assertEquals(-1, rtt.srtt());
        assertEquals(500 * MS, rtt.timeout(0));
        assertEquals(500 * MS, rtt.timeout(5));
    }

    @Test
    void neverWaitsLongerThanTheLongest() {
        RttEstimator rtt = new RttEstimator(50 * MS, 500 * MS);
        assertEquals(50 * MS, rtt.timeout(0));

        rtt.update(MS);

        assertTrue(rtt.isKnown());
        assertEquals(50 * MS, rtt.timeout(5));
    }
}
