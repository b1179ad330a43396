package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhiskersTest {

    /** Each of the pays once. */
    @ParameterizedTest
    @CsvSource({
        // Box 20 to 40, reach up to 70, which no posting has.
        "10 20 30 40 71, 10000, 40000",
        "10 20 30 40 70, 10000, 70000",
        "20 20 20 20 20, 20000, 20000",
        // No box at all, so nothing is within its reach.
        "5 20 20 20 40, 20000, 20000",
        "12, 12000, 12000"
    })
    void endAtPostingsWithinOneAndAHalfBoxes(String pays, double low, double high) {
        String[] lines = pays.split(" ");
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "北京 " + lines[i] + "k 1";
        }
        Whiskers whiskers = Whiskers.of(MadeUp.data(lines).cities().get(0));

        assertEquals(low, whiskers.low());
        assertEquals(high, whiskers.high());
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, false", "20000, false", "40000, false", "40001, true"})
    void whatIsBeyondIsOutside(double pay, boolean outside) {
        if (outside) {
            assertTrue(new Whiskers(10_000, 40_000).isOutside(pay));
        } else {
            assertFalse(new Whiskers(10_000, 40_000).isOutside(pay));
        }
    }
}
