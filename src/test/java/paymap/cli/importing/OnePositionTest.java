package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.cli.Db;
import paymap.cli.Ran;

/** A position of each board that is seen twice: on two days, in a list and by itself, with its pay and without. */
class OnePositionTest {

    private static final String BOSS_LIST = """
            {"code":0,"zpData":{"jobList":[{"encryptJobId":"A1","jobName":"虚构工程师","salaryDesc":"%s","jobExperience":
            "3-5年","jobDegree":"本科","cityName":"北京","areaDistrict":"海淀区","brandName":"虚构公司"}]}}""";
    private static final String BOSS_DETAIL = """
            {"code":0,"zpData":{"jobInfo":{"encryptId":"A1","jobName":"虚构工程师","salaryDesc":"%s","locationName":"北京",
            "experienceName":"3-5年","degreeName":"本科"},"brandComInfo":{"brandName":"虚构公司"}}}""";
    private static final String ZHILIAN_ROW = """
            {"number":"CC1J1","name":"虚构工程师","salary60":"%s","salaryCount":"","workCity":"北京","cityDistrict":"海淀区",
            "workingExp":"3-5年","education":"本科","companyName":"虚构公司"}""";
    private static final String ZHILIAN_LIST = "{\"code\":200,\"data\":{\"count\":1,\"list\":[" + ZHILIAN_ROW + "]}}";
    private static final String ZHILIAN_PAGE =
            "<html><body><script>__INITIAL_STATE__={\"positionList\":[" + ZHILIAN_ROW + "]}</script></body></html>";
    private static final String JOB51_LIST = """
            {"status":"1","resultbody":{"job":{"totalCount":1,"items":[{"jobId":"172000001","jobName":"虚构工程师",
            "provideSalaryString":"%s","jobAreaString":"北京·海淀区","workYearString":"3-4年","degreeString":"本科",
            "fullCompanyName":"虚构公司"}]}}}""";
    private static final String JOB51_CLASSIC = """
            {"engine_jds":[{"jobid":"172000001","job_name":"虚构工程师","providesalary_text":"%s","workarea_text":
            "北京-海淀区","attribute_text":["北京-海淀区","3-4年经验","本科"],"company_name":"虚构公司"}]}""";
    private static final String LIEPIN_LIST = """
            {"flag":1,"data":{"data":{"jobCardList":[{"job":{"jobId":"84775101","title":"虚构工程师","salary":"%s","dq":
            "北京-海淀区","requireWorkYears":"3-5年","requireEduLevel":"本科"},"comp":{"compName":"虚构公司"}}]}}}""";
    private static final String LAGOU_LIST = """
            {"success":true,"content":{"positionResult":{"totalCount":1,"result":[{"positionId":7,"positionName":
            "虚构工程师","salary":"%s","city":"北京","district":"海淀区","workYear":"3-5年","education":"本科"}]}}}""";

    @TempDir
    Path folder;

    static Stream<Arguments> sights() {
        return Stream.of(
                        List.of("boss", BOSS_LIST, BOSS_LIST, "15-25K"),
                        List.of("boss", BOSS_LIST, BOSS_DETAIL, "15-25K"),
                        List.of("zhilian", ZHILIAN_LIST, ZHILIAN_LIST, "1.5-2.5万"),
                        List.of("zhilian", ZHILIAN_LIST, ZHILIAN_PAGE, "1.5-2.5万"),
                        List.of("51job", JOB51_LIST, JOB51_LIST, "1.5-2.5万"),
                        List.of("51job", JOB51_CLASSIC, JOB51_LIST, "1.5-2.5万"),
                        List.of("liepin", LIEPIN_LIST, LIEPIN_LIST, "15-25k"),
                        List.of("lagou", LAGOU_LIST, LAGOU_LIST, "15k-25k"))
                .flatMap(each -> Stream.of(each, List.of(each.get(0), each.get(2), each.get(1), each.get(3))))
                .map(each -> Arguments.of(each.toArray()));
    }

    @ParameterizedTest
    @MethodSource("sights")
    void isOneRow(String site, String first, String then, String pay) throws Exception {
        assertEquals("1 1 0", imported(first.formatted(pay)));
        assertEquals("1 0 1", imported(then.formatted(pay)));

        assertOneRow(site, pay);
    }

    @ParameterizedTest
    @MethodSource("sights")
    void isOneRowThatTellsItsPayOnceItIsTold(String site, String first, String then, String pay) throws Exception {
        assertEquals("1 1 0", imported(first.formatted("")));
        assertEquals("1 0 1", imported(then.formatted(pay)));
        assertEquals("1 0 1", imported(first.formatted("")));

        assertOneRow(site, pay);
    }

    @Test
    void isOneRowPerBoard() throws Exception {
        imported(LIEPIN_LIST.formatted("15-25k").replace("84775101", "7"));
        imported(LAGOU_LIST.formatted("15k-25k"));

        assertEquals(List.of("lagou|7", "liepin|7"), Db.rows(db(), """
                SELECT site, position_id FROM openings JOIN jobs ON id = job_id ORDER BY site"""));
    }

    @ParameterizedTest
    @CsvSource({"喀什地区, 喀什", "喀什, 喀什地区", "西双版纳傣族自治州, 西双版纳", "北京市, 北京"})
    void aCityHasOneNameHoweverLongItIsWritten(String first, String then) throws Exception {
        imported(BOSS_LIST.formatted("15-25K").replace("北京", first));

        assertEquals("1 0 1", imported(BOSS_LIST.formatted("15-25K").replace("北京", then)));
    }

    @Test
    void isTwoRowsWhereItsPayWasAnotherLater() throws Exception {
        imported(BOSS_LIST.formatted("15-25K"));

        assertEquals("1 1 0", imported(BOSS_LIST.formatted("20-30K")));
        assertEquals(List.of("15-25K|1", "20-30K|1"), Db.rows(db(), "SELECT salary, openings FROM jobs ORDER BY 1"));
    }

    private void assertOneRow(String site, String pay) throws Exception {
        assertEquals(
                List.of(site + "|北京|海淀区|虚构工程师|" + pay + "|15000|25000|1"),
                Db.rows(
                        db(),
                        "SELECT site, city, district, title, salary, salary_low, salary_high, openings FROM jobs"));
        assertEquals(List.of("1"), Db.rows(db(), "SELECT count(*) FROM openings"));
        assertEquals(List.of("1"), Db.rows(db(), "SELECT count(DISTINCT job_id) FROM run_jobs"));
    }

    /** Rows, new and known ones. */
    private String imported(String text) throws IOException {
        Ran ran = Ran.imported(db(), Files.writeString(folder.resolve("file"), text), "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.json().at("/files/0/rows").asInt() + " "
                + ran.json().at("/files/0/new").asInt() + " "
                + ran.json().at("/files/0/known").asInt();
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
