package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.salary.Midpoints.MidpointCount;

class ChartDataTest {

    private static final long SEED = Long.getLong("paymap.seed", System.nanoTime());

    @Test
    void figuresAreThoseOfAHandComputedExample() {
        // Midpoints 10, 20, 20, 30, 70 k: mean 30, median 20, quartiles 20 and 30.
        ChartData data = MadeUp.data("北京 8k-12k 1", "北京 15k-25k 2", "北京 20k-40k 1", "北京 60k-80k 1", "北京 面议 3");
        PayFigures city = data.cities().get(0);

        assertEquals(5, city.n());
        assertEquals(30_000, city.mean());
        assertEquals(20_000, city.quantile(0.25));
        assertEquals(20_000, city.median());
        assertEquals(30_000, city.quantile(0.75));
        assertEquals(3, city.rows().notInMean());
        assertNotNull(city.offered());
        assertEquals((8 + 15 + 15 + 20 + 60) / 5.0 * 1000, city.offered().low(), 1e-9);
        assertEquals((12 + 25 + 25 + 40 + 80) / 5.0 * 1000, city.offered().high(), 1e-9);
        assertArrayEquals(
                new long[] {0, 0, 1, 0, 2, 0, 1, 0, 0, 0, 0, 0, 1}, Bins.counts(city.midpoints(), PayUnit.MONTH));
        assertArrayEquals(new long[] {0, 1, 0, 2, 1, 1}, Bins.bands(city.midpoints(), PayUnit.MONTH));
    }

    @Test
    void binsHoldTheirLowerEdgeAndTheLastOneHasNoEnd() {
        assertEquals(3, Bins.of(19_999.9));
        assertEquals(4, Bins.of(20_000));
        assertEquals(12, Bins.of(60_000));
        assertEquals(12, Bins.of(300_000));
        assertEquals(PayBand.FROM_20, PayBand.of(20_000));
        assertEquals(PayBand.FROM_15, PayBand.of(19_999));
    }

