package paymap.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paymap.job.JobStore.PayGroup;

class PayFiguresTest {

    @Test
    void nothingStoredGivesNoCity() {
        assertEquals(List.of(), PayFigures.of(List.of()));
    }

    @Test
    void rowsAndOpeningsAreCountedApart() {
        PayFigures city = PayFigures.of(List.of(group("北京", "10k-20k", 2, 2), group("北京", "30k-40k", 1, 6)))
                .get(0);

        assertEquals(3, city.rows().n());
        assertEquals((15_000 * 2 + 35_000) / 3.0, city.rows().mean(), 1e-9);
        assertEquals(15_000, city.rows().median(), 1e-9);
        assertEquals(8, city.openings().n());
        assertEquals((15_000 * 2 + 35_000 * 6) / 8.0, city.openings().mean(), 1e-9);
    }

    @Test
    void aRowWithoutAKnownOpeningCountsAsOne() {
        assertEquals(
                1,
                PayFigures.of(List.of(group("北京", "10k-20k", 1, 0)))
                        .get(0)
                        .openings()
                        .n());
    }

    @Test
    void whatIsNotInTheMeanIsCountedByItsReason() {
        PayFigures city = PayFigures.of(List.of(
                        group("北京", "10k-20k", 1, 1),
                        group("北京", "20k以上", 2, 2),
                        group("北京", "", 3, 3),
                        group("北京", "200元/天", 4, 4),
                        group("北京", "salary", 5, 5)))
                .get(0);

        assertEquals(1, city.rows().n());
        assertEquals(
                List.of(2L, 3L, 4L, 5L),
                List.of(
                        city.rows().openEnded(),
                        city.rows().undisclosed(),
                        city.rows().dayOrHourRate(),
                        city.rows().unreadable()));
    }

    @Test
    void aCityWithNothingInTheMeanHasNoFigures() {
        PayFigures city = PayFigures.of(List.of(group("北京", "", 3, 3))).get(0);

        assertEquals(0, city.rows().n());
        assertNull(city.rows().mean());
        assertNull(city.openings().median());
    }

    @Test
    void theLargestCitiesComeFirstAndUnknownOnesLast() {
        List<PayGroup> groups = new ArrayList<>(List.of(
                group("三沙", "10k-20k", 1, 1),
                group("杭州", "10k-20k", 1, 1),
                group("深圳", "10k-20k", 1, 1),
                group("北京", "10k-20k", 1, 1),
                group("阿里", "10k-20k", 1, 1),
                group("北京", "20k-30k", 1, 1)));
        Collections.shuffle(groups, new Random(3));

        assertEquals(
                List.of("北京", "深圳", "杭州", "三沙", "阿里"),
                PayFigures.of(groups).stream().map(city -> city.group().words()).toList());
    }

    @Test
    void theMonthsBesideThePayAreHandedOn() {
        PayFigures twelve =
                PayFigures.of(List.of(new PayGroup("北京", "10k-20k", 0, 1, 1))).get(0);
        PayFigures fourteen =
                PayFigures.of(List.of(new PayGroup("北京", "10k-20k", 14, 1, 1))).get(0);

        assertEquals(twelve.rows().mean(), fourteen.rows().mean(), 1e-9, "figures are on a 12-month basis");
        assertEquals(0, fourteen.rows().unreadable());
    }

    private static PayGroup group(String city, String salary, long rows, long openings) {
        return new PayGroup(city, salary, 0, rows, openings);
    }

    @Test
    void theOfferedRangeIsTheMeanOfItsEndsAndTheirMiddleIsTheMean() {
        PayFigures city = PayFigures.of(List.of(
                        group("北京", "10k-20k", 2, 9), group("北京", "30万-60万/年", 1, 1), group("北京", "20k以上", 5, 5)))
                .get(0);

        assertEquals((10_000 * 2 + 25_000) / 3.0, city.offered().low(), 1e-9);
        assertEquals((20_000 * 2 + 50_000) / 3.0, city.offered().high(), 1e-9);
        assertEquals(city.mean(), (city.offered().low() + city.offered().high()) / 2, 1e-9);
        assertEquals(city.n(), city.midpoints().n());
        assertEquals(city.rows().median(), city.median(), 1e-9);
    }

    @Test
    void fourPostingsAreTooFewAndNineteenASmallSample() {
        assertFalse(figures(4).isEnough());
        assertTrue(figures(5).isEnough());
        assertTrue(figures(19).isSmall());
        assertFalse(figures(20).isSmall());
    }

    @Test
    void withoutAMeanThereIsNoOffer() {
        PayFigures city = PayFigures.of(List.of(group("北京", "面议", 3, 3))).get(0);

        assertNull(city.offered());
        assertEquals(0, city.mean());
        assertEquals(0, city.quantile(0.9));
    }

    /** Every figure is taken of the groups alone: how they are cut and in which order they come changes nothing. */
    @Test
    void figuresAreThoseOfTheRowsHoweverTheyAreGrouped() {
        List<PayGroup> together =
                List.of(group("北京", "10k-20k", 3, 4), group("北京", "30k-40k", 2, 2), group("北京", "面议", 2, 2));
        List<PayGroup> apart = List.of(
                group("北京", "面议", 1, 1),
                group("北京", "30k-40k", 1, 1),
                group("北京", "10k-20k", 1, 2),
                group("北京", "10k-20k", 2, 2),
                group("北京", "30k-40k", 1, 1),
                group("北京", "面议", 1, 1));

        PayFigures one = PayFigures.of(together).get(0);
        PayFigures other = PayFigures.of(apart).get(0);

        assertEquals(one.rows(), other.rows());
        assertEquals(one.openings(), other.openings());
        assertEquals(one.offered(), other.offered());
        for (double p : new double[] {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}) {
            assertEquals(one.quantile(p), other.quantile(p));
        }
    }

    @Test
    void aQuantileIsAPartOfOne() {
        assertEquals(15_000, figures(5).quantile(1));
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> figures(5).quantile(p));
        }
    }

    private static PayFigures figures(int rows) {
        return PayFigures.of(List.of(group("北京", "10k-20k", rows, rows))).get(0);
    }
}
