package paymap.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.ImportSink;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.job.Posting.Details;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.SalaryParser;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Questions to a real file. */
class AnswerTest {

    @TempDir
    private Path folder;

    private int rows;

    @BeforeEach
    void aFewRows() {
        put("python", "北京", "10k-20k", new Details("甲公司", "海淀区", "3-5年", "本科", null));
        put("python", "北京", "20k-30k", new Details("甲公司", "海淀区", "5-10年", "硕士及以上", null));
        put("python", "北京", "面议", new Details("Beta Inc", "朝阳区", "3-4年", "统招本科", null));
        put("python", "长春", "8k-10k·16薪", new Details("丙", "朝阳区", "应届毕业生", "大专", null));
        put("java", "北京", "30k-40k", new Details("BETA", null, null, "火星", null));
        put("java", "长春", "200-300/天", new Details("丙", "朝阳区", "经验不限", "不限", null));
    }

    private void put(String keyword, String city, String salary, Details details) {
        try (SqlStore store = SqliteStore.open(folder.resolve("a.db"))) {
            ImportSink sink = store.importSink(keyword);
            Posting posting = new Posting("p" + ++rows, "工程师 Engineer " + rows, salary, 0, city, details);
            sink.put(List.of(new ImportSink.Entry("s", keyword, posting, SalaryParser.parse(salary), false)));
            sink.end(true, "");
        }
    }

    private static Filter filter(Conditions conditions) {
        return new Filter("s", List.of(), List.of(), null, conditions);
    }

    /** Group, rows in the mean, rows not in it. */
    private List<String> answer(String by, Basis basis, Filter... filters) {
        try (SqlStore store = SqliteStore.open(folder.resolve("a.db"))) {
            List<String> lines = new ArrayList<>();
            Answer answer = Answer.of(store, new Question(Grouping.of(by), basis, List.of(filters)));
            answer.groups()
                    .forEach(figures -> lines.add(figures.group().words() + " "
                            + figures.rows().mean() + " " + figures.n() + "+"
                            + figures.rows().notInMean()));
            return lines;
        }
    }

    private List<String> answer(String by) {
        return answer(by, Basis.MONTH, filter(Conditions.NONE));
    }

    @Test
    void ladderStepsComeInTheirOrderAndWhatIsNotSaidLast() {
        assertEquals(
                List.of(
                        "No experience 9000.0 1+0",
                        "3-5 years 15000.0 1+1",
                        "5-10 years 25000.0 1+0",
                        "Any experience null 0+1",
                        "not stated 35000.0 1+0"),
                answer("experience"));
        assertEquals(
                List.of(
                        "Any education null 0+1",
                        "Junior college 9000.0 1+0",
                        "Bachelor 15000.0 1+1",
                        "Master 25000.0 1+0",
                        "Unreadable 35000.0 1+0"),
                answer("education"));
    }

    @Test
    void aDistrictIsOneOfItsCity() {
        assertEquals(
                List.of(
                        "北京 · 朝阳区 null 0+1",
                        "北京 · 海淀区 20000.0 2+0",
                        "北京 · not stated 35000.0 1+0",
                        "长春 · 朝阳区 9000.0 1+1"),
                answer("district"));
        assertEquals(answer("district"), answer("city,district"));
    }

    @Test
    void twoThingsGroupTogetherInTheOrderAskedFor() {
        assertEquals(
                List.of(
                        "No experience · 长春 9000.0 1+0",
                        "3-5 years · 北京 15000.0 1+1",
                        "5-10 years · 北京 25000.0 1+0",
                        "Any experience · 长春 null 0+1",
                        "not stated · 北京 35000.0 1+0"),
                answer("experience,city"));
    }

    @Test
    void aRowOfTwoSearchesIsInTheGroupOfEach() {
        put("JAVA", "北京", "10k-20k", Details.NONE);
        assertEquals(List.of("JAVA 25000.0 2+1", "python 16333.333333333334 3+1"), answer("keyword"));
    }

    @Test
    void sitesAreGroupsAndNeverMixed() {
        assertEquals(
                List.of("s 21000.0 4+2"),
                answer("site", Basis.MONTH, filter(Conditions.NONE), new Filter("t", null, List.of())));
        assertThrows(
                IllegalArgumentException.class,
                () -> answer("city", Basis.MONTH, filter(Conditions.NONE), new Filter("t", null, List.of())));
    }

