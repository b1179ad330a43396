package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;

class LikeForLikeTest {

    /** A pay and its count, and so on. */
    private static Midpoints table(int... payAndCount) {
        List<PayCount> lines = new ArrayList<>();
        for (int i = 0; i < payAndCount.length; i += 2) {
            lines.add(new PayCount(
                    new Disclosed(payAndCount[i], payAndCount[i], Interval.MONTH, 12), payAndCount[i + 1]));
        }
        return Midpoints.of(lines);
    }

    /**
     * Both cities pay 10000 to juniors and 30000 to seniors; one has three times as many juniors, the other seniors.
     * The raw means are 15000 and 25000, like for like there is no difference.
     */
    @Test
    void seesNoDifferenceWhereOnlyTheMixDiffers() {
        LikeForLike<String, String> figures = LikeForLike.of(
                Map.of(
                        "bj", Map.of("junior", table(10_000, 30), "senior", table(30_000, 10)),
                        "sh", Map.of("junior", table(10_000, 10), "senior", table(30_000, 30))),
                5);
        Adjusted same = new Adjusted(20_000.0, 40, 0);
        assertEquals(Map.of("bj", same, "sh", same), figures.groups());
        assertEquals(Map.of("junior", 40L, "senior", 40L), figures.cells());
    }

    @Test
    void weighsTheCommonCellsByTheRowsOfAllGroups() {
        LikeForLike<String, String> figures = LikeForLike.of(
                Map.of(
                        "bj", Map.of("a", table(10_000, 6, 13_000, 3), "b", table(20_000, 5), "c", table(90_000, 50)),
                        "sh", Map.of("a", table(8_000, 9), "b", table(16_000, 7), "c", table(90_000, 4)),
                        "gz", Map.of("a", table(7_000, 5), "b", table(15_000, 9), "d", table(1, 7))),
                5);
        // a: 9 + 9 + 5 = 23 rows, b: 5 + 7 + 9 = 21; c is too small in sh and d is in gz alone.
        assertEquals(Map.of("a", 23L, "b", 21L), figures.cells());
        assertEquals(44, figures.total());
        // bj: (23 * 11000 + 21 * 20000) / 44; sh: (23 * 8000 + 21 * 16000) / 44; gz: (23 * 7000 + 21 * 15000) / 44
        assertEquals(new Adjusted(673_000 / 44.0, 14, 50), figures.groups().get("bj"));
        assertEquals(new Adjusted(520_000 / 44.0, 16, 4), figures.groups().get("sh"));
        assertEquals(new Adjusted(476_000 / 44.0, 14, 7), figures.groups().get("gz"));
    }

    @Test
    void hasNoMeanWhereNothingIsCommon() {
        LikeForLike<String, String> figures = LikeForLike.of(
                Map.of("bj", Map.of("a", table(10_000, 5)), "sh", Map.of("a", table(10_000, 4), "b", table(1, 9))), 5);
        assertEquals(Map.of("bj", new Adjusted(null, 0, 5), "sh", new Adjusted(null, 0, 13)), figures.groups());
        assertEquals(Map.of(), figures.cells());
        assertEquals(0, figures.weight("a"));
        assertEquals(Map.of(), LikeForLike.of(Map.of(), 5).groups());
    }

    @Test
    void givesOneGroupItsOwnMeanAndKeepsTheOrderGiven() {
        Map<String, Map<String, Midpoints>> groups = new LinkedHashMap<>();
        groups.put("z", Map.of("a", table(1000, 7, 2000, 9), "b", table(5001, 11)));
        LikeForLike<String, String> alone = LikeForLike.of(groups, 1);
        double mean = table(1000, 7, 2000, 9, 5001, 11).mean().orElseThrow();
        assertEquals(mean, alone.groups().get("z").mean());
        groups.put("a", groups.get("z"));
        assertEquals(
                List.of("z", "a"),
                List.copyOf(LikeForLike.of(groups, 1).groups().keySet()));
    }

