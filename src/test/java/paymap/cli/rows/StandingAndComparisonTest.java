package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;

/** Where one's own pay stands and how two groups compare, asked of made-up rows that were imported. */
class StandingAndComparisonTest {

    @TempDir
    static Path folder;

    private static int titles;

    /** Beijing asks for more experience than Shanghai; what it pays more for the same is 3,500, and not 6,333. */
    @BeforeAll
    static void fill() throws Exception {
        List<String> python = new ArrayList<>();
        rows(python, 20, "20k-30k,北京,3-5年,本科,海淀区,甲");
        rows(python, 10, "10k-20k,北京,1-3年,本科,朝阳区,乙");
        rows(python, 10, "15k-25k,上海,3-5年,本科,浦东新区,甲");
        rows(python, 20, "10k-16k,上海,1-3年,本科,浦东新区,乙");
        rows(python, 4, "30k-40k,杭州,5-10年,硕士,,丙");
        rows(python, 6, "9k-11k,长春,应届,大专,朝阳区,丁");
        rows(python, 2, "面议,长春,应届,大专,朝阳区,丁");
        List<String> java = new ArrayList<>(python.subList(0, 5));
        rows(java, 9, "200-300/天,北京,不限,不限,海淀区,戊");
        rows(java, 7, "25k-35k,北京,,,海淀区,戊");
        List<String> other = new ArrayList<>();
        rows(other, 25, "10k-10k,北京,,,海淀,己");
        load("python", "other", other);
        load("java", "board", java);
        load("python", "board", python);
    }

    private static void rows(List<String> rows, int count, String rest) {
        for (int i = 0; i < count; i++) {
            rows.add("工程师 " + ++titles + "," + rest);
        }
    }

    private static void load(String keyword, String site, List<String> rows) throws Exception {
        Path file = folder.resolve(keyword + "-" + site + titles + ".csv");
        Files.writeString(
                file, "title,salary,city,experience,education,district,company\n" + String.join("\n", rows) + "\n");
        Ran ran = Ran.paymap("import", file.toString(), "--keyword", keyword, "--site", site, "--db", db());
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private static String db() {
        return folder.resolve("paymap.db").toString();
    }

    private static Ran stats(String line) {
        return Ran.paymap(args(line));
    }

    private static String[] args(String line) {
        List<String> args = new ArrayList<>(List.of("stats", "--db", db()));
        args.addAll(List.of(line.split(" ")));
        return args.toArray(String[]::new);
    }

    @Test
    void oneSentenceTellsWhereIStand() {
        Ran ran = stats("--me 22k --city bj --keyword python");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("""
                board, keyword python, 北京: CNY a month before tax, advertised, midpoint of the range, extra months not counted
                22,000 a month is higher than 33% of 30 offers (17 to 53%), the same as 0%, lower than 67%.
                Their median is 25,000 (95% interval 15,000 to 25,000); the middle half is 15,000 to 25,000.
                It is compared with the midpoints of advertised ranges, not with what people earn. The 95% intervals take the offers to be drawn independently.
                """, ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--me 22k --city sh | higher than 100% of 30 offers",
                "--me 22000 --city sh | higher than 100% of 30 offers",
                "--me 2.2万 --city sh | higher than 100% of 30 offers",
                "--me 13,000 --city sh | the same as 67%",
                "--me 22k --experience 3-5 | higher than 33% of 30 offers",
                "--me 22k --company 丁 | higher than 100% of 6 offers (54 to 100%)",
                "--me 22k --company 丁 | Left out, as they have no such figure: 2 rows.",
                "--me 22k --city hz | Too few offers to tell where 22,000 a month stands: 4; it takes 5.",
                "--me 260 --interval day --keyword java | 260 a day is higher than 100% of 9 offers (66 to 100%)"
            })
    void anyWayOfWritingPayAndAnyFilterWillDo(String line, String sentence) {
        Ran ran = stats(line);

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains(sentence), ran.out());
    }

    @Test
    void eachGroupIsALineWhereSomebodySaysHowTheyAreToldApart() {
        Ran ran = stats("--me 22k --by city --city bj,sh,hz");

        assertTrue(ran.out().contains("""
                Where 22,000 a month stands:
                City   n  higher than  95% interval  same as  lower than  median
                北京  30          33%     17 to 53%       0%         67%  25,000
                上海  30         100%    88 to 100%       0%          0%  13,000
                杭州   4            -             -        -           -       -
                """), ran.out());
    }

