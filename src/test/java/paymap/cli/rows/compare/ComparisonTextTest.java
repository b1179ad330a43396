package paymap.cli.rows.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.figures.Contrast;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.figures.PayFigures;
import paymap.figures.Verdict;
import paymap.salary.LikeForLike;
import paymap.salary.Midpoints;

class ComparisonTextTest {

    private static final String DO_NOT_TELL = "these rows do not tell which pays more.";

    private static Contrast contrast(String first, String second) {
        return Contrast.of(Groups.of("北京", first), Groups.of("上海", second), 0, null);
    }

    /** What is said, and the same the other way round. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // All of one above all of the other.
                "20x30 | 10x30 | FIRST_BY_MEDIAN | SECOND_BY_MEDIAN",
                // The usual case of clear medians.
                "15x20 20x40 25x20 | 10x20 15x40 20x20 | FIRST_BY_MEDIAN | SECOND_BY_MEDIAN",
                // Wide and alike.
                "10x10 20x10 30x10 | 10x10 20x10 30x10 | NOT_TOLD | NOT_TOLD",
                // Equal to the last offer: the interval is 0 alone, and still nobody can say that the boards pay alike.
                "15x50 | 15x50 | NOT_TOLD | NOT_TOLD",
                // The interval goes from 0 up: medians jump by whole steps.
                "15x49 20x51 | 10x5 15x90 20x5 | FIRST_OR_EQUAL | SECOND_OR_EQUAL",
                // Both medians are 15, and of all pairs 60 in 100 are higher on one side.
                "15x150 25x100 | 5x100 15x150 | FIRST_BY_PAIRS | SECOND_BY_PAIRS",
                // More than half of the one lie just above the middle of the other, whose other half is far above.
                "10x400 20x600 | 19x600 40x400 | CONTRADICTION | CONTRADICTION",
                // 6 are enough for figures and too few for an interval, 7 allow one.
                "20x6 | 10x70 | NO_INTERVAL | NO_INTERVAL",
                "20x7 | 10x70 | FIRST_BY_MEDIAN | SECOND_BY_MEDIAN",
                "20x4 | 10x70 | NOTHING | NOTHING",
                "-x30 | 10x70 | NOTHING | NOTHING",
                "- | - | NOTHING | NOTHING"
            })
    void theVerdictIsNoMoreThanTheIntervalsAllow(String first, String second, Verdict verdict, Verdict mirrored) {
        assertEquals(verdict, contrast(first, second).verdict());
        assertEquals(mirrored, contrast(second, first).verdict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20x30 | 10x30 | The interval of the difference leaves out 0: by these rows, the higher median is that of 北京.",
                "10x30 | 20x30 | The interval of the difference leaves out 0: by these rows, the higher median is that of 上海.",
                "10x10 20x10 30x10 | 10x10 20x10 30x10 | The interval of the difference contains 0: " + DO_NOT_TELL,
                "15x49 20x51 | 10x5 15x90 20x5 | The interval of the difference ends at 0: these rows do not tell whether"
                        + " 北京 pays more than 上海 or the same.",
                "10x5 15x90 20x5 | 15x49 20x51 | The interval of the difference ends at 0: these rows do not tell whether"
                        + " 上海 pays more than 北京 or the same.",
                "15x150 25x100 | 5x100 15x150 | The interval of the difference contains 0, so the medians do not tell which"
                        + " pays more; the pairs speak for 北京, whose offer is the higher one in more than half of them over"
                        + " the whole interval.",
                "10x400 20x600 | 19x600 40x400 | The medians speak for one and the pairs for the other: the two are spread"
                        + " differently, and neither pays more throughout.",
                "20x6 | 10x70 | Fewer than 7 offers in a group allow no interval: " + DO_NOT_TELL
            })
    void theVerdictIsSaid(String first, String second, String sentence) {
        assertEquals(sentence, said(first, second).get(1));
    }

    @Test
    void ofTooFewOffersNothingIsSaidButThat() {
        assertEquals(
                "Fewer than 5 offers are too few to compare: 北京 (4) and 上海 (0). These rows do not tell which pays more.",
                said("20x4 -", "-").get(0));
        assertEquals(2, said("20x4", "10x70").size(), "and what it does not show");
    }

    @Test
    void thePairsAreToldWithTheirIntervalWhereThereIsOne() {
        assertEquals(
                "An offer of 北京, drawn at random, is higher than one of 上海 with a probability of 25% (95% interval 17 to"
                        + " 36%), the same with 50%, lower with 25%.",
                said("10x30 20x30", "10x30 20x30").get(0));
        assertEquals(
                "An offer of 北京, drawn at random, is higher than one of 上海 with a probability of 100%, the same with 0%,"
                        + " lower with 0%.",
                said("20x6", "10x6").get(0));
    }

    @Test
    void starsAndSignificanceAreNotSaid() {
        for (String first : List.of("20x30", "10x30", "20x6", "20x4")) {
            String all = String.join(" ", said(first, "10x30"));
            assertTrue(!all.contains("*") && !all.contains("signific"), all);
            assertTrue(all.contains("The intervals assume that the offers are drawn independently."), all);
            assertTrue(all.contains("what people are paid, as pay is as advertised"), all);
        }
    }

    /** Cells by the experience that they ask for; empty = not stated. */
    private static String likeForLike(Map<String, String> first, Map<String, String> second) {
        PayFigures one = Groups.of("北京", String.join(" ", first.values()));
        PayFigures other = Groups.of("上海", String.join(" ", second.values()));
        LikeForLike<Group, Group> alike = LikeForLike.of(
                Map.of(one.group(), cells(first), other.group(), cells(second)), LikeForLike.FEWEST_ROWS);
        return new ComparisonText(Contrast.of(one, other, 0, alike)).sentences().get(2);
    }

    private static Map<Group, Midpoints> cells(Map<String, String> offers) {
        return offers.entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> new Group(List.of(
                                new Member(Dimension.EXPERIENCE, cell.getKey()), new Member(Dimension.EDUCATION, ""))),
                        cell -> Groups.of("", cell.getValue()).midpoints()));
    }

    @Test
    void likeForLikeIsToldWithWhatItRestsOn() {
        assertEquals(
                "Like for like is the mean with the same mix of experience and education on both sides. It rests on 1 cell"
                        + " with 5 offers or more of each, 20 of 24 of 北京 and 30 of 39 of 上海; the rest is left out, and it has"
                        + " no interval.",
                likeForLike(Map.of("3-5", "20x20", "5-10", "30x4"), Map.of("3-5", "10x30", "5-10", "30x9")));
        assertTrue(likeForLike(Map.of("3-5", "12x5", "5-10", "30x40"), Map.of("3-5", "14x40", "5-10", "32x5"))
                .endsWith(" Like for like, the difference of the means turns round."));
    }

    @Test
    void whereThereIsNoneItIsSaidWhy() {
        assertEquals(
                "Not compared like for like: that takes 20 offers of each.",
                said("20x19", "10x30").get(3));
        assertEquals(
                "Not compared like for like: no cell of experience and education has 5 offers of each.",
                likeForLike(Map.of("3-5", "20x20"), Map.of("5-10", "20x20")));
        assertEquals(
                "Not compared like for like: these rows do not state experience and education.",
                likeForLike(Map.of("", "20x20"), Map.of("", "30x20")));
    }

    private static List<String> said(String first, String second) {
        return new ComparisonText(contrast(first, second)).sentences();
    }
}
