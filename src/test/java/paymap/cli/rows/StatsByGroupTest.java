package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** Figures by group and with conditions, of rows that were put there by hand. */
class StatsByGroupTest {

    @TempDir
    Path folder;

    private long jobs;

    /** What a posting tells beside its pay; null = nothing. */
    private record Told(
            @Nullable String company,
            @Nullable String district,
            @Nullable String experience,
            @Nullable String education) {}

    @BeforeEach
    void fill() throws SQLException {
        SqliteStore.open(db()).close();
        run(1, "zhaopin", "python");
        run(2, "boss", "go");
        run(3, "lagou", "java");
        run(4, "lagou", "python");
        for (int i = 0; i < 24; i++) {
            // Midpoints of 15k to 38k in 北京, and of 25k in 上海, where fewer ask for three years.
            job(4, "lagou", "北京", (10 + i) + "k-" + (20 + i) + "k", told(i % 2 == 0 ? "3-5年" : "1-3年"));
            job(4, "lagou", "上海", "20k-30k", told(i < 6 ? "3-4年" : "1-3年"));
        }
        for (int i = 0; i < 6; i++) {
            job(4, "lagou", "北京", "面议", new Told("甲公司", "海淀区", null, null));
        }
        for (int i = 0; i < 3; i++) {
            job(4, "lagou", "深圳", "10k-20k·16薪", new Told("=1+1", "南山区", "应届毕业生", "博士"));
        }
        job(4, "lagou", "深圳", "200-400元/天", new Told("乙 Co., Ltd.", "朝阳区", "在校", "大专"));
        job(3, "lagou", "深圳", "30k-50k", new Told("乙 Co., Ltd.", "朝阳区", "10年以上", "硕士"));
        job(1, "zhaopin", "北京", "8000-12000元", new Told("丙", "朝阳区", "不限", "不限"));
        job(2, "boss", "北京", "20-30K", new Told("丙", "朝阳区", "经验不限", "本科"));
    }

    private static Told told(String experience) {
        return new Told("甲公司", "海淀区", experience, "本科");
    }

    @Test
    void aTableByCityTellsTheSpreadTheIntervalAndLikeForLike() {
        Ran ran = stats("--by", "city");

        assertEquals(0, ran.exitCode());
        assertEquals("""
                lagou, keyword python: CNY a month before tax, advertised, midpoint of the range, extra months not counted
                City    n    mean  like for like  median  95 % interval     P10     P25     P75     P90  undisclosed  not in mean
                北京  24   26,500         26,625  26,500  21,000-32,000  17,300  20,750  32,250  35,700          20%            6
                上海  24   25,000         25,000  25,000  25,000-25,000  25,000  25,000  25,000  25,000           0%            0
                深圳   3*       -              -       -              -       -       -       -       -            -            -
                * fewer than 20 rows: a small sample; of fewer than 5 only n is told.
                Not in the mean: 6 undisclosed, 1 by the day or hour.
                Like for like: the mean as if each group asked for the same mix of experience and education. It rests on the\
                 cells of that mix that have 5 rows or more in each of 2 groups (2 cells with 48 rows); 0 rows in other cells\
                 are left out.
                """, ran.out());
        assertEquals(
                "Keyword python; also stored: java. --keyword names one, --all-keywords takes every row together.",
                ran.err().strip());
    }