    @Test
    void aScriptReadsWhereIStand() {
        JsonNode all = stats("--me 22k --city bj --json").json();
        assertEquals(22_000, all.path("me").asInt());
        assertEquals("month", all.path("basis").asString());
        assertEquals("board", all.path("site").asString());
        assertEquals(1, all.path("groups").size());
        assertEquals(0, all.path("by").size());
        assertEquals(0.3333, all.at("/groups/0/share_below").asDouble());
        assertFalse(all.path("groups").get(0).has("city"), all.toString());

        JsonNode byTwo = stats("--me 22k --by city,experience --json").json().path("groups");
        assertEquals("北京", byTwo.at("/0/city").asString());
        assertEquals("1-3", byTwo.at("/0/experience").asString());
        assertEquals(10, byTwo.at("/0/below").asInt());
    }

    @Test
    void twoGroupsStandBesideEachOtherLikeForLikeToo() {
        Ran ran = stats("--compare city=北京,上海");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("""
                board, keyword python: CNY a month before tax, advertised, midpoint of the range, extra months not counted
                City         n   median       95% interval    mean  like for like
                北京        30   25,000   15,000 to 25,000  21,667         20,000
                上海        30   13,000   13,000 to 20,000  15,333         16,500
                Difference      +12,000  -5,000 to +12,000  +6,333         +3,500
                """, ran.out().lines().limit(5).map(line -> line + "\n").reduce("", String::concat));
        assertEquals(
                List.of(
                        "An offer of 北京, drawn at random, is higher than one of 上海 with a probability of 89% (95% interval 77"
                                + " to 96%), the same with 0%, lower with 11%.",
                        "The interval of the difference contains 0, so the medians do not tell which pays more; the pairs speak"
                                + " for 北京, whose offer is the higher one in more than half of them over the whole interval.",
                        "Like for like is the mean with the same mix of experience and education on both sides. It rests on 2"
                                + " cells with 5 offers or more of each, 30 of 30 of 北京 and 30 of 30 of 上海; the rest is left"
                                + " out, and it has no interval."),
                ran.out().lines().skip(5).limit(3).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experience=3-5,1-3 | by these rows, the higher median is that of 3-5 years.",
                "experience=3-5年,1-3年 | the same mix of education on both sides",
                "education=本科,大专 | Fewer than 7 offers in a group allow no interval",
                "education=bachelor,college | Not compared like for like: that takes 20 offers of each.",
                "education=bachelor,master | Fewer than 5 offers are too few to compare: Master (4).",
                "company=甲,乙 | the higher median is that of 甲.",
                "company=甲,丙 | Fewer than 5 offers are too few to compare: 丙 (4).",
                "keyword=python,java | In both groups, and counted in each: 5 offers.",
                "keyword=python,java | board: CNY a month",
                "site=board,other | board, other, keyword python: CNY a month",
                "site=board,other | Not compared like for like: no cell of experience and education has 5 offers of each.",
                "district=海淀区,浦东新区 | 海淀区"
            })
    void anythingThatGroupsAreToldApartByCanBeCompared(String what, String sentence) {
        Ran ran = stats("--compare " + what + (what.startsWith("district") ? " --city bj,sh" : ""));

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains(sentence), ran.out());
    }

    @Test
    void whatRowsDoNotStateIsNoMix() {
        Ran ran = stats("--compare keyword=python,PYTHON2 --site other");
        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("no rows with keyword \"PYTHON2\"; there are rows with: python (25)"), ran.err());
    }

    @Test
    void aScriptReadsEveryFigureOfAComparison() {
        JsonNode json = stats("--compare city=bj,sh --json").json();
        assertEquals("city", json.path("compare").asString());
        assertEquals("北京", json.at("/groups/0/city").asString());
        assertEquals(15_000, json.at("/groups/0/median_low").asDouble());
        assertEquals(20_000, json.at("/groups/0/adjusted_mean").asDouble());
        assertEquals(12_000, json.at("/difference/median").asDouble());
        assertEquals(-5_000, json.at("/difference/median_low").asDouble());
        assertEquals(6_333.3, json.at("/difference/mean").asDouble());
        assertEquals(3_500, json.at("/difference/adjusted_mean").asDouble());
        assertEquals(0.8889, json.at("/probability/higher").asDouble());
        assertEquals(2, json.path("cells").asInt());
        assertEquals("first_by_pairs", json.path("verdict").asString());

        JsonNode few = stats("--compare city=bj,hz --json").json();
        assertEquals("nothing", few.path("verdict").asString());
        assertEquals(4, few.at("/groups/1/n").asInt());
        for (String figure : List.of("/groups/1/median", "/difference/median", "/probability/higher", "/cells")) {
            assertTrue(few.at(figure).isNull(), figure);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--me much | --me must be a whole amount of CNY from 1 on, like 20k, 20000, 2万 or 1.5w: \"much\"",
                "--me 0 | --me must be a whole amount",
                "--me -5 | --me must be a whole amount",
                "--me 22 | --me is 22 CNY a month, which no job pays; of thousands write 22k",
                "--compare city | a comparison is written like city=bj,sh or experience=3-5,5-10: \"city\"",
                "--compare =bj,sh | rows cannot be grouped by \"\"; allowed: city, experience,",
                "--compare planet=a,b | rows cannot be grouped by \"planet\"; allowed: city, experience,",
                "--compare city= | two groups are compared, not 0: \"city=\"",
                "--compare city=bj | two groups are compared, not 1: \"city=bj\"",
                "--compare city=bj,sh,sz | two groups are compared, not 3: \"city=bj,sh,sz\"",
                "--compare city=bj,北京 | a comparison needs two groups, and both are 北京",
                "--compare experience=3-5,3-5年 | a comparison needs two groups, and both are 3-5 years",
                "--compare district=海淀,海淀区 | a comparison needs two groups, and both are 海淀",
                "--compare keyword=java,JAVA | a comparison needs two groups, and both are java",
                "--compare city=bj,atlantis | unknown city \"atlantis\"",
                "--compare experience=3-5,long | unknown experience \"long\"; allowed: none,",
                "--compare district=朝阳区,海淀区 | 朝阳区 is a district of 北京, 长春; --city names one",
                "--compare city=bj,sh --city bj | --compare names what is compared; --city does not go with it",
                "--compare keyword=java,python --keyword go | --compare names what is compared; --keyword does not go",
                "--compare city=bj,sh --by city | --compare and --by exclude each other",
                "--me 22k --compare city=bj,sh | --me and --compare exclude each other",
                "--me 22k --trend | --me and --trend exclude each other"
            })
    void badInputIsOneSentence(String line, String sentence) {
        Ran ran = stats(line);

        assertEquals(2, ran.exitCode(), ran.toString());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: " + sentence), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "city=bj,sz | no rows with city \"深圳\"; there are rows with: 北京 (30), 上海 (30), 长春 (8), 杭州 (4)",
                "experience=3-5,over10 | no rows with experience \"10+ years\"; there are rows with: 1-3 years (30), 3-5 years (30), No",
                "keyword=python,go | no rows with keyword \"go\"; there are rows with: python (72), java (21)",
                "site=board,none | no rows of the site \"none\"; there are rows of: board ("
            })
    void whatIsNotThereIsToldWithWhatIs(String what, String sentence) {
        Ran ran = stats("--compare " + what);

        assertEquals(1, ran.exitCode(), ran.toString());
        assertTrue(ran.err().startsWith("paymap: " + sentence), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--me 22k --city bj | 月薪 22,000 高于 30 个职位中的 33%（17%–53%），与 0% 相同，低于 67%。",
                "--me 22k --by city | 不足 20 个职位的组为小样本；不足 5 个的不作判断。",
                "--compare city=bj,sh | 各随机取一个职位，“北京”的高于“上海”的概率为 89%（95% 区间 77%–96%），",
                "--compare city=bj,sh | 依据两组各有至少 5 个职位的 2 类：“北京”30 个中的 30 个，",
                "--compare city=bj,hz | 不足 5 个职位，无法比较：杭州（4）。从这些数据看不出哪一组薪资更高。",
                "--compare city=bj,cc | 有一组不足 7 个职位，给不出区间",
                "--compare city | 比较应写作 city=bj,sh 或 experience=3-5,5-10，不能是“city”",
                "--compare city=bj,sz | 没有 city 为“深圳”的行；有行的：北京（30）、上海（30）"
            })
    void itIsToldInChinese(String line, String sentence) {
        Ran ran = Ran.chinese(args(line));

        assertTrue((ran.out() + ran.err()).contains(sentence), ran.toString());
        assertFalse(ran.out().matches("(?s).*[a-z]+ [a-z]+ [a-z]+.*"), ran.out());
    }
}
