package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Lists as other boards and other people's crawlers write them, through the front door. All rows are made up. */
class ForeignListsTest {

    /** A data frame's header, and columns that are taken for others where they are counted from 0. */
    private static final String FRAME = """
            0,1,2,3
            后端开发,虚构工程师,15k-25k,北京
            移动端,虚构设计师,10k-20k,上海
            """;

    private static final String NESTED = """
            {"flag":1,"data":{"data":{"cards":[
            {"post":{"title":"虚构工程师","salary":"15-30k·14薪","dq":"佛山-顺德区"},"comp":{"compName":"虚构公司"},
             "recruiter":{"recruiterName":"SECRET"}}]}}}
            """;

    @TempDir
    Path folder;

    @Test
    void aCityThatIsThereAndCannotBeReadIsNotOverwritten() throws Exception {
        Path rows = file("""
                [{"title":"甲","salary":"1k-2k","city":{"code":"635"}},
                 {"title":"乙","salary":"1k-2k","city":{"display":"南京"}},
                 {"title":"丙","salary":"1k-2k","city":"日本"},
                 {"title":"丁","salary":"1k-2k","city":101010100},
                 {"title":"戊","salary":"1k-2k"}]""");

        Ran ran = imported(rows, "--city", "bj");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(List.of("乙|南京", "戊|北京"), rows("SELECT title, city FROM jobs ORDER BY id"));
        assertTrue(ran.err().contains("3 × a place that is no city ({…}, 日本, 101010100)"), ran.err());
    }

    @Test
    void aNumberThatIsAColumnsNameTooIsRefusedAndOneWithItsSignIsNot() throws Exception {
        Path rows = file(FRAME);

        Ran either = imported(rows, "--columns", "title=1,salary=2,city=3");
        Ran number = imported(rows, "--columns", "title=#2,salary=#3,city=#4");

        assertEquals(2, either.exitCode());
        assertTrue(
                either.err().contains("title=1 may mean column 1 of " + rows + " or the one called \"1\""),
                either.err());
        assertEquals(0, number.exitCode(), number.err());
        assertEquals(
                List.of("虚构工程师|15k-25k|北京", "虚构设计师|10k-20k|上海"),
                rows("SELECT title, salary, city FROM jobs ORDER BY id"));
    }

    @Test
    void aWrongColumnOfCitiesStoresNothingAndShowsWhatItHolds() throws Exception {
        Ran ran = imported(file(FRAME), "--columns", "title=#2,salary=#3,city=#1");

        assertEquals(1, ran.exitCode());
        assertEquals(List.of("0"), rows("SELECT count(*) FROM jobs"));
        assertTrue(ran.err().contains("2 × a place that is no city (后端开发, 移动端)"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"city=address,district=address", "city=4,district=4,title=1,salary=2"})
    void oneColumnGivesCityAndDistrict(String columns) throws Exception {
        Path rows = file("title,salary,company,address\n虚构工程师,15k-25k,虚构,南京·雨花台区·南京南站\n");

        Ran ran = imported(rows, "--columns", columns);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(List.of("南京|雨花台区"), rows("SELECT city, district FROM jobs"));
    }

    @Test
    void aSumThatMayBeAYearsIsInNoMean() throws Exception {
        Ran ran = imported(file("title,salary,city\n甲,50万,北京\n乙,20k-30k,北京\n丙,money,北京\n"));
        Ran stats = Ran.paymap("stats", "--db", db().toString(), "--json");

        assertEquals(25_000.0, stats.json().at("/cities/0/mean").asDouble());
        assertEquals(List.of("50万|null"), rows("SELECT salary, salary_low FROM jobs WHERE title = '甲'"));
        assertTrue(
                ran.out()
                        .endsWith(
                                "Stored, but not part of the averages: 0 rows without pay, 2 rows whose pay cannot be read,"
                                        + " 1 of them a sum without a time that may be a year's.\n"),
                ran.out());
    }

    @Test
    void rowsThatAreInNoMeanAreCounted() throws Exception {
        Ran ran = imported(file("title,salary,city\n甲,面议,北京\n乙,money,北京\n丙,money,上海\n"));

        assertTrue(
                ran.out()
                        .endsWith("Stored, but not part of the averages: 1 row without pay,"
                                + " 2 rows whose pay cannot be read.\n"),
                ran.out());
    }

    @Test
    void ratesByTheDayAndTheWeekAreKeptAsSuch() throws Exception {
        imported(file("title,salary,city\n甲,100-120/天,北京\n乙,1000-4000元/周,北京\n丙,4001-6000,北京\n"));

        assertEquals(
                List.of("100|120|day", "1000|4000|week", "4001|6000|month"),
                rows("SELECT salary_low, salary_high, salary_interval FROM jobs ORDER BY id"));
    }

    @Test
    void nestedFieldsAreNamedByPaths() throws Exception {
        Path rows = file(NESTED);

        Ran unknown = imported(rows);
        Ran named = imported(
                rows,
                "--site",
                "other",
                "--columns",
                "title=post.title,salary=post.salary,city=post.dq,district=post.dq,company=comp.compName");

        assertEquals(2, unknown.exitCode());
        assertTrue(
                unknown.err()
                        .contains("post.title | post.salary | post.dq | comp.compName. Name them with --columns"
                                + " title=post.title,salary=post.salary,city=NAME"),
                unknown.err());
        assertFalse(unknown.err().contains("recruiter"), unknown.err());
        assertEquals(0, named.exitCode(), named.err());
        assertEquals(
                List.of("other|佛山|顺德区|虚构工程师|14|虚构公司"),
                rows("SELECT site, city, district, title, salary_months, company FROM jobs"));
    }

    @Test
    void aRefusalOfABoardIsNotAdvisedToNameColumns() throws Exception {
        Ran ran = imported(file("{\"code\":37,\"message\":\"您的访问行为异常.\",\"zpData\":{\"seed\":\"x\"}}"));

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("refused: Boss直聘 code 37"), ran.err());
        assertFalse(ran.err().contains("--columns"), ran.err());
    }

