package paymap.salary.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.salary.Midpoints;

class ComparisonTest {

    private static Comparison compare(Midpoints first, Midpoints second) {
        return Comparison.of(first, second).orElseThrow();
    }

    @Test
    void countsThePairsThatAreHigherEqualAndLower() {
        // 10 is below all of 15, 20, 20; of the two 20s, each is above 15 and equals two; 30 is above all three.
        Comparison comparison = compare(Offers.of(10, 20, 20, 30), Offers.of(15, 20, 20));
        assertEquals(5 / 12.0, comparison.higher());
        assertEquals(4 / 12.0, comparison.equal());
        assertEquals(3 / 12.0, comparison.lower());
        assertEquals(0, comparison.difference());
    }

    @Test
    void hasNoIntervalsForSixOffersAndNothingForNone() {
        Comparison few = compare(Offers.table(10, 6), Offers.table(20, 100));
        assertNull(few.differenceInterval());
        assertNull(few.higherInterval());
        assertNotNull(compare(Offers.table(10, 7), Offers.table(20, 7)).differenceInterval());
        assertEquals(Optional.empty(), Comparison.of(Offers.of(), Offers.of(10)));
        assertEquals(Optional.empty(), Comparison.of(Offers.of(10), Offers.of()));
    }

    @Test
    void takesTheDifferenceOfTheMediansAndOfTheirOutermostEnds() {
        Comparison comparison =
                compare(Offers.of(11, 12, 13, 14, 15, 16, 17), Offers.of(101, 102, 103, 104, 105, 106, 107));
        assertEquals(-90, comparison.difference());
        assertEquals(new Bounds(11 - 107, 17 - 101), comparison.differenceInterval());
    }

    @Test
    void isTheMirrorOfTheOtherWayRound() {
        Random random = new Random(8);
        for (int round = 0; round < 50; round++) {
            Midpoints first = Offers.ROUND.draw(random, 7 + random.nextInt(40));
            Midpoints second = Offers.STEP.draw(random, 7 + random.nextInt(40));
            Comparison one = compare(first, second);
            Comparison other = compare(second, first);
            assertEquals(-one.difference(), other.difference(), 0);
            assertEquals(
                    -one.differenceInterval().low(), other.differenceInterval().high(), 0);
            assertEquals(one.higher(), other.lower());
            assertEquals(one.lower(), other.higher());
            assertEquals(one.equal(), other.equal());
            assertEquals(1, one.higher() + one.equal() + one.lower(), 1e-12);
            assertTrue(holds(one.higherInterval(), one.higher()), one::toString);
        }
    }

    @Test
    void mirrorsTheIntervalWhereNothingIsEqual() {
        Midpoints first = Offers.of(11, 13, 15, 27, 29, 31, 33, 35);
        Midpoints second = Offers.of(10, 12, 14, 16, 18, 20, 30);
        Bounds one = compare(first, second).higherInterval();
        Bounds other = compare(second, first).higherInterval();
        assertEquals(1 - one.low(), other.high(), 1e-12);
        assertEquals(1 - one.high(), other.low(), 1e-12);
    }

    /** Against the same formula written out pair by pair with NumPy and SciPy. */
    @Test
    void takesTheVarianceOfThePairsWithTies() {
        Bounds bounds = compare(Offers.table(10, 2, 20, 5, 30, 3), Offers.table(10, 4, 20, 6, 40, 2))
                .higherInterval();
        assertEquals(0.2027918088, bounds.low(), 1e-9);
        assertEquals(0.6672984398, bounds.high(), 1e-9);
        bounds =
                compare(Offers.table(20, 5, 10, 2), Offers.table(10, 5, 20, 45)).higherInterval();
        assertEquals(0.0102178293, bounds.low(), 1e-9);
        assertEquals(0.3643465638, bounds.high(), 1e-9);
    }

    @Test
    void isNotSureWhereAFewOffersAgree() {
        Bounds bounds = compare(Offers.table(20, 10), Offers.table(10, 10)).higherInterval();
        assertEquals(1, bounds.high(), 1e-12);
        // Ten pairs without a common offer would all agree this often: 0.69^10 = 0.025.
        assertTrue(bounds.low() > 0.6 && bounds.low() < 0.8, bounds::toString);
    }

    @Test
    void staysExactWithTenMillionOffersOnEachSide() {
        Comparison comparison = compare(Offers.table(10, 9_999_999, 20, 1), Offers.table(10, 1, 15, 9_999_998, 20, 1));
        // Higher: the one 20 above all but one.
        assertEquals(9_999_999 / 1e14, comparison.higher(), 0);
        assertEquals(10_000_000 / 1e14, comparison.equal(), 0);
        assertTrue(comparison.higherInterval().high() < 0.001, comparison::toString);
    }

    /** Alike with steps, alike with a tail, and nearly apart; each with groups of the same and of other sizes. */
    @ParameterizedTest
    @CsvSource({"ROUND, STEP", "SKEW, EVEN", "HIGH, ROUND"})
    void holdsTheTruthAboutAsOftenAsTheLevelSays(Offers first, Offers second) {
        Random random = new Random(20261130);
        double higher = compare(first.draw(random, 100_000), second.draw(random, 100_000))
                .higher();
        double difference = first.median() - second.median();
        for (int[] sizes : new int[][] {{7, 60}, {60, 7}, {20, 20}}) {
            List<Comparison> comparisons = Stream.generate(
                            () -> compare(first.draw(random, sizes[0]), second.draw(random, sizes[1])))
                    .limit(1000)
                    .toList();
            double share = share(comparisons, c -> holds(c.higherInterval(), higher));
            assertTrue(share >= 0.945, Arrays.toString(sizes) + " higher " + share);
            share = share(comparisons, c -> holds(c.differenceInterval(), difference));
            assertTrue(share >= 0.95, Arrays.toString(sizes) + " difference " + share);
        }
    }

    private static double share(List<Comparison> comparisons, Predicate<Comparison> holds) {
        return (double) comparisons.stream().filter(holds).count() / comparisons.size();
    }

    private static boolean holds(Bounds bounds, double figure) {
        return bounds.low() <= figure && figure <= bounds.high();
    }
}