    @Test
    void anyTableGivesBinsThatSumToNAndQuantilesAsPercentileCont() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            List<PayGroup> groups = MadeUp.random(random, 3, 1 + random.nextInt(60));
            for (PayFigures city : ChartData.of(MadeUp.SOURCE, PayFigures.of(groups), List.of())
                    .cities()) {
                String hint = "seed " + SEED + ", " + city.group().words();
                assertEquals(
                        city.n(),
                        Arrays.stream(Bins.counts(city.midpoints(), PayUnit.MONTH))
                                .sum(),
                        hint);
                assertEquals(
                        city.n(),
                        Arrays.stream(Bins.bands(city.midpoints(), PayUnit.MONTH))
                                .sum(),
                        hint);
                double p = random.nextInt(101) / 100.0;
                assertEquals(percentileCont(city, p), city.quantile(p), 1e-6, hint);
                if (city.offered() != null) {
                    assertEquals(
                            city.mean(), (city.offered().low() + city.offered().high()) / 2, 1e-6, hint);
                }
            }
        }
    }

    private static double percentileCont(PayFigures city, double p) {
        List<Double> sorted = new ArrayList<>();
        for (MidpointCount line : city.midpoints().counts()) {
            sorted.addAll(Collections.nCopies((int) line.count(), line.midpoint()));
        }
        if (sorted.isEmpty()) {
            return 0;
        }
        double place = (sorted.size() - 1) * p;
        int below = (int) Math.floor(place + 1e-9);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    @Test
    void picturesHoldTheVeryFiguresThatTablesPrint() {
        List<PayFigures> figures = PayFigures.of(MadeUp.random(new Random(SEED), 12, 80));
        List<PayFigures> shuffled = new ArrayList<>(figures);
        Collections.shuffle(shuffled, new Random(SEED));

        assertEquals(figures, ChartData.of(MadeUp.SOURCE, shuffled, List.of()).citiesByRank(), "seed " + SEED);
    }

    @Test
    void citiesStandByMeanAndThoseTooSmallToCompareComeLast() {
        ChartData data = MadeUp.data("北京 10k-20k 9", "上海 20k-30k 9", "广州 90k-99k 4", "深圳 面议 7");

        assertEquals(
                List.of("上海", "北京", "广州", "深圳"),
                data.cities().stream().map(city -> city.group().words()).toList());
        assertEquals(2, data.comparable().size());
        assertNull(data.cities().get(3).offered());
        assertEquals(29, data.total());
        assertEquals(22, data.n());
    }

    @Test
    void onlySoManyCitiesWithMostPostingsRemainInTheOrderOfPictures() {
        ChartData all = MadeUp.data("北京 10k 9", "上海 30k 8", "广州 20k 7", "深圳 90k 2", "杭州 面议 5");

        assertEquals(List.of("上海", "北京"), names(all.only(0, 2).cities()));
        assertEquals(List.of("广州", "深圳", "杭州"), names(all.only(0, 2).leftOut()));
        assertEquals(List.of("上海", "广州", "北京"), names(all.only(7, 99).cities()));
        assertEquals(List.of("上海"), names(all.only(8, 99).only(0, 1).leftOut()));
        assertEquals(all, all.only(0, Integer.MAX_VALUE));
        assertEquals(17, all.only(0, 2).total(), "figures are of what remains");
    }

    @Test
    void ofEqualCitiesTheFirstInTheOrderOfTablesRemains() {
        assertEquals(
                List.of("北京"),
                names(MadeUp.data("上海 30k 9", "北京 10k 9").only(0, 1).cities()));
    }

    @Test
    void askingForMorePostingsThanAnyCityHasIsRefused() {
        ChartData all = MadeUp.data("北京 10k 9", "上海 30k 8");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> all.only(10, 9));

        assertEquals("no city has 10 postings; the most is 9", refused.getMessage());
    }

    @Test
    void aFewCitiesTooSmallHaveARowEachAndMoreShareOneLine() {
        ChartData few = MadeUp.data("北京 10k 9", "上海 30k 1", "广州 20k 1", "深圳 90k 1");
        ChartData many = MadeUp.data("北京 10k 9", "上海 30k 1", "广州 20k 1", "深圳 90k 1", "杭州 面议 5");
        ChartData none = MadeUp.data("北京 10k 1", "上海 30k 1", "广州 20k 1", "深圳 90k 1");

        assertEquals(List.of(), few.listed());
        assertEquals(few.cities(), few.shown());
        assertEquals(4, many.listed().size());
        assertEquals(List.of("北京"), names(many.shown()));
        assertEquals(none.cities(), none.shown(), "where all are too small, all are shown");
    }

    @Test
    void aSolidSampleHasTwentyPostings() {
        assertEquals(
                List.of("北京"),
                names(MadeUp.data("北京 10k 20", "上海 30k 19", "广州 面议 90").solid()));
    }

    private static List<String> names(List<PayFigures> cities) {
        return cities.stream().map(city -> city.group().words()).toList();
    }

    @Test
    void theTrendTakesTheLastRunOfADay() {
        Trend trend = Trend.of(List.of(
                run(1, "2026-11-01T08:00:00Z", "10k"),
                run(2, "2026-11-02T08:00:00Z", "20k"),
                run(3, "2026-11-02T18:00:00Z", "30k")));

        assertEquals(List.of("2026-11-01", "2026-11-02"), trend.moments());
        assertEquals(
                30_000, trend.cities().get(Group.ofCity("北京")).get("2026-11-02").mean());
    }

    @Test
    void runsOfOneDayAreToldApartByTheMinute() {
        Trend trend = Trend.of(List.of(run(1, "2026-11-01T08:00:10Z", "10k"), run(2, "2026-11-01T09:30:00Z", "20k")));

        assertEquals(List.of("2026-11-01T08:00", "2026-11-01T09:30"), trend.moments());
    }

    @Test
    void thereIsNoTrendAcrossKeywords() {
        RunPay java = new RunPay(
                2, "2026-11-02T08:00:00Z", "java", MadeUp.groups("北京 10k 9").get(0));
        Trend trend = Trend.of(List.of(run(1, "2026-11-01T08:00:00Z", "10k"), java));

        assertTrue(trend.isEmpty());
        assertEquals(List.of("java", "python"), trend.mixed());
    }

    private static RunPay run(long id, String started, String pay) {
        return new RunPay(
                id, started, "python", MadeUp.groups("北京 " + pay + " 9").get(0));
    }
}