    @Test
    void addsUpExactlyWhateverTheOrderOfTheCells() {
        Random random = new Random(99);
        List<Integer> cells = new ArrayList<>();
        Map<Integer, Midpoints> one = new LinkedHashMap<>();
        Map<Integer, Midpoints> other = new LinkedHashMap<>();
        for (int cell = 0; cell < 300; cell++) {
            cells.add(cell);
            one.put(cell, table(1 + random.nextInt(90_000), 1 + random.nextInt(40), 7, 3));
            other.put(cell, table(1 + random.nextInt(90_000), 1 + random.nextInt(40), 7, 3));
        }
        LikeForLike<String, Integer> figures = LikeForLike.of(Map.of("one", one, "other", other), 1);
        assertEquals(1, cells.stream().mapToDouble(figures::weight).sum(), 1e-12);
        assertEquals(
                figures.total(),
                figures.groups().values().stream().mapToLong(Adjusted::rows).sum());
        assertEquals(inDecimals(one, figures), figures.groups().get("one").mean());
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(cells, random);
            Map<Integer, Midpoints> shuffled = new LinkedHashMap<>();
            cells.forEach(cell -> shuffled.put(cell, one.get(cell)));
            assertEquals(figures, LikeForLike.of(Map.of("one", shuffled, "other", other), 1));
        }
    }

    /** The same by another way: sixty digits at each step. */
    private static double inDecimals(Map<Integer, Midpoints> group, LikeForLike<String, Integer> figures) {
        MathContext digits = new MathContext(60);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Integer, Midpoints> cell : group.entrySet()) {
            BigDecimal total = cell.getValue().counts().stream()
                    .map(line -> BigDecimal.valueOf(line.midpoint()).multiply(BigDecimal.valueOf(line.count())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal weight = BigDecimal.valueOf(figures.cells().get(cell.getKey()));
            sum = sum.add(total.multiply(weight)
                    .divide(BigDecimal.valueOf(cell.getValue().n()), digits));
        }
        return sum.divide(BigDecimal.valueOf(figures.total()), digits).doubleValue();
    }

    @Test
    void doesNotChangeWhenEveryCountIsTenfold() {
        Map<String, Midpoints> one = Map.of("a", table(10_000, 6, 13_000, 3), "b", table(20_000, 5));
        Map<String, Midpoints> tenfold = Map.of("a", table(10_000, 60, 13_000, 30), "b", table(20_000, 50));
        assertEquals(
                LikeForLike.of(Map.of("x", one), 5).groups().get("x").mean(),
                LikeForLike.of(Map.of("x", tenfold), 5).groups().get("x").mean());
    }

    @Test
    void refusesCellsOfNoPostings() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> LikeForLike.of(Map.of(), 0));
        assertTrue(refusal.getMessage().endsWith(": 0"), refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> MedianOfChanges.of(Map.of(), Map.of(), 0));
    }

    @Test
    void takesTheMedianOfTheCellsThatAreInBoth() {
        Map<String, Midpoints> before = Map.of(
                "a",
                table(10_000, 5),
                "b",
                table(20_000, 500),
                "c",
                table(40_000, 6),
                "few",
                table(1000, 4),
                "thin",
                table(1000, 90),
                "gone",
                table(1, 90));
        Map<String, Midpoints> after = Map.of(
                "a",
                table(11_000, 7),
                "b",
                table(19_000, 5),
                "c",
                table(43_000, 8),
                "few",
                table(9000, 90),
                "thin",
                table(9000, 4),
                "new",
                table(1, 90));
        // a +1000, +10 %; b -1000, -5 %; c +3000, +7.5 %: each cell once, however many postings b had.
        assertEquals(new MedianOfChanges(1000.0, 7.5, 3, 511, 20), MedianOfChanges.of(before, after, 5));
    }

    @Test
    void takesTheMiddleOfTwoCellsAndNothingOfNone() {
        Map<String, Midpoints> before = Map.of("a", table(10_000, 5), "b", table(20_000, 5));
        Map<String, Midpoints> after = Map.of("a", table(11_000, 5), "b", table(20_000, 5));
        assertEquals(new MedianOfChanges(500.0, 5.0, 2, 10, 10), MedianOfChanges.of(before, after, 5));
        assertEquals(new MedianOfChanges(null, null, 0, 0, 0), MedianOfChanges.of(before, after, 6));
    }

    @Test
    void seesNoChangeWhereOnlyTheMixChanged() {
        Map<String, Midpoints> before = Map.of("junior", table(10_000, 30), "senior", table(30_000, 10));
        Map<String, Midpoints> after = Map.of("junior", table(10_000, 10), "senior", table(30_000, 30));
        assertEquals(new MedianOfChanges(0.0, 0.0, 2, 40, 40), MedianOfChanges.of(before, after, 5));
    }
}
