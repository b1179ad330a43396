package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BasisTest {

    private static PayCount pay(String raw, long count) {
        return new PayCount(SalaryParser.parse(raw), count);
    }

    /** Of every kind of pay. */
    private static final List<PayCount> ALL_KINDS = List.of(
            pay("10k-20k", 7),
            pay("20k-30k·16薪", 3),
            pay("24-48万/年", 2),
            pay("20k以上", 5),
            pay("1000-2000元/周", 11),
            pay("200-300元/天", 13),
            pay("200元/天起", 17),
            pay("100-120元/时", 19),
            pay("面议", 23),
            pay("k-k", 29));

    @ParameterizedTest
    @CsvSource({
        "15k-25k, MONTH, 20000",
        "15k-25k, PACKAGE, 20000",
        "25-35K·16薪, MONTH, 30000",
        "25-35K·16薪, PACKAGE, 40000",
        "1-2元·13薪, PACKAGE, 1.625",
        "24-48万/年, MONTH, 30000",
        "24-48万/年, PACKAGE, 30000",
        "1000-2000元/周, WEEK, 1500",
        "200-301元/天, DAY, 250.5",
        "100-120元/时, HOUR, 110"
    })
    void takesTheMiddleOfARangeInItsOwnUnit(String raw, Basis basis, double midpoint) {
        assertEquals(OptionalDouble.of(midpoint), SalaryStatistics.midpoint(SalaryParser.parse(raw), basis));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 12, 5, 60, 2",
        "PACKAGE, 12, 5, 60, 2",
        "WEEK, 11, 0, 66, 0",
        "DAY, 13, 17, 47, 0",
        "HOUR, 19, 0, 58, 0"
    })
    void countsEachPostingOnceAndWhatIsPaidForAnotherIntervalApart(
            Basis basis, long n, long openEnded, long otherInterval, long perYear) {
        SalaryStatistics figures = SalaryStatistics.of(ALL_KINDS, basis);
        assertEquals(n, figures.n());
        assertEquals(openEnded, figures.openEnded());
        assertEquals(otherInterval, figures.otherInterval());
        assertEquals(perYear, figures.givenPerYear());
        assertEquals(23, figures.undisclosed());
        assertEquals(29, figures.unreadable());
        assertEquals(129, figures.total());
    }

    @Test
    void averagesDayRatesAlone() {
        SalaryStatistics figures = SalaryStatistics.of(List.of(pay("200-300元/天", 3), pay("450元/天", 1)), Basis.DAY);
        assertEquals(300.0, figures.mean());
        assertEquals(250.0, figures.median());
    }

    @ParameterizedTest
    @EnumSource
    void collectsTheSameMidpointsAsTheStatistics(Basis basis) {
        assertEquals(
                SalaryStatistics.of(ALL_KINDS, basis).n(),
                Midpoints.of(ALL_KINDS, basis).n());
    }

    @Test
    void makesThePackageTheMonthWhereNoMonthsAreStated() {
        Random random = new Random(12);
        for (int round = 0; round < 100; round++) {
            List<PayCount> counts = IntStream.rangeClosed(0, random.nextInt(9))
                    .mapToObj(i -> random.nextInt(4) == 0
                            ? pay("7-8万/年", 1 + i)
                            : pay((1 + random.nextInt(40)) + "-" + (41 + i) + "k", 1 + i))
                    .toList();
            assertEquals(SalaryStatistics.of(counts), SalaryStatistics.of(counts, Basis.PACKAGE));
        }
    }

    @Test
    void addsUpAPackageExactly() {
        // (1 + 2) * 13 / 24 three times, and (1 + 2) * 14 / 24 once: (39 * 3 + 42) / 24 / 4 = 159 / 96
        assertEquals(
                OptionalDouble.of(159 / 96.0),
                Midpoints.of(List.of(pay("1-2元·13薪", 3), pay("1-2元·14薪", 1)), Basis.PACKAGE)
                        .mean());
    }

    @ParameterizedTest
    @CsvSource({"MONTH, month", "PACKAGE, package", "WEEK, week", "DAY, day", "HOUR, hour"})
    void hasACode(Basis basis, String code) {
        assertEquals(code, basis.code());
    }
}