    @Test
    void jsonIsAContract() {
        JsonNode stats = stats("--by", "city,experience", "--json").json();

        assertEquals("[\"city\",\"experience\"]", stats.path("by").toString());
        assertEquals("month", stats.path("basis").asString());
        assertTrue(stats.path("cities").isMissingNode(), "what is by city stands by city alone");
        assertEquals(
                "{\"city\":\"北京\",\"experience\":\"3-5\",\"n\":12,\"openings\":12,\"undisclosed\":0,\"mean\":26000,"
                        + "\"p10\":17200,\"p25\":20500,\"median\":26000,\"p75\":31500,\"p90\":34800,"
                        + "\"median_low\":19000,\"median_high\":33000,\"adjusted_mean\":null}",
                stats.at("/groups/1").toString());
        assertEquals(
                "{\"city\":\"北京\",\"experience\":null,\"n\":0,\"openings\":0,\"undisclosed\":6,\"mean\":null,"
                        + "\"p10\":null,\"p25\":null,\"median\":null,\"p75\":null,\"p90\":null,"
                        + "\"median_low\":null,\"median_high\":null,\"adjusted_mean\":null}",
                stats.at("/groups/2").toString(),
                "what is not said is null, and so are the figures of a group of fewer than 5");
    }

    @Test
    void byCityJsonHasWhatItHadAndTheGroupsBeside() {
        JsonNode stats = stats("--json").json();

        assertEquals(3, stats.path("cities").size());
        assertEquals(26500, stats.at("/cities/0/mean").asDouble());
        assertEquals(15000, stats.at("/cities/2/mean").asDouble(), "as ever, however few");
        assertTrue(stats.at("/groups/2/mean").isNull());
        assertEquals(26625, stats.at("/groups/0/adjusted_mean").asDouble());
        assertEquals(25000, stats.at("/groups/1/adjusted_mean").asDouble());
        assertEquals(
                "{\"groups\":2,\"cells\":2,\"rows\":48,\"left_out\":0}",
                stats.path("like_for_like").toString());
    }

