package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, scales and bands, by tables. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource({"25600, 25.6k", "25649, 25.6k", "25650.1, 25.7k", "0, 0.0k", "999.9, 1.0k"})
    void payIsToldToTheTenthOfAThousand(double cny, String text) {
        assertEquals(text, NumberFormats.k(cny));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "20000, 20k", "2500, 2.5k", "100000, 100k"})
    void ticksAreAsShortAsTheyCanBe(double cny, String text) {
        assertEquals(text, NumberFormats.tick(cny));
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.001, <1%", "0.005, 1%", "0.374, 37%", "1, 100%"})
    void aShareThatIsThereIsNeverNothing(double share, String text) {
        assertEquals(text, NumberFormats.percent(share));
    }

    @ParameterizedTest
    @CsvSource({
        "24000, 25200, 24.0k → 25.2k (+1.2k)",
        "25000, 22500, 25.0k → 22.5k (−2.5k)",
        "20000, 20049, 20.0k → 20.0k (±0.0k)",
        "20000, 19951, 20.0k → 20.0k (±0.0k)",
        "20000, 20050, 20.0k → 20.1k (+0.1k)"
    })
    void aChangeNamesBothEndsAndItsSign(double before, double after, String text) {
        assertEquals(text, NumberFormats.change(before, after));
    }

    @ParameterizedTest
    @CsvSource({"0, 0–5k", "3, 15–20k", "4, 20–25k", "11, 55–60k", "12, 60k+"})
    void aBinIsNamedByItsEdges(int bin, String name) {
        assertEquals(name, Bins.name(bin, PayUnit.MONTH));
    }

    @Test
    void theLargestShareIsThatOfTheFullestBinOfAnyCity() {
        ChartData data = MadeUp.data("北京 10k 5", "北京 20k 5", "上海 10k 6", "上海 20k 2");

        assertEquals(0.75, Bins.largestShare(data.cities(), PayUnit.MONTH));
        assertEquals(0, Bins.largestShare(java.util.List.of(), PayUnit.MONTH));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10000, 10", "10000.1, 5", "20000, 5", "20001, 0"})
    void atLeastCountsWhatPaysJustThat(double pay, long count) {
        assertEquals(
                count,
                Bins.atLeast(
                        MadeUp.data("北京 10k 5", "北京 20k 5")
                                .cities()
                                .get(0)
                                .midpoints()
                                .counts(),
                        pay));
    }

    @Test
    void longNumbersHaveCommas() {
        assertEquals("250,000", NumberFormats.count(250_000));
        assertEquals("25,600", NumberFormats.whole(25_600.4));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 4, 25",
        "100, 10, 10",
        "101, 10, 20",
        "30000, 12, 2500",
        "0.37, 4, 0.1",
        "0.4, 4, 0.1",
        "7, 3, 2.5"
    })
    void aStepIsRoundAndLeavesFewEnough(double value, int most, double step) {
        assertEquals(step, Scale.step(value, most), 1e-9);
        assertTrue(value / Scale.step(value, most) <= most + 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.37, 0.1, 0.4", "0.4, 0.1, 0.4", "41, 10, 50", "0, 10, 0"})
    void roundingUpKeepsWhatIsRound(double value, double step, double up) {
        assertEquals(up, Scale.roundUp(value, step), 1e-9);
    }

    @Test
    void aScaleGoesEitherWay() {
        Scale down = new Scale(0, 1, 300, 100);
        assertEquals(300, down.at(0), 1e-9);
        assertEquals(250, down.at(0.25), 1e-9);
        assertEquals(100, down.at(1), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNDER_10, under 10k, 10k 以下",
        "9999.99, UNDER_10, under 10k, 10k 以下",
        "10000, FROM_10, 10–15k, 10–15k",
        "19999.9, FROM_15, 15–20k, 15–20k",
        "20000, FROM_20, 20–30k, 20–30k",
        "39999, FROM_30, 30–40k, 30–40k",
        "40000, FROM_40, 40k and over, 40k 及以上",
        "900000, FROM_40, 40k and over, 40k 及以上"
    })
    void aBandHoldsItsLowerEdge(double pay, PayBand band, String english, String chinese) {
        assertEquals(band, PayBand.of(pay));
        assertEquals(english, PayUnit.MONTH.name(band, Language.EN));
        assertEquals(chinese, PayUnit.MONTH.name(band, Language.ZH));
        assertTrue(band.from() <= pay && pay < band.to());
    }

    @Test
    void languagesGoByTheirCodeInAnyCase() {
        assertEquals(Language.ZH, Language.of(" ZH "));
        assertEquals("en", Language.EN.code());
        assertThrows(IllegalArgumentException.class, () -> Language.of("fr"));
    }
}