    @Test
    void bytesOfNoKnownEncodingAreToldWithTheOptionThatNamesOne() throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xFF, 'c', (byte) 0xFF});

        Ran ran = imported(file);

        assertTrue(ran.err().contains("(byte 1 is the first that is not UTF-8); --encoding names another"), ran.err());
    }

    @Test
    void halfAPairRefusesItsRow() throws Exception {
        Ran ran = imported(file("[{\"title\":\"坏\\ud83d\",\"salary\":\"1k\",\"city\":\"北京\"},"
                + "{\"title\":\"好\\ud83d\\ude00\",\"salary\":\"1k\",\"city\":\"北京\"}]"));

        assertEquals(3, ran.exitCode());
        assertEquals(List.of("好😀"), rows("SELECT title FROM jobs"));
    }

    @Test
    void aDryRunShowsTheColumnsThreeRowsAndWhyOthersAreRejected() throws Exception {
        Path rows = file("""
                岗位名称,薪酬,地区,公司
                甲,15k-25k*14,北京,虚构
                乙,面议,北京,
                丙,50万,北京,虚构
                丁,20k以上,北京,虚构
                戊,1k,后端,虚构
                """);

        Ran ran = imported(rows, "--dry-run");

        assertEquals(3, ran.exitCode());
        assertFalse(Files.exists(db()));
        assertEquals(
                List.of(
                                rows
                                        + " is read with --columns title=岗位名称,salary=薪酬,city=地区,company=公司, its first rows:",
                                "Title         pay                 read as  city  district  company  experience  education",
                                "甲     15k-25k*14  15,000-25,000 a month × 14  北京         -     虚构           -          -",
                                "乙           面议                 undisclosed  北京         -        -           -          -",
                                "丙           50万                  unreadable  北京         -     虚构           -          -")
                        .stream()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList(),
                ran.out()
                        .lines()
                        .skip(3)
                        .limit(5)
                        .map(line -> line.replaceAll(" +", " ").strip())
                        .toList());
        assertTrue(ran.out().contains("Nothing was stored: --dry-run."), ran.out());
        assertTrue(ran.err().contains("1 × a place that is no city (后端)"), ran.err());
    }

    @Test
    void whatADryRunShowsCanBeTypedToReadTheSame() throws Exception {
        Path rows = file("薪酬,地区,岗位名称\n15k-25k,北京,甲\n");
        String line = imported(rows, "--dry-run")
                .out()
                .lines()
                .filter(l -> l.contains("--columns"))
                .findFirst()
                .orElseThrow();
        String columns = line.replaceAll(".*--columns (\\S+), its.*", "$1");

        Ran ran = imported(rows, "--columns", columns, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("岗位名称", ran.json().at("/files/0/columns/title").asString());
        assertEquals(List.of("甲|北京"), rows("SELECT title, city FROM jobs"));
    }

    @Test
    void aDryRunOfFilesWithoutRowsSaysSo() throws Exception {
        Ran ran = imported(file("hello"), "--dry-run");

        assertEquals(1, ran.exitCode());
        assertFalse(ran.out().contains("first rows"), ran.out());
    }

    private Ran imported(Path file, String... options) {
        return Ran.imported(db(), file, options);
    }

    private List<String> rows(String query) throws Exception {
        return Db.rows(db(), query);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list"), text);
    }
}
