package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.NotInMean;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.Keywords;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.LikeForLike;
import paymap.salary.Midpoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of an answer as objects of JSON and lines of CSV. */
class FiguresForProgramsTest {

    private static final Group BEIJING = Group.ofCity("北京");
    private static final Group SHANGHAI = Group.ofCity("上海");
    private static final Filter ALL = new Filter("s", "python", List.of());

    /** Ten of Beijing, 11k to 20k, two openings each, and one that names none; one less than enough of Shanghai. */
    private static List<PayFigures> groups() {
        List<PayGroup> lines = new ArrayList<>();
        for (int k = 11; k <= 20; k++) {
            lines.add(new PayGroup("北京", k + "k", 0, 1, 2));
        }
        lines.add(new PayGroup("北京", "面议", 0, 1, 1));
        lines.add(new PayGroup("上海", "10k", 0, 4, 4));
        return PayFigures.of(lines);
    }

    private static Answer answer(@Nullable LikeForLike<Group, Group> likeForLike) {
        return new Answer(Question.byCity(ALL), groups(), likeForLike);
    }

    /** Both cities have the cell, and Beijing rows outside of it. */
    private static LikeForLike<Group, Group> alike(Group... cities) {
        List<PayFigures> groups = groups();
        Map<Group, Map<Group, Midpoints>> cells = new LinkedHashMap<>();
        for (Group city : cities) {
            Midpoints own = groups.stream()
                    .filter(figures -> figures.group().equals(city))
                    .findFirst()
                    .orElseThrow()
                    .midpoints();
            Map<Group, Midpoints> ofCity = new LinkedHashMap<>(Map.of(Group.ALL, own));
            if (city.equals(BEIJING)) {
                ofCity.put(Group.ofCity("a cell of its own"), own);
            }
            cells.put(city, ofCity);
        }
        return LikeForLike.of(cells, 1);
    }

    private static JsonNode json(Map<String, @Nullable Object> tree) {
        return JsonMapper.builder().build().readTree(FigureTree.json(tree));
    }

    @Test
    void aLineAGroupWithNothingWhereThereAreTooFewRows() {
        assertEquals("""
                city,n,openings,undisclosed,mean,p10,p25,median,p75,p90,median_low,median_high,adjusted_mean,made_up
                北京,10,20,1,15500,11900,13250,15500,17750,19100,12000,19000,,1
                上海,4,4,0,,,,,,,,,,0
                """, GroupRows.csv(answer(null), groups(), BEIJING::equals));
    }

    @Test
    void theMeanLikeForLikeStandsBesideTheOther() {
        List<Map<String, @Nullable Object>> tree = GroupRows.tree(answer(alike(BEIJING, SHANGHAI)), groups());

        assertEquals("15500", "" + tree.get(0).get("adjusted_mean"));
        assertEquals("10000", "" + tree.get(1).get("adjusted_mean"));
    }

    @Test
    void ofASingleGroupNothingIsLikeAnother() {
        assertNull(GroupRows.tree(answer(alike(BEIJING)), groups()).get(0).get("adjusted_mean"));
    }

    @Test
    void whatIsNotSaidIsNullAndAFormulaStaysText() {
        Question question = new Question(Grouping.of("company"), Basis.MONTH, List.of(ALL));
        List<PayFigures> groups = groups().stream()
                .map(figures -> new PayFigures(
                        new Group(List.of(new Group.Member(
                                Dimension.COMPANY, figures.group().equals(BEIJING) ? "=1+1" : ""))),
                        figures.rows(),
                        figures.openings(),
                        figures.midpoints(),
                        figures.offered()))
                .toList();
        Answer answer = new Answer(question, groups, null);

        List<String> lines =
                GroupRows.csv(answer, groups, group -> false).lines().toList();

        assertTrue(lines.get(1).startsWith("'=1+1,10,"), lines.get(1));
        assertTrue(lines.get(2).startsWith(",4,"), lines.get(2));
        assertNull(GroupRows.tree(answer, groups).get(1).get("company"));
    }

    @Test
    void figuresByCityAreToldOverRowsAndOverOpenings() {
        JsonNode tree = json(FigureTree.figures(answer(null), groups().subList(0, 1), 4, NotInMean.of(groups()), null));

        JsonNode beijing = tree.at("/cities/0");
        assertEquals("北京", beijing.path("city").asString());
        assertEquals(10, beijing.path("n").asInt());
        assertEquals(15_500.0, beijing.path("mean").asDouble());
        assertEquals(15_500.0, beijing.path("median").asDouble());
        assertEquals(13_250.0, beijing.path("p25").asDouble());
        assertEquals(17_750.0, beijing.path("p75").asDouble());
        assertEquals(1, beijing.at("/not_in_mean/undisclosed").asInt());
        assertEquals(20, beijing.at("/over_openings/n").asInt());
        assertEquals("北京", tree.at("/groups/0/city").asString());
        assertEquals(1, tree.path("more_groups").asInt());
        assertEquals(4, tree.path("more_rows").asInt());
        assertEquals(1, tree.at("/not_in_mean/total").asInt());
        assertFalse(tree.has("left_out_by_pay"));
        assertTrue(tree.path("like_for_like").isNull());
    }

