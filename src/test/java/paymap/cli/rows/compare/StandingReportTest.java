package paymap.cli.rows.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.salary.Basis;

class StandingReportTest {

    private static final int WIDE = 1000;

    private static PayFigures all(String offers) {
        PayFigures city = Groups.of("", offers);
        return new PayFigures(Group.ALL, city.rows(), city.openings(), city.midpoints(), city.offered());
    }

    private static List<String> lines(Basis basis, PayFigures... groups) {
        return new StandingReport(22_000, basis, List.of(groups))
                .text(WIDE)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10x132 22x7 30x75 | 22,000 a month is higher than 62% of 214 offers (54 to 69%), the same as 3%, lower"
                        + " than 35%.",
                "10x20 | 22,000 a month is higher than 100% of 20 offers (83 to 100%), the same as 0%, lower than 0%.",
                "30x20 | 22,000 a month is higher than 0% of 20 offers (0 to 17%), the same as 0%, lower than 100%.",
                "22x5 | 22,000 a month is higher than 0% of 5 offers (0 to 53%), the same as 100%, lower than 0%.",
                // What is not all never reads as all.
                "10x999 30 | 22,000 a month is higher than 99.9% of 1,000 offers (99 to 100%), the same as 0%, lower than"
                        + " 0.1%.",
                "10x99999 30 | 22,000 a month is higher than >99.9% of 100,000 offers (99 to 100%), the same as 0%, lower"
                        + " than <0.1%.",
                "10x4 | Too few offers to tell where 22,000 a month stands: 4; it takes 5.",
                "-x9 | Too few offers to tell where 22,000 a month stands: 0; it takes 5."
            })
    void whereItStandsIsOneSentence(String offers, String sentence) {
        assertEquals(sentence, lines(Basis.MONTH, all(offers)).get(0));
    }

    @ParameterizedTest
    @CsvSource({"MONTH,a month", "PACKAGE,a month", "WEEK,a week", "DAY,a day", "HOUR,an hour"})
    void theAmountIsToldWithWhatItIsFor(Basis basis, String per) {
        assertEquals(
                "Too few offers to tell where 22,000 " + per + " stands: 1; it takes 5.",
                lines(basis, all("10")).get(0));
    }

    @Test
    void theMiddleOfTheGroupStandsBelow() {
        assertEquals(
                "Their median is 20,000 (95% interval 20,000 to 20,000); the middle half is 10,000 to 30,000.",
                lines(Basis.MONTH, all("10x20 20x20 30x20")).get(1));
        assertEquals(
                "Their median is 20,000 (95% interval 10,000 to 30,000); the middle half is 20,000 to 20,000. This is a small"
                        + " sample.",
                lines(Basis.MONTH, all("10 20x4 30")).get(1));
        assertEquals(
                "Their median is 20,000 (no interval: fewer than 6 offers); the middle half is 20,000 to 20,000. This is a"
                        + " small sample.",
                lines(Basis.MONTH, all("10 20x3 30")).get(1));
    }

    @Test
    void whatIsLeftOutIsCountedAndWhatItIsComparedWithIsSaid() {
        List<String> lines = lines(Basis.MONTH, all("10x30 -x2"));
        assertEquals("Left out, as they have no such figure: 2 rows.", lines.get(2));
        assertEquals(
                "It is compared with the midpoints of advertised ranges, not with what people earn. The 95% intervals take"
                        + " the offers to be drawn independently.",
                lines.get(3));
        assertEquals(2, lines(Basis.MONTH, all("10x4")).size());
    }

    @Test
    void groupsAreATableAndSmallOnesOnlyTheirNumber() {
        assertEquals(
                """
                Where 22,000 a month stands:
                City   n  higher than  95% interval  same as  lower than  median
                北京  30          67%     47 to 83%      33%          0%  10,000
                上海   4            -             -        -           -       -
                Groups of fewer than 20 offers are small samples; of fewer than 5 nothing is said.
                Left out, as they have no such figure: 3 rows.
                It is compared with the midpoints of advertised ranges, not with what people earn. The 95% intervals take the offers to be drawn independently.
                """,
                new StandingReport(
                                22_000,
                                Basis.MONTH,
                                List.of(Groups.of("北京", "10x20 22x10 -"), Groups.of("上海", "30x4 -x2")))
                        .text(WIDE));
    }

    @Test
    void scriptsReadEveryFigureAndNullWhereThereIsNone() {
        Map<String, ?> tree = new StandingReport(
                        22_000, Basis.MONTH, List.of(Groups.of("北京", "10x20 22x10"), Groups.of("上海", "30x4")))
                .tree();

        assertEquals(
                "{me=22000, groups=["
                        + "{city=北京, n=30, below=20, equal=10, above=0, share_below=0.6667, share_below_low=0.4719,"
                        + " share_below_high=0.8271, p25=10000.0, median=10000.0, p75=22000.0, median_low=10000.0,"
                        + " median_high=22000.0}, "
                        + "{city=上海, n=4, below=0, equal=0, above=4, share_below=null, share_below_low=null,"
                        + " share_below_high=null, p25=null, median=null, p75=null, median_low=null, median_high=null}]}",
                tree.toString());
        assertFalse(tree.containsKey("city"));
    }
}
