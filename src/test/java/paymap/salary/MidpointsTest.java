package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.salary.Midpoints.MidpointCount;

class MidpointsTest {

    private static Midpoints of(String... raws) {
        return Midpoints.of(List.of(raws).stream()
                .map(raw -> new PayCount(SalaryParser.parse(raw), 1))
                .toList());
    }

    @Test
    void sortsTheMidpointsAndMergesEqualOnes() {
        Midpoints midpoints = of("20k", "10k-30k", "5k", "面议", "24-24万/年");
        assertEquals(List.of(new MidpointCount(5000, 1), new MidpointCount(20000, 3)), midpoints.counts());
        assertEquals(4, midpoints.n());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000",
        "0.1, 2000",
        "0.2, 3000",
        "0.3, 4000",
        "0.7, 8000",
        "0.9, 10000",
        "1, 11000", // no rounding noise
        "0.05, 1500",
        "0.33, 4300"
    })
    void takesAQuantileAsTheDecimalNumberItPrintsAs(double p, double expected) {
        String[] oneToEleven =
                IntStream.rangeClosed(1, 11).mapToObj(i -> i + "k").toArray(String[]::new);
        assertEquals(OptionalDouble.of(expected), of(oneToEleven).quantile(p));
    }

    @Test
    void findsQuantilesAcrossLinesOfDifferentWeight() {
        Midpoints midpoints = Midpoints.of(
                List.of(new PayCount(SalaryParser.parse("10k"), 3), new PayCount(SalaryParser.parse("20k"), 1)));
        // 10, 10, 10, 20: place 3 * 0.9 = 2.7 is 0.7 of the way from the third to the fourth.
        assertEquals(OptionalDouble.of(17_000), midpoints.quantile(0.9));
        assertEquals(OptionalDouble.of(10_000), midpoints.quantile(0.5));
        assertEquals(OptionalDouble.of(12_500), midpoints.mean());
    }

    @Test
    void isEmptyWithoutPay() {
        Midpoints none = of("面议", "20k以上");
        assertEquals(0, none.n());
        assertEquals(OptionalDouble.empty(), none.mean());
        assertEquals(OptionalDouble.empty(), none.quantile(0.5));
        assertEquals(List.of(), none.counts());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAQuantileOutsideZeroToOneAndNamesIt(double p) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> of("10k").quantile(p));
        assertTrue(refusal.getMessage().contains(Double.toString(p)), refusal.getMessage());
    }
}