    @Test
    void whatAConditionOfPayLeavesOutIsTold() {
        NotInMean leftOut = new NotInMean(1, 2, 3, 4);

        JsonNode tree = json(FigureTree.figures(answer(null), groups(), 0, NotInMean.of(groups()), leftOut));

        assertEquals(10, tree.at("/left_out_by_pay/total").asInt());
        assertEquals(3, tree.at("/left_out_by_pay/day_or_hour_rate").asInt());
    }

    @Test
    void otherGroupsThanCitiesAreNotToldTwice() {
        Question question = new Question(Grouping.of("keyword"), Basis.MONTH, List.of(ALL));

        JsonNode tree = json(
                FigureTree.figures(new Answer(question, groups(), null), groups(), 0, NotInMean.of(groups()), null));

        assertFalse(tree.has("cities"));
        assertEquals(2, tree.path("groups").size());
    }

    @Test
    void whatIsLikeForLikeIsTold() {
        JsonNode tree =
                json(FigureTree.figures(answer(alike(BEIJING, SHANGHAI)), groups(), 0, NotInMean.of(groups()), null));

        assertEquals(
                "{\"groups\":2,\"cells\":1,\"rows\":14,\"left_out\":10}",
                tree.path("like_for_like").toString());
    }

    @Test
    void tenthsAreRoundedAndNothingStaysNothing() {
        assertEquals(12.4, FigureTree.tenths(12.35));
        assertEquals(12.3, FigureTree.tenths(12.349));
        assertNull(FigureTree.tenths(null));
    }

    @Test
    void aSourceWithoutConditionsSaysOnlyWhereItIsFrom() {
        JsonNode tree = json(
                FigureTree.source(Question.byCity(ALL), Keywords.of("python"), List.of(Dimension.CITY), List.of(), ""));

        assertEquals(
                "{\"site\":\"s\",\"made_up\":false,\"keyword\":\"python\",\"keywords\":[\"python\"],\"other_keywords\":[],"
                        + "\"conditions\":{},\"by\":[\"city\"],\"basis\":\"month\",\"unit\":"
                        + "\"CNY a month before tax, advertised, midpoint of the range, extra months not counted\"}",
                tree.toString());
    }

    @Test
    void aSourceOfTwoSitesNamesBothAndNoneAlone() {
        Question question =
                new Question(Grouping.of("site"), Basis.MONTH, List.of(ALL, new Filter("t", "python", List.of())));

        JsonNode tree = json(FigureTree.source(
                question,
                new Keywords(List.of("python", "go"), List.of("java")),
                List.of(Dimension.SITE),
                List.of("t"),
                "a note"));

        assertTrue(tree.path("site").isNull());
        assertEquals("[\"s\",\"t\"]", tree.path("sites").toString());
        assertTrue(tree.path("made_up").asBoolean());
        assertTrue(tree.path("keyword").isNull());
        assertEquals("[\"java\"]", tree.path("other_keywords").toString());
        assertEquals("a note", tree.path("note").asString());
    }

    @Test
    void conditionsAreToldByTheNamesOfTheirOptions() {
        Conditions conditions = new Conditions(
                List.of(Optional.of(Experience.values()[0]), Optional.empty()),
                List.of(Optional.of(Education.values()[1])),
                List.of("海淀区"),
                List.of("甲"),
                List.of("工程师"),
                new PayRange(10_000, 30_000, Basis.MONTH));
        Filter filter = new Filter("s", List.of(), List.of("北京"), Instant.parse("2026-11-01T00:00:00Z"), conditions);

        JsonNode tree = json(FigureTree.source(
                Question.byCity(filter), Keywords.of("python"), List.of(Dimension.CITY), List.of(), ""));

        assertEquals("2026-11-01T00:00:00Z", tree.path("since").asString());
        assertEquals(
                "{\"city\":[\"北京\"],\"experience\":[\"" + Experience.values()[0].code() + "\",\"unstated\"],"
                        + "\"education\":[\"" + Education.values()[1].code() + "\"],\"district\":[\"海淀区\"],"
                        + "\"company\":[\"甲\"],\"title\":[\"工程师\"],\"min_pay\":10000,\"max_pay\":30000}",
                tree.path("conditions").toString());
    }
}
