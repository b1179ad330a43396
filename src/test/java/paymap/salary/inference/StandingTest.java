package paymap.salary.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.salary.Midpoints;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "9999, 0, 0, 10",
        "10000, 0, 3, 7",
        "15000, 3, 0, 7",
        "20000, 3, 5, 2",
        "30000, 8, 2, 0",
        "30000.5, 10, 0, 0"
    })
    void countsTheOffersOnEachSideAndTiesApart(double pay, long below, long equal, long above) {
        Midpoints midpoints = Offers.table(10_000, 3, 20_000, 5, 30_000, 2);
        assertEquals(new Standing(below, equal, above), Standing.of(midpoints, pay));
    }

    @Test
    void givesTheSharesThatAreStrictlyBelowAndAbove() {
        Standing standing = Standing.of(Offers.table(10_000, 3, 20_000, 5, 30_000, 2), 20_000);
        assertEquals(OptionalDouble.of(0.3), standing.shareBelow());
        assertEquals(OptionalDouble.of(0.2), standing.shareAbove());
        assertEquals(10, standing.n());
    }

    @Test
    void hasNoShareOfNoOffers() {
        Standing standing = Standing.of(Offers.of(), 20_000);
        assertEquals(OptionalDouble.empty(), standing.shareBelow());
        assertEquals(Optional.empty(), standing.shareAboveInterval());
    }

    /** As in R's binom.test. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3084971",
        "1, 10, 0.0025286, 0.4450161",
        "3, 10, 0.0667395, 0.6524529",
        "5, 10, 0.1870860, 0.8129140",
        "10, 10, 0.6915029, 1"
    })
    void takesTheIntervalOfClopperAndPearson(long count, long n, double low, double high) {
        Bounds bounds = ShareInterval.of(count, n);
        assertEquals(low, bounds.low(), 1e-7);
        assertEquals(high, bounds.high(), 1e-7);
    }

    @Test
    void givesTheOtherSideAsTheMirror() {
        Standing standing = new Standing(30, 0, 70);
        Bounds below = standing.shareBelowInterval().orElseThrow();
        Bounds above = standing.shareAboveInterval().orElseThrow();
        assertEquals(1 - below.high(), above.low(), 1e-9);
        assertEquals(1 - below.low(), above.high(), 1e-9);
    }

    /** Not drawn but added up: what each count brings, times how probable it is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 50})
    void holdsTheTrueShareAtLeastAsOftenAsTheLevelSays(int n) {
        for (double share = 0.01; share < 1; share += 0.01) {
            double held = 0;
            double probability = Math.pow(1 - share, n);
            for (int below = 0; below <= n; below++) {
                Bounds bounds =
                        new Standing(below, 0, n - below).shareBelowInterval().orElseThrow();
                held += bounds.low() <= share && share <= bounds.high() ? probability : 0;
                probability *= (n - below) / (below + 1.0) * share / (1 - share);
            }
            assertTrue(held >= 0.95, "share " + share + " held " + held);
        }
    }

    @Test
    void isNarrowWithMillionsOfOffers() {
        Standing standing = Standing.of(Offers.table(10_000, 4_000_000, 20_000, 6_000_000), 15_000);
        Bounds bounds = standing.shareBelowInterval().orElseThrow();
        // 1.96 sqrt(0.4 * 0.6 / 10^7) = 0.000304
        assertEquals(0.4 - 0.000304, bounds.low(), 1e-6);
        assertEquals(0.4 + 0.000304, bounds.high(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPayThatIsNoneAndNamesIt(double pay) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Standing.of(Offers.of(10_000), pay));
        assertTrue(refusal.getMessage().contains(Double.toString(pay)), refusal.getMessage());
    }
}
