package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    private static List<PayCount> randomTable(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(i -> new PayCount(SalaryParser.parse((1 + random.nextInt(60)) + "k"), 1 + random.nextInt(9)))
                .toList();
    }

    @Test
    void findsEveryPlaceOfTheListLaidOut() {
        Midpoints midpoints = of("10k", "20k", "20k", "5k");
        assertEquals(
                List.of(5000.0, 10_000.0, 20_000.0, 20_000.0),
                LongStream.range(0, 4).mapToObj(midpoints::at).toList());
        assertThrows(IndexOutOfBoundsException.class, () -> midpoints.at(4));
        assertThrows(IndexOutOfBoundsException.class, () -> midpoints.at(-1));
    }

    @Test
    void neverFallsAsPRisesNorTheMedianAsAHigherRowComes() {
        Random random = new Random(31);
        for (int round = 0; round < 200; round++) {
            List<PayCount> table = new ArrayList<>(randomTable(random));
            Midpoints midpoints = Midpoints.of(table);
            for (int percent = 0; percent < 100; percent++) {
                assertTrue(quantile(midpoints, percent) <= quantile(midpoints, percent + 1), table::toString);
            }
            table.add(new PayCount(SalaryParser.parse("60k"), 1));
            assertTrue(quantile(midpoints, 50) <= quantile(Midpoints.of(table), 50), table::toString);
        }
    }

    private static double quantile(Midpoints midpoints, int percent) {
        return midpoints.quantile(percent / 100.0).orElseThrow();
    }

    @Test
    void keepsTheMeanAndTheEndsWhenEveryCountIsMultiplied() {
        Random random = new Random(13);
        for (int round = 0; round < 100; round++) {
            List<PayCount> table = randomTable(random);
            Midpoints once = Midpoints.of(table);
            Midpoints often = Midpoints.of(table.stream()
                    .map(line -> new PayCount(line.salary(), line.count() * 1001))
                    .toList());
            assertEquals(once.mean(), often.mean());
            assertEquals(once.quantile(0), often.quantile(0));
            assertEquals(once.quantile(1), often.quantile(1));
            // The middle one of a thousandfold list is the middle one or one of the two neighbours.
            double median = quantile(often, 50);
            assertTrue(once.at((once.n() - 1) / 2) <= median && median <= once.at(once.n() / 2), table::toString);
        }
    }
}
