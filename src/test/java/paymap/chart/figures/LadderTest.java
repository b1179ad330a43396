package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.job.City;
import paymap.job.ladder.Experience;

/** Figures by group and step. */
class LadderTest {

    private static final ChartData DATA = MadeUp.ladder(
            Dimension.EXPERIENCE,
            "北京/1-3 10k 20",
            "北京/3-5 20k 20",
            "北京/10+ 50k 3",
            "北京/any 15k 7",
            "北京/unstated 15k 2",
            "上海/1-3 8k 20",
            "上海/3-5 12k 20",
            "上海/over10 40k 4");

    private static Ladder ladder() {
        return DATA.details().experience();
    }

    @Test
    void onlyStepsWithPostingsEnoughAreSteps() {
        assertEquals(List.of(Experience.FROM_1_TO_3, Experience.FROM_3_TO_5), ladder().rungs());
        assertFalse(ladder().isEmpty());
        assertTrue(MadeUp.ladder(Dimension.EXPERIENCE, "北京/1-3 10k 20", "北京/any 10k 20")
                .details()
                .experience()
                .isEmpty());
    }

    @Test
    void whatIsOnNoStepIsCounted() {
        Ladder.Line beijing = ladder().of(Group.ofCity("北京")).orElseThrow();

        assertEquals(12, beijing.beside(), "3 of a step that is none, 7 of any, 2 that say nothing");
        assertEquals(52, beijing.n());
        assertEquals(
                "On no step, as any experience will do, or none is stated or readable: 12 postings.",
                new LadderFindings(MadeUp.wording(DATA, Language.EN)).beside(ladder()));
    }

    @Test
    void aSentenceComparesTheSameStepsOfAllLines() {
        LadderFindings english = new LadderFindings(MadeUp.wording(DATA, Language.EN));

        assertEquals(
                "From 1-3 years to 3-5 years the median moves most in Beijing, 10.0k → 20.0k (+10.0k); least in Shanghai,"
                        + " 8.0k → 12.0k (+4.0k).",
                english.climb(ladder()));
        assertEquals(
                "Highest median: Beijing, 3-5 years, 20.0k (n = 20); lowest: Shanghai, 1-3 years, 8.0k (n = 20).",
                english.ends(ladder()));
        assertEquals(
                "从1-3年到3-5年，中位数升得最多的是北京（10.0k → 20.0k (+10.0k)），最少的是上海（8.0k → 12.0k (+4.0k)）。",
                new LadderFindings(MadeUp.wording(DATA, Language.ZH)).climb(ladder()));
    }

    @Test
    void sixGroupsWithMostPostingsAreLines() {
        List<String> lines = new ArrayList<>();
        for (int city = 0; city < 8; city++) {
            lines.add(City.KNOWN.get(city).chinese() + "/1-3 10k " + (10 + city));
            lines.add(City.KNOWN.get(city).chinese() + "/3-5 10k " + (10 + city));
        }
        Ladder eight = MadeUp.ladder(Dimension.EXPERIENCE, lines.toArray(String[]::new))
                .details()
                .experience();

        assertEquals(
                City.KNOWN.subList(2, 8).stream().map(City::chinese).toList(),
                eight.largest().lines().stream()
                        .map(line -> line.group().value(Dimension.CITY))
                        .toList());
    }

    @Test
    void likeForLikeIsToldBesideRaw() {
        ChartData data = MadeUp.alike(MadeUp.data("北京 20k 30", "上海 10k 30", "合肥 5k 6"));

        assertEquals(
                "Raw, the mean of Beijing is 100% above that of Shanghai; like for like it is 100% above.",
                new LadderFindings(MadeUp.wording(data, Language.EN)).likeForLike());
    }
}
