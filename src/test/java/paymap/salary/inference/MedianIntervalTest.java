package paymap.salary.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.salary.Midpoints;

class MedianIntervalTest {

    @Test
    void goesFromTheLowestToTheHighestOfSix() {
        assertEquals(
                Optional.of(new Bounds(1000, 6000)), MedianInterval.of(Offers.of(1000, 2000, 3000, 4000, 5000, 6000)));
    }

    @Test
    void isEmptyForFive() {
        assertEquals(Optional.empty(), MedianInterval.of(Offers.of(1000, 2000, 3000, 4000, 5000)));
        assertEquals(Optional.empty(), MedianInterval.of(Offers.of()));
    }

    @Test
    void isOnePointWhereAllAreEqual() {
        assertEquals(Optional.of(new Bounds(9000, 9000)), MedianInterval.of(Offers.table(9000, 10_000_000)));
    }

    @Test
    void findsTheRanksInAFrequencyTable() {
        // Of 20, the 6th lowest and the 6th highest: here the last of the first line and the first of the last.
        assertEquals(Optional.of(new Bounds(1000, 3000)), MedianInterval.of(Offers.table(1000, 6, 2000, 8, 3000, 6)));
        assertEquals(Optional.of(new Bounds(2000, 2000)), MedianInterval.of(Offers.table(1000, 5, 2000, 10, 3000, 5)));
    }

    /** From tables of the sign test, and the last three by SciPy's binom.ppf. */
    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "5, 0",
        "6, 1",
        "8, 1",
        "9, 2",
        "20, 6",
        "25, 8",
        "100, 40",
        "1000000, 499020",
        "10000000, 4996901",
        "2147483647, 1073696410"
    })
    void takesTheRanksOfTheBinomial(long n, long rank) {
        assertEquals(rank, MedianInterval.rank(n, 0.95));
    }

    @Test
    void takesTheInnermostRanksThatReachTheLevel() {
        for (int n = 1; n <= 300; n++) {
            int rank = 0;
            // Twice the sum of the outer terms must not be above 1 - level.
            while (coverage(n, rank + 1) >= 0.95) {
                rank++;
            }
            assertEquals(rank, MedianInterval.rank(n, 0.95), "n " + n);
        }
    }

    @Test
    void aLevelThatIsReachedExactlyIsReached() {
        assertEquals(1, MedianInterval.rank(2, 0.5)); // both are below the median in one case of four
        assertEquals(0, MedianInterval.rank(1, 0.5));
    }

    /** Counted in whole numbers: 1 - 2 P(X &lt; rank). */
    private static double coverage(int n, int rank) {
        BigInteger term = BigInteger.ONE;
        BigInteger below = BigInteger.ZERO;
        for (int k = 0; k < rank; k++) {
            below = below.add(term);
            term = term.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
        BigDecimal all = new BigDecimal(BigInteger.TWO.pow(n));
        return 1 - 2 * new BigDecimal(below).divide(all, MathContext.DECIMAL64).doubleValue();
    }

    @Test
    void goesOnSmoothlyWhereTheLibraryEnds() {
        long last = MedianInterval.rank(Integer.MAX_VALUE, 0.95);
        long next = MedianInterval.rank(Integer.MAX_VALUE + 1L, 0.95);
        assertTrue(last - next >= 0 && last - next <= 2, last + " and " + next);
        assertTrue(MedianInterval.rank(Long.MAX_VALUE, 0.95) < Long.MAX_VALUE / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 100})
    void holdsTheMedianAsOftenAsItsRanksSay(int n) {
        double attainable = coverage(n, (int) MedianInterval.rank(n, 0.95));
        for (Offers offers : new Offers[] {Offers.EVEN, Offers.SKEW}) {
            double share = coverage(offers, n);
            assertTrue(share >= 0.95, offers + " " + share);
            assertEquals(attainable, share, 0.015, offers::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 100})
    void holdsTheMedianOfRoundFiguresAtLeastAsOften(int n) {
        double share = coverage(Offers.ROUND, n);
        assertTrue(share >= 0.95, "" + share);
    }

    private static double coverage(Offers offers, int n) {
        Random random = new Random(20261130L + n);
        int rounds = 3000;
        long held = IntStream.range(0, rounds)
                .filter(round -> MedianInterval.of(offers.draw(random, n))
                        .filter(bounds -> bounds.low() <= offers.median() && offers.median() <= bounds.high())
                        .isPresent())
                .count();
        return (double) held / rounds;
    }

    @Test
    void isWiderAtAHigherLevel() {
        Midpoints midpoints = Offers.EVEN.draw(new Random(3), 50);
        Bounds usual = MedianInterval.of(midpoints).orElseThrow();
        Bounds wide = MedianInterval.of(midpoints, 0.999).orElseThrow();
        assertTrue(wide.low() < usual.low() && usual.high() < wide.high(), usual + " " + wide);
    }
}
