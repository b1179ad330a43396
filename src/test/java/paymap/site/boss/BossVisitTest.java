package paymap.site.boss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;
import paymap.site.Visit;

/** Visits to Boss through the front door and into a real database. All rows are made up but those of captures. */
class BossVisitTest {

    private static final String LIST = "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1";
    private static final String RECOMMENDED = "https://www.zhipin.com/wapi/zpgeek/pc/recommend/job/list.json";
    private static final String DETAIL = "https://www.zhipin.com/wapi/zpgeek/job/detail.json?securityId=MASKED-x";

    private static final String REPLY = """
            {"code":0,"message":"Success","zpData":{"resCount":2,"lid":"MASKED-lid","hasMore":true,"totalCount":2,"jobList":[
             {"encryptJobId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪","cityName":"深圳","city":101280600,
              "areaDistrict":"南山区","brandName":"虚构公司","jobExperience":"3-5年","jobDegree":"本科"},
             {"encryptJobId":"bb22~","jobName":"虚构实习","salaryDesc":"150-200元/天","cityName":"深圳","city":0,
              "areaDistrict":"","brandName":"某虚构...","jobExperience":"","jobDegree":"硕士"},
             {"encryptJobId":"cc33~","jobName":"","salaryDesc":"1-2K","cityName":"深圳","brandName":"虚构公司"},
             {"encryptJobId":"dd44~","jobName":"虚构远程","salaryDesc":"1-2K","cityName":"远程办公","brandName":"虚构公司"}]}}""";

    private static final String ONE_DETAIL = """
            {"code":0,"zpData":{"jobInfo":{"encryptId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪",
             "locationName":"深圳","experienceName":"3-5年","degreeName":"本科","address":"MASKED-address",
             "postDescription":"MASKED-text"},"bossInfo":{"name":"MASKED-n"},"brandComInfo":{"brandName":"虚构公司"}}}""";

    private static final String CHECK = "{\"code\":37,\"message\":\"您的访问行为异常.\",\"zpData\":{\"seed\":\"MASKED-seed\"}}";

    private static final List<String> PERSONAL = List.of(
            "securityId",
            "bossAvatar",
            "encryptBossId",
            "bossName",
            "bossTitle",
            "lid",
            "encryptUserId",
            "address",
            "gps",
            "contact",
            "phone",
            "email",
            "token",
            "userId",
            "clientIP",
            "hrName",
            "seed");

    @TempDir
    Path folder;

    @Test
    void aVisitIsReadAndNamesItsSite() throws Exception {
        Visit visit = new Visit(folder);

        Ran ran = visit.imported(visit(), "--json");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(2, ran.json().at("/files/0/pages").asInt());
        assertEquals(5, ran.json().at("/files/0/rows").asInt());
        assertEquals(2, ran.json().at("/files/0/new").asInt());
        assertEquals(4, ran.json().at("/files/0/rejected").asInt());
        assertEquals("boss", ran.json().at("/runs/0/site").asString());
        assertEquals(
                List.of(
                        "boss|深圳|南山区|虚构工程师|15-25K·14薪|15000|25000|month|14|虚构公司|3-5年|本科|1",
                        "boss|深圳|null|虚构实习|150-200元/天|150|200|day|12|某虚构...|null|硕士|1"),
                visit.rows("SELECT site, city, district, title, salary, salary_low, salary_high, salary_interval,"
                        + " salary_months, company, experience, education, openings FROM jobs ORDER BY id"));
        assertEquals(List.of("aa11~", "bb22~"), visit.rows("SELECT position_id FROM openings ORDER BY position_id"));
        assertEquals(List.of("", "java"), visit.rows("SELECT keyword FROM runs ORDER BY keyword"));
        assertEquals(
                List.of("java|2"),
                visit.rows("SELECT keyword, sum(stored) FROM runs JOIN run_cities ON run_id = runs.id"
                        + " WHERE keyword <> '' GROUP BY keyword"));
    }

    @Test
    void peopleSeeTheRowsAndNoRefusalThatTheRowsFollowed() throws Exception {
        Ran ran = new Visit(folder).imported(visit());

        assertTrue(ran.out().contains("深圳"), ran.out());
        assertTrue(ran.err().contains("远程办公"), ran.err());
        assertTrue(ran.err().contains("paymap stats --site boss"), ran.err());
        assertFalse(ran.err().contains("refused"), ran.err());
    }

    @Test
    void aRefusalThatNoRowsFollowIsToldWithWhatHelps() throws Exception {
        String har = Visit.har(
                Visit.entry("POST", LIST, "", 200, "", REPLY),
                Visit.entry("POST", LIST, "", 200, "", "{\"code\":36,\"message\":\"您的账户存在异常行为.\"}"));

        Ran ran = new Visit(folder).imported(har);

        assertTrue(
                ran.err()
                        .contains(
                                "1 × refused: Boss直聘 code 36, it suspects the account; solve its check in your browser,"
                                        + " look at the list again, and save that visit"),
                ran.err());
    }