    @Test
    void csvHasTheSameColumnsAndASpreadsheetComputesNothing() {
        Ran ran = stats("--by", "company", "--csv", "--keyword", "python");

        assertEquals("""
                company,n,openings,undisclosed,mean,p10,p25,median,p75,p90,median_low,median_high,adjusted_mean,made_up
                甲公司,48,48,6,25750,19700,25000,25000,26250,33300,25000,25000,,0
                '=1+1,3,3,0,,,,,,,,,,0
                "乙 Co., Ltd.",0,0,0,,,,,,,,,,0
                """, ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void aDistrictBringsItsCity() {
        assertEquals(
                List.of("上海 海淀区", "北京 海淀区", "深圳 南山区", "深圳 朝阳区"),
                groups("city", "district", "--by", "district").stream().sorted().toList());
    }

    @Test
    void byKeywordEverySearchIsAGroupAndNoneIsLeftOut() throws SQLException {
        Ran ran = stats("--by", "keyword");

        assertEquals("", ran.err());
        assertTrue(ran.out().startsWith("lagou: "), ran.out());
        assertTrue(ran.out().matches("(?s).*\njava +1\\*.*\npython +51 .*"), ran.out());
        assertTrue(ran.out().contains("6 undisclosed, 1 by the day or hour."), ran.out());

        Db.change(db(), "INSERT INTO run_jobs (run_id, job_id) SELECT 3, id FROM jobs WHERE salary = '面议'");
        Ran shared = stats("--by", "keyword");
        assertTrue(shared.out().contains("A row that several searches found is in the group of each."), shared.out());
        assertTrue(shared.out().contains("6 undisclosed, 1 by the day or hour."), "each row once: " + shared.out());
        assertEquals(List.of("java"), groups("keyword", "keyword", "--by", "keyword", "--keyword", "java"));
    }

    @Test
    void aCommaMayBePartOfAStoredKeyword() throws SQLException {
        Db.change(db(), "UPDATE runs SET keyword = 'java,go' WHERE id = 3");

        assertEquals(List.of("java,go"), groups("keyword", "keyword", "--by", "keyword", "--keyword", "java,go"));
        assertEquals(List.of("java,go", "python"), groups("keyword", "keyword", "--by", "keyword"));
    }

    @Test
    void bySiteEverySiteIsAGroupWithTheSearchOfTheLatest() {
        Ran ran = stats("--by", "site");

        assertTrue(ran.out().startsWith("lagou, zhaopin, keyword python: "), ran.out());
        assertEquals(
                "Keyword python; also stored: java, go. --keyword names one, --all-keywords takes every row together."
                        + " Without such rows: boss.",
                ran.err().strip());
        assertEquals(List.of("boss", "lagou", "zhaopin"), sites("--all-keywords"));
        assertEquals(List.of("boss", "zhaopin"), sites("--all-keywords", "--site", "zhaopin,boss"));
        assertEquals(List.of("lagou"), sites("--site", "lagou"));
        assertTrue(stats("--by", "site", "--json").json().path("site").isNull());
    }

    private List<String> sites(String... args) {
        List<String> all = new ArrayList<>(List.of("--by", "site"));
        all.addAll(List.of(args));
        return groups("site", "site", all.toArray(String[]::new));
    }

    @Test
    void aBasisIsToldInTheUnitAndInTheFigures() {
        assertEquals(20000, cityMean("package", "--basis", "package"));
        assertEquals(15000, cityMean("month", "--basis", "month"));
        Ran day = stats("--interval", "day", "--city", "sz");
        assertTrue(day.out().contains(": CNY a day before tax"), day.out());
        assertTrue(day.out().contains("Not in the mean: 3 not by the day."), day.out());
        assertEquals(300, cityMean("day", "--interval", "day"));
    }

    private double cityMean(String basis, String... args) {
        List<String> all = new ArrayList<>(List.of("--city", "sz", "--json"));
        all.addAll(List.of(args));
        JsonNode stats = stats(all.toArray(String[]::new)).json();
        assertEquals(basis, stats.path("basis").asString());
        return stats.at("/cities/0/mean").asDouble();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--experience 3-5        | 18",
                "--experience 3-5年      | 18",
                "--experience 3-5,1-3    | 48",
                "--experience 应届，3-5年  | 21",
                "--education 本科        | 48",
                "--education doctor      | 3",
                "--education 博士、bachelor | 51",
                "--district 海淀         | 48",
                "--district 海淀区,南山    | 51",
                "--company 甲            | 48",
                "--company =1            | 3",
                "--company 甲、=1         | 51",
                "--title 工程师_1         | 14",
                "--title 工程师           | 51",
                "--min-pay 25k           | 38",
                "--min-pay 2.5万         | 38",
                "--min-pay 25,000元      | 38",
                "--min-pay ２５Ｋ          | 38",
                "--min-pay 25000 --max-pay 2.5w | 25",
                "--max-pay 20千          | 9",
                "--max-pay 20k --basis package | 9",
                "--min-pay 300 --max-pay 300 --interval day | 1"
            })
    void aConditionLeavesTheRowsThatMeetIt(String options, long rows) {
        List<String> args = new ArrayList<>(List.of(options.replace('_', ' ').split(" (?=--)|(?<=--[a-z-]{2,12}) ")));
        args.replaceAll(String::strip);
        args.add("--json");

        JsonNode groups = stats(args.toArray(String[]::new)).json().path("groups");

        assertEquals(
                rows,
                StreamSupport.stream(groups.spliterator(), false)
                        .mapToLong(group -> group.path("n").asLong())
                        .sum());
    }

    @Test
    void theHeadingTellsTheConditionsAndJsonTheirCodes() {
        String[] conditions = {
            "--city",
            "bj",
            "--experience",
            "3-5年,unstated",
            "--education",
            "本科",
            "--max-pay",
            "30k",
            "--by",
            "experience"
        };
        Ran ran = stats(conditions);

        assertTrue(
                ran.out()
                        .startsWith(
                                "lagou, keyword python, 北京, experience: 3-5 years or not stated, education: Bachelor,"
                                        + " pay of 30,000 or less: CNY a month"),
                ran.out());
        List<String> json = new ArrayList<>(List.of(conditions));
        json.add("--json");
        assertEquals(
                "{\"city\":[\"北京\"],\"experience\":[\"3-5\",\"unstated\"],\"education\":[\"bachelor\"],\"max_pay\":30000}",
                stats(json.toArray(String[]::new)).json().path("conditions").toString());
    }

    @Test
    void rowsThatNameNoPayAreCountedWhereItIsACondition() {
        Ran ran = stats("--min-pay", "20k");

        assertTrue(
                ran.out()
                        .contains("Left out by the condition of pay, as they have no midpoint to compare: 7 rows"
                                + " (6 undisclosed, 1 by the day or hour)."),
                ran.out());
        assertTrue(stats("--min-pay", "20k", "--by", "city").out().contains("no midpoint to compare: 7 rows"));
        assertEquals(
                7,
                stats("--min-pay", "20k", "--json")
                        .json()
                        .at("/left_out_by_pay/total")
                        .asInt());
        assertFalse(stats().out().contains("no midpoint to compare"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--experience over10  | experience: 10+ years; there are: none (4), 1-3 (30), 3-5 (18), unstated (6)",
                "--education master   | education: Master; there are: college (1), bachelor (48), doctor (3), unstated (6)",
                "--district 火星       | district: 火星; there are: 海淀区 (54), 南山区 (3), 朝阳区 (1)",
                "--company 火星        | company: 火星; there are: 甲公司 (54), =1+1 (3), 乙 Co., Ltd. (1)",
                "--title 工程师_火星     | title with \"工程师 火星\"; titles with one of them: 工程师 (58), 火星 (0)",
                "--min-pay 50k        | pay of 50,000 or more; there are: 51 rows with pay from 15,000 to 38,000,"
                        + " 7 rows without a midpoint",
                "--district 海淀 --experience 应届 | experience: No experience, district: 海淀; there are: 南山区 (3), 朝阳区 (1)"
            })
    void aConditionThatNoRowMeetsIsNamedWithWhatThereIs(String options, String sentence) {
        String[] args = options.strip().split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].replace('_', ' ');
        }
        Ran ran = stats(args);

        assertEquals(1, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals(
                "paymap: no rows of lagou for the keyword \"python\" with " + sentence,
                ran.err().strip());
    }

    @Test
    void ofOneWordOfATitleTheCommonestTitlesAreNamed() {
        assertTrue(
                stats("--title", "火星")
                        .err()
                        .matches("(?s).*with title with \"火星\"; there are: 工程师 \\d+ \\(1\\),.* and more\\s*"),
                stats("--title", "火星").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--by moon                    | rows cannot be grouped by \"moon\"; allowed: city, experience, education,",
                "--by city,city               | rows cannot be grouped by city twice",
                "--by city,site,keyword       | rows are grouped by one or two things, not by 3",
                "--by ,                       | rows are grouped by one or two things, not by 0",
                "--basis year                 | --basis must be one of month, package: \"year\"",
                "--interval month             | --interval must be one of day, hour, week: \"month\"",
                "--interval day --basis month | --basis month is of pay by the month or year; --interval day does not go",
                "--experience 3年以上           | unknown experience \"3年以上\"; allowed: none, under1, 1-3, 3-5, 5-10,",
                "--education high             | unknown education \"high\"; allowed: any, secondary, college, bachelor,",
                "--experience ,               | --experience names nothing: \",\"",
                "--district ，                 | --district names nothing: \"，\"",
                "--company=                   | --company names nothing: \"\"",
                "--title=_                    | --title names nothing: \" \"",
                "--min-pay much               | --min-pay must be a whole amount of CNY from 1 on, like 20k, 20000, 2万 or",
                "--min-pay 0                  | --min-pay must be a whole amount",
                "--min-pay -5k                | --min-pay must be a whole amount",
                "--min-pay 1.23456k           | --min-pay must be a whole amount",
                "--min-pay 999999999w         | --min-pay must be a whole amount",
                "--max-pay 20                 | --max-pay is 20 CNY a month, which no job pays; of thousands write 20k",
                "--min-pay 30k --max-pay 2万   | --min-pay 30k is above --max-pay 2万",
                "--site lagou,boss            | rows of two sites are never put together: --site lagou,boss goes with --by",
                "--top -1                     | --top is -1; allowed: 0 or more",
                "--min-n -1                   | --min-n is -1; allowed: 0 or more",
                "--csv --json                 | --csv and --json exclude each other",
                "--trend --by experience      | --trend and --by exclude each other"
            })
    void badInputGetsOneSentence(String options, String sentence) {
        String[] args = options.strip().split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].replace('_', ' ');
        }
        Ran ran = stats(args);

        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: " + sentence), ran.err());
    }

    @Test
    void theGroupsThatAreNotShownAreCounted() throws SQLException {
        for (int i = 0; i < 50; i++) {
            job(4, "lagou", "杭州", "10k-20k", new Told("公司" + i, null, null, null));
            job(4, "lagou", "杭州", "面议", new Told("公司" + i, null, null, null));
        }

        String usual = stats("--by", "company").out();
        assertTrue(usual.contains("and 13 more groups with 25 rows; --top 0 shows all\n"), usual);
        assertTrue(usual.indexOf("甲公司") < usual.indexOf("=1+1"), "most rows first: " + usual);
        assertFalse(stats("--by", "company", "--top", "0").out().contains("--top 0"));
        String large = stats("--by", "company", "--min-n", "3").out();
        assertTrue(large.contains("and 51 groups with 101 rows that --min-n leaves out\n"), large);
        JsonNode json = stats("--by", "company", "--json").json();
        assertEquals(53, json.path("groups").size(), "a program gets all");
        JsonNode some = stats("--by", "company", "--json", "--top", "1").json();
        assertEquals(52, some.path("more_groups").asInt());
        assertEquals(104, some.path("more_rows").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "experience", "education", "district", "keyword", "site", "company", "城市", "经验，学历"})
    void everyGroupingHasATableInChinese(String by) {
        Ran ran = Ran.chinese("stats", "--db", db().toString(), "--by", by, "--education", "本科,博士");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("学历：本科或博士：人民币，税前月薪"), ran.out());
        assertTrue(ran.out().contains("样本数"), ran.out());
        assertFalse(ran.out().matches("(?s).*\\b(mean|median|not|row)\\b.*"), ran.out());
    }

    @Test
    void anExportTakesTheSameConditions() {
        Ran ran = Ran.paymap("export", "--db", db().toString(), "--education", "博士,硕士", "--min-pay", "1.5w");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(5, ran.out().lines().count(), ran.out());
        assertEquals(
                1,
                Ran.paymap("export", "--db", db().toString(), "--company", "火星").exitCode());
    }

    /** The values of two dimensions, in the order told. */
    private List<String> groups(String one, String other, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        List<String> groups = new ArrayList<>();
        stats(all.toArray(String[]::new)).json().path("groups").forEach(group -> {
            String first = group.path(one).asString();
            groups.add(
                    one.equals(other) ? first : first + " " + group.path(other).asString());
        });
        return groups;
    }

    private Ran stats(String... args) {
        List<String> all = new ArrayList<>(List.of("stats", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private void run(int id, String site, String keyword) throws SQLException {
        Db.change(
                db(),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, complete) VALUES (?, ?, ?, ?, 100, ?, 1)",
                id,
                "plan " + id,
                site,
                keyword,
                "2026-11-23T08:00:0" + id + "Z");
    }

    private void job(int run, String site, String city, String salary, Told told) throws SQLException {
        jobs++;
        Db.change(
                db(),
                "INSERT INTO jobs (id, site, city, title, salary, openings, company, district, experience, education,"
                        + " first_seen, last_seen)"
                        + " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z')",
                jobs,
                site,
                city,
                "工程师 " + jobs,
                salary,
                told.company(),
                told.district(),
                told.experience(),
                told.education());
        Db.change(db(), "INSERT INTO run_jobs (run_id, job_id) VALUES (?, ?)", run, jobs);
    }
}