    @Test
    void theBasisSaysWhatIsAveraged() {
        assertEquals(
                List.of("北京 25000.0 3+1", "长春 12000.0 1+1"), answer("city", Basis.PACKAGE, filter(Conditions.NONE)));
        assertEquals(List.of("北京 null 0+4", "长春 250.0 1+1"), answer("city", Basis.DAY, filter(Conditions.NONE)));
    }

    @Test
    void conditionsLeaveOnlyRowsThatMeetThemAll() {
        assertEquals(
                List.of("北京 15000.0 1+1"),
                answer("city", Basis.MONTH, filter(with(List.of(Optional.of(Experience.FROM_3_TO_5)), List.of()))));
        assertEquals(
                List.of("北京 35000.0 1+0"),
                answer("city", Basis.MONTH, filter(with(List.of(Optional.empty()), List.of()))));
        assertEquals(
                List.of("北京 20000.0 2+1"),
                answer(
                        "city",
                        Basis.MONTH,
                        filter(with(
                                List.of(), List.of(Optional.of(Education.BACHELOR), Optional.of(Education.MASTER))))));
    }

    private static Conditions with(List<Optional<Experience>> experience, List<Optional<Education>> education) {
        return new Conditions(experience, education, List.of(), List.of(), List.of(), null);
    }

    @Test
    void namesAreFoundWhateverTheirCaseAndEnding() {
        assertEquals(
                List.of("北京 35000.0 1+1"),
                answer(
                        "city",
                        Basis.MONTH,
                        filter(new Conditions(List.of(), List.of(), List.of(), List.of("beta"), List.of(), null))));
        assertEquals(
                List.of("北京 null 0+1", "长春 9000.0 1+1"),
                answer(
                        "city",
                        Basis.MONTH,
                        filter(new Conditions(List.of(), List.of(), List.of("朝阳"), List.of(), List.of(), null))));
        assertEquals(
                List.of("北京 25000.0 1+0"),
                answer(
                        "city",
                        Basis.MONTH,
                        filter(new Conditions(
                                List.of(), List.of(), List.of(), List.of(), List.of("ENGINEER", " 2"), null))));
    }

    @Test
    void payIsTheMidpointOnTheBasisAsked() {
        assertEquals(
                List.of("北京 20000.0 2+0"),
                answer("city", Basis.MONTH, filter(paid(new PayRange(15_000, 25_000, Basis.MONTH)))));
        assertEquals(
                List.of("长春 9000.0 1+0"),
                answer("city", Basis.MONTH, filter(paid(new PayRange(null, 9_000, Basis.MONTH)))));
        assertEquals(
                List.of("长春 9000.0 1+0"),
                answer("city", Basis.MONTH, filter(paid(new PayRange(11_000, 13_000, Basis.PACKAGE)))));
    }

    private static Conditions paid(PayRange pay) {
        return new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), pay);
    }

    /** Two cities pay the same for the same experience, and one asks for more of it. */
    @Test
    void likeForLikeTakesTheMixOut() {
        for (int i = 0; i < 40; i++) {
            boolean senior = i % 4 == 0;
            mix("上海", senior);
            mix("广州", !senior);
        }
        try (SqlStore store = SqliteStore.open(folder.resolve("a.db"))) {
            Answer answer = Answer.likeForLike(store, Question.byCity(filter(Conditions.NONE)));
            assertEquals(
                    List.of(Optional.empty(), Optional.of(15_000.0), Optional.of(15_000.0), Optional.empty()),
                    answer.groups().stream()
                            .map(figures -> answer.adjusted(figures.group()).map(Adjusted::mean))
                            .toList(),
                    "北京 and 长春 are too small");
            assertEquals(
                    List.of(12_500.0, 17_500.0),
                    answer.groups().subList(1, 3).stream().map(PayFigures::mean).toList());
        }
    }

    private void mix(String city, boolean senior) {
        put("mix", city, senior ? "15k-25k" : "8k-12k", new Details(null, null, senior ? "5-10年" : "1-3年", "本科", null));
    }

    @Test
    void aGroupingNamesOneOrTwoThings() {
        for (String typed : List.of("", "city,city", "city,site,keyword", "town")) {
            assertThrows(IllegalArgumentException.class, () -> Grouping.of(typed), typed);
        }
    }
}