    @Test
    void nothingPersonalIsWrittenOrSaid() throws Exception {
        Visit visit = new Visit(folder);
        String page = MadeUpBossPages.TODAY.formatted("15-25K", "<li>3-5年</li><li>本科</li>");

        Ran har = visit.imported(visit(), "--rejects", folder.resolve("rejects").toString());
        Ran alone = visit.imported(Visit.planted(REPLY, PERSONAL), "--json");
        Ran refused = visit.imported(Visit.planted(CHECK, PERSONAL));
        Ran saved = visit.imported("<html><body>" + page, "--dry-run");

        String seen = visit.written() + har + alone + refused + saved;
        assertTrue(seen.contains(Visit.bytes("虚构工程师")) && seen.contains("no title"));
        assertFalse(seen.contains(Visit.MARKER), seen.substring(Math.max(0, seen.indexOf(Visit.MARKER))));
    }

    /** All replies of a visit in one file, as scripts save them, with those that hold no rows. */
    @Test
    void repliesInAWrapperOfSomebodysOwnAreReadToo() throws Exception {
        Visit visit = new Visit(folder);
        String user = "{\"code\":0,\"zpData\":{\"userId\":1,\"name\":\"MASKED-user\"}}";

        Ran ran = visit.imported("[{\"url\":\"" + LIST + "\",\"body\":" + user + "},{\"url\":\"" + LIST + "\",\"body\":"
                + Visit.planted(REPLY, PERSONAL) + "}]");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(List.of("boss|2"), visit.rows("SELECT site, count(*) FROM jobs GROUP BY site"));
        assertFalse((visit.written() + ran).contains(Visit.MARKER));
    }

    @Test
    void payInPrivateDigitsIsRejectedWithTheWayOut() throws Exception {
        Visit visit = new Visit(folder);

        Ran ran = visit.imported(
                "<html><body>" + MadeUpBossPages.TODAY.formatted("\uE032-\uE033K", "<li>3-5年</li><li>本科</li>"));

        assertEquals(3, ran.exitCode(), ran.err());
        assertTrue(
                ran.err()
                        .contains(
                                "1 × pay in digits of the page's own font, which nobody else can read; save a HAR instead"),
                ran.err());
        assertEquals(List.of("0"), visit.rows("SELECT count(*) FROM jobs"));
    }

    @Test
    void aListWithoutPayIsToldAsOneOfAVisitorWhoIsNotLoggedIn() throws Exception {
        Ran ran = new Visit(folder)
                .imported(REPLY.replace("15-25K·14薪", "")
                        .replace("150-200元/天", "")
                        .replace("1-2K", ""));

        assertTrue(ran.err().contains("1 × saved without being logged in: the site showed no pay"), ran.err());
        assertTrue(ran.out().contains("2 rows without pay"), ran.out());
    }

    @ParameterizedTest
    @CsvSource({
        "boss-joblist-2026-09-18-excerpt.json, 0, 1, 4, 0, 4",
        "boss-joblist-row-anonymous-2026-08-25.json, 0, 0, 1, 0, 0",
        "boss-saved-page-2026-06-27-list-part.html, 3, 1, 0, 15, 0"
    })
    void theCapturesGiveExactlyTheirRows(String file, int exitCode, int pages, int rows, int rejected, int readable)
            throws Exception {
        String captures = System.getProperty("paymap.captures", "");
        assumeTrue(!captures.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        Visit visit = new Visit(folder);

        Ran ran = visit.imported(Path.of(captures, "boards", file), "--json");

        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertEquals(pages, ran.json().at("/files/0/pages").asInt());
        assertEquals(rows, ran.json().at("/files/0/rows").asInt());
        assertEquals(rejected, ran.json().at("/files/0/rejected").asInt());
        assertEquals(
                List.of(Integer.toString(readable)),
                visit.rows("SELECT count(salary_low) FROM jobs WHERE site = 'boss'"));
        assertFalse((visit.written() + ran).contains(Visit.MARKER));
    }

    /** The check that the page solves, a list, recommendations with the same rows, a detail, and what holds no rows. */
    private static String visit() {
        String list = Visit.planted(REPLY, PERSONAL);
        return Visit.har(
                Visit.entry("GET", "https://www.zhipin.com/wapi/zpuser/wap/getUserInfo.json", "", 200, "", list),
                Visit.entry(
                        "GET",
                        "https://www.zhipin.com/web/common/security-check.html?seed=MASKED",
                        "",
                        200,
                        "",
                        "<html>"),
                Visit.entry("POST", LIST, "page=1&query=java&city=101280600&token=MASKED-t", 200, "", CHECK),
                Visit.entry("OPTIONS", LIST, "", 204, "", ""),
                Visit.entry("GET", RECOMMENDED, "", 200, "", list),
                Visit.entry("POST", LIST, "page=1&query=java&city=101280600&token=MASKED-t", 200, "", list),
                Visit.entry("GET", DETAIL, "", 200, "", Visit.planted(ONE_DETAIL, PERSONAL)));
    }
}
