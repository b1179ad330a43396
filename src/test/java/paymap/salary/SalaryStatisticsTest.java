package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalaryStatisticsTest {

    private static PayCount pay(String raw, long count) {
        return new PayCount(SalaryParser.parse(raw), count);
    }

    private static List<PayCount> once(String... raws) {
        return Stream.of(raws).map(raw -> pay(raw, 1)).toList();
    }

    @Test
    void interpolatesTheQuartilesOfFourPostings() {
        SalaryStatistics figures = SalaryStatistics.of(once("10k-20k", "10k-10k", "40k-60k", "20k-30k"));
        // Midpoints in order: 10000, 15000, 25000, 50000; their sum is 100000.
        assertEquals(4, figures.n());
        assertEquals(25_000.0, figures.mean());
        // Places are 0-based (n - 1) p: 0.75, 1.5 and 2.25.
        assertEquals(13_750.0, figures.p25()); // 10000 + 0.75 * 5000
        assertEquals(20_000.0, figures.median()); // 15000 + 0.5 * 10000
        assertEquals(31_250.0, figures.p75()); // 25000 + 0.25 * 25000
    }

    @Test
    void takesTheQuartilesOfFivePostingsAsTheyStand() {
        SalaryStatistics figures = SalaryStatistics.of(once("5k", "1k", "4k", "2k", "3k"));
        // (5 - 1) p is 1, 2 and 3: no interpolation.
        assertEquals(new SalaryStatistics(5, 3000.0, 2000.0, 3000.0, 4000.0, 0, 0, 0, 0, 0), figures);
    }

    @Test
    void interpolatesBetweenTwoPostings() {
        SalaryStatistics figures = SalaryStatistics.of(once("10k", "20k"));
        assertEquals(new SalaryStatistics(2, 15000.0, 12500.0, 15000.0, 17500.0, 0, 0, 0, 0, 0), figures);
    }

    @Test
    void givesOnePostingAsEveryFigure() {
        SalaryStatistics figures = SalaryStatistics.of(once("15k-25k"));
        assertEquals(new SalaryStatistics(1, 20000.0, 20000.0, 20000.0, 20000.0, 0, 0, 0, 0, 0), figures);
    }

    @Test
    void roundsAThirdOnlyOnce() {
        // (10000 + 10000 + 10001) / 3 = 30001 / 3
        assertEquals(
                30001 / 3.0,
                SalaryStatistics.of(List.of(pay("10k", 2), pay("10001元", 1))).mean());
    }

    @Test
    void dividesYearlyPayByTwelveAndMarksIt() {
        SalaryStatistics figures = SalaryStatistics.of(List.of(pay("20-50万/年", 3), pay("10k", 1)));
        // 350000 / 12 = 29166.67 a month, three times, and 10000: (3 * 350000 + 120000) / 48 = 24375
        assertEquals(24_375.0, figures.mean());
        assertEquals(350_000 / 12.0, figures.median());
        assertEquals(3, figures.givenPerYear());
        assertEquals(4, figures.n());
    }

    @Test
    void ignoresTheMonthsPaidAYear() {
        assertEquals(SalaryStatistics.of(once("25-35K")), SalaryStatistics.of(once("25-35K·16薪")));
    }

    @Test
    void countsWhatIsNotInTheMeanByReason() {
        SalaryStatistics figures = SalaryStatistics.of(List.of(
                pay("15k-25k", 7),
                pay("20k以上", 2),
                pay("35k以下", 1),
                pay("100万以上/年", 1),
                pay("面议", 5),
                pay("200元/天", 1),
                pay("200元/天起", 1),
                pay("100-120元/时", 4),
                pay("25k-15k", 8)));
        assertEquals(new SalaryStatistics(7, 20000.0, 20000.0, 20000.0, 20000.0, 4, 5, 6, 8, 0), figures);
        assertEquals(23, figures.notInMean());
        assertEquals(30, figures.total());
    }

    @Test
    void hasNoFiguresWithoutPay() {
        SalaryStatistics nothing = SalaryStatistics.of(List.of());
        assertEquals(new SalaryStatistics(0, null, null, null, null, 0, 0, 0, 0, 0), nothing);
        assertNull(SalaryStatistics.of(once("面议", "20k以上")).mean());
    }

    @ParameterizedTest
    @CsvSource({"15k-25k, 20000", "1-2元, 1.5", "25-35K·13薪, 30000", "12-12万/年, 10000", "1-2元/年, 0.125"})
    void takesTheMiddleOfARange(String raw, double midpoint) {
        assertEquals(OptionalDouble.of(midpoint), SalaryStatistics.midpoint(SalaryParser.parse(raw)));
    }

    @ParameterizedTest
    @CsvSource({"20k以上", "35k以下", "200元/天", "100-120元/时", "面议", "k-k"})
    void hasNoMidpointOfWhatIsNotInTheMean(String raw) {
        assertEquals(OptionalDouble.empty(), SalaryStatistics.midpoint(SalaryParser.parse(raw)));
    }

    @Test
    void readsTheWeightedTableLikeTheExpandedList() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            List<PayCount> table = randomTable(random);
            List<PayCount> list = table.stream()
                    .flatMap(line -> Stream.generate(() -> new PayCount(line.salary(), 1))
                            .limit(line.count()))
                    .toList();
            assertEquals(SalaryStatistics.of(list), SalaryStatistics.of(table), table::toString);
        }
    }

    @Test
    void agreesWithTheTextbookFormulaOnTheExpandedList() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<PayCount> table = randomTable(random);
            double[] midpoints = table.stream()
                    .flatMapToDouble(line -> SalaryStatistics.midpoint(line.salary()).stream()
                            .flatMap(middle ->
                                    DoubleStream.generate(() -> middle).limit(line.count())))
                    .sorted()
                    .toArray();
            SalaryStatistics figures = SalaryStatistics.of(table);
            assertEquals(midpoints.length, figures.n());
            if (midpoints.length > 0) {
                assertEquals(typeSeven(midpoints, 0.25), figures.p25(), 1e-6);
                assertEquals(typeSeven(midpoints, 0.5), figures.median(), 1e-6);
                assertEquals(typeSeven(midpoints, 0.75), figures.p75(), 1e-6);
            }
        }
    }

    private static double typeSeven(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Test
    void doesNotDependOnTheOrderOfTheLines() {
        Random random = new Random(42);
        List<PayCount> table = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> randomTable(random))
                .flatMap(List::stream)
                .toList());
        SalaryStatistics figures = SalaryStatistics.of(table);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(table, random);
            assertEquals(figures, SalaryStatistics.of(table));
        }
    }

    private static List<PayCount> randomTable(Random random) {
        List<String> odd = List.of("面议", "20k以上", "200元/天", "k-k", "20-50万/年", "7-8万/年");
        return random.ints(random.nextInt(8), 1, 60)
                .mapToObj(low -> random.nextInt(5) == 0
                        ? odd.get(random.nextInt(odd.size()))
                        : low + "-" + (low + random.nextInt(20)) + "k")
                .map(raw -> pay(raw, 1 + random.nextInt(6)))
                .toList();
    }

    @Test
    void staysExactWithBillionsOfPostings() {
        SalaryStatistics figures = SalaryStatistics.of(
                List.of(pay("10k", 1_000_000_000L), pay("20k", 1_000_000_000L), pay("面议", 1_000_000_000_000L)));
        assertEquals(
                new SalaryStatistics(2_000_000_000L, 15e3, 10e3, 15e3, 20e3, 0, 1_000_000_000_000L, 0, 0, 0), figures);
    }

    @Test
    void staysExactWhereTheSumNoLongerFitsALong() {
        long most = Long.MAX_VALUE / 2;
        SalaryStatistics figures = SalaryStatistics.of(List.of(pay("2147483k/月", most), pay("2147481k/月", most)));
        assertEquals(2_147_482_000.0, figures.mean());
        assertEquals(2_147_482_000.0, figures.median());
        assertEquals(2_147_481_000.0, figures.p25());
    }

    @Test
    void refusesMorePostingsThanALongHolds() {
        List<PayCount> tooMany = List.of(pay("10k", Long.MAX_VALUE), pay("20k", 1));
        assertThrows(ArithmeticException.class, () -> SalaryStatistics.of(tooMany));
    }

    @Test
    void refusesAMeanOfNoPostingsAndMoreYearlyOnesThanThereAre() {
        assertThrows(
                IllegalArgumentException.class, () -> new SalaryStatistics(0, 1.0, null, null, null, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SalaryStatistics(1, null, 1.0, 1.0, 1.0, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SalaryStatistics(1, 1.0, 1.0, 1.0, 1.0, 0, 0, 0, 0, 2));
    }

    @Test
    void refusesACountBelowOneAndNamesIt() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> pay("10k", 0));
        assertTrue(refusal.getMessage().endsWith(": 0"), refusal.getMessage());
    }
}
