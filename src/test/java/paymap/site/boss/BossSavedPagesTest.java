package paymap.site.boss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.RawRow;
import tools.jackson.databind.json.JsonMapper;

/** Replies and pages in the shapes of 2018 to 2026; all rows are made up. */
class BossSavedPagesTest {

    private static final String LIST = "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1";

    private static final String ROW = """
            {"encryptJobId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪","cityName":"深圳","city":101280600,
             "areaDistrict":"南山区","businessDistrict":"科技园","brandName":"虚构公司","jobExperience":"3-5年",
             "jobDegree":"本科","jobType":0}""";

    private static final RawRow READ =
            new RawRow("aa11~", "虚构工程师", "15-25K·14薪", "", "深圳", "南山区", "3-5年", "本科", "虚构公司", "");

    private final BossSavedPages boss = new BossSavedPages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?scene=1&query=java&city=101010100&page=1",
                "https://www.zhipin.com/wapi/zpgeek/pc/recommend/job/list.json",
                "https://www.zhipin.com/wapi/zpgeek/history/joblist.json",
                "https://www.zhipin.com/wapi/zpgeek/job/detail.json?securityId=x",
                "https://www.zhipin.com/wapi/zpgeek/job/card.json",
                "https://www.zhipin.com/web/geek/job?query=java",
                "https://www.zhipin.com/web/geek/jobs",
                "https://www.zhipin.com/c101010100/?query=java",
                "https://www.zhipin.com/web/common/security-check.html?seed=x",
                "https://www.zhipin.com/web/passport/zp/security.html?code=37",
                "https://www.zhipin.com/web/passport/zp/verify.html",
                "https://www.zhipin.com/web/user/safe/verify-slider?callbackUrl=x",
                "https://www.zhipin.com/403.html?code=36"
            })
    void listsAndRefusalsAreToldByTheirAddress(String url) {
        assertTrue(boss.owns(url) && boss.mayHoldRows(url));
    }

    @Test
    void aMadeUpBoardOnThisMachineIsKnownByItsPaths() {
        assertTrue(boss.mayHoldRows("http://127.0.0.1:8080/wapi/zpgeek/search/joblist.json"));
        assertTrue(boss.mayHoldRows("http://localhost/web/geek/jobs?query=java"));
        assertFalse(boss.owns("http://127.0.0.1:8080/wapi/zpgeek/search/joblist.json"));
        assertFalse(boss.mayHoldRows("http://127.0.0.1:8080/web/geek/chat"));
        assertFalse(boss.mayHoldRows("http://192.0.2.1/wapi/zpgeek/search/joblist.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.zhipin.com/wapi/zpuser/wap/getUserInfo.json",
                "https://www.zhipin.com/wapi/zpgeek/search/job/seo/data.json?city=101280600",
                "https://www.zhipin.com/wapi/zpCommon/data/position.json",
                "https://www.zhipin.com/web/geek/chat",
                "https://www.zhipin.com.elsewhere.example/web/geek/jobs",
                "https://elsewhere.example/web/geek/jobs?from=https://www.zhipin.com/web/geek/jobs"
            })
    void otherAddressesHoldNoLists(String url) {
        assertFalse(boss.mayHoldRows(url));
    }

    @Test
    void theCityIsTheNamedOneWhateverItsCode() {
        String recommended = ROW.replace("101280600", "0");

        Reading read = reply(LIST, "{\"code\":0,\"zpData\":{\"jobList\":[" + ROW + "," + recommended + "]}}");

        assertEquals(Found.ROWS, read.found());
        assertEquals("boss", read.site());
        assertEquals(List.of(READ, READ), read.rows());
    }

    @Test
    void advertsAmongTheRowsArePassedOver() {
        assertEquals(
                List.of(READ),
                reply("", "{\"zpData\":{\"jobList\":[{\"adCard\":{}}," + ROW + ",null,7]}}")
                        .rows());
    }

    @Test
    void anEmptyListIsAPage() {
        assertEquals(
                Found.ROWS,
                reply("", "{\"code\":0,\"zpData\":{\"jobList\":[]}}").found());
    }

    @ParameterizedTest
    @CsvSource({"'', '**-**元', HIDDEN_PAY", "'', '', HIDDEN_PAY", "'', 10-15K, ROWS", "面议, 面议, ROWS"})
    void aListWithoutAnyPayIsOneOfAVisitorWhoIsNotLoggedIn(String first, String second, Found found) {
        String rows = ROW.replace("15-25K·14薪", first) + "," + ROW.replace("15-25K·14薪", second);

        assertEquals(
                found, reply(LIST, "{\"zpData\":{\"jobList\":[" + rows + "]}}").found());
    }

    @Test
    void detailsAndCardsAreTheSamePositionByItself() {
        String detail = """
                {"code":0,"zpData":{"jobInfo":{"encryptId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪",
                 "locationName":"深圳","experienceName":"3-5年","degreeName":"本科","address":"某路1号"},
                 "brandComInfo":{"brandName":"虚构公司"}}}""";
        String card = """
                {"code":0,"zpData":{"jobCard":{"encryptJobId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪",
                 "cityName":"深圳","experienceName":"3-5年","degreeName":"本科","brandName":"虚构公司"}}}""";
        RawRow withoutDistrict = new RawRow("aa11~", "虚构工程师", "15-25K·14薪", "", "深圳", "", "3-5年", "本科", "虚构公司", "");

        for (String reply : List.of(detail, card)) {
            assertEquals(Found.ROW, reply("", reply).found());
            assertEquals(List.of(withoutDistrict), reply("", reply).rows());
        }
    }

    @Test
    void aRowWithoutItsReplyIsKnownByItsFields() {
        assertEquals(List.of(READ), reply("", ROW).rows());
        assertEquals(Found.ROW, reply("", ROW).found());
        assertEquals(Optional.empty(), maybe("", "{\"jobName\":\"虚构\",\"salaryDesc\":\"1K\",\"cityName\":\"深圳\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?query=go&page=1, '', go",
        "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1, page=1&query=c%2B%2B+%E5%90%8E%E7%AB%AF&scene=1, c++ 后端",
        "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1, '{\"query\":7}', ''"
    })
    void theKeywordStandsInTheAddressOrInTheForm(String url, String asked, String keyword) {
        Page page = new Page(url, 200, "", "", asked);

        assertEquals(
                keyword,
                boss.reply(tree("{\"zpData\":{\"jobList\":[]}}"), page)
                        .orElseThrow()
                        .keyword());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "37;Boss直聘 code 37, a check of the browser that its page solves; look at",
                "36;Boss直聘 code 36, it suspects the account; solve its check",
                "35;Boss直聘 code 35, it suspects this IP address; wait some hours",
                "31;Boss直聘 code 31, it has restricted access; wait some hours",
                "32;Boss直聘 code 32, it has restricted access; wait some hours",
                "1;Boss直聘 code 1, no login, or one that has expired; log in",
                "3;Boss直聘 code 3, no login, or one that has expired; log in",
                "7;Boss直聘 code 7, no login, or one that has expired; log in",
                "9;Boss直聘 code 9, too frequent; wait some hours",
                "121;Boss直聘 code 121, its security system; wait some hours",
                "19;Boss直聘 code 19; look at"
            })
    void refusalsAreToldByTheirCodeWithWhatHelps(int code, String what, String remedy) {
        Reading read =
                reply(LIST, "{\"code\":" + code + ",\"message\":\"MASKED-message\",\"zpData\":{\"seed\":\"x\"}}");

        assertEquals(Found.REFUSED, read.found());
        assertEquals("boss", read.site());
        assertTrue(read.what().startsWith(what + "; " + remedy), read.what());
    }

    @ParameterizedTest
    @CsvSource({"37, true", "36, true", "35, true", "31, true", "1, false", "9, false", "404, false", "0, false"})
    void inAFileOfItsOwnOnlyACodeOfItsOwnIsARefusal(int code, boolean known) {
        String reply = "{\"code\":" + code + ",\"message\":\"x\",\"zpData\":{}}";

        assertEquals(known, maybe("", reply).isPresent());
        assertEquals(
                code == 0 ? Found.NOTHING : Found.REFUSED, reply(LIST, reply).found());
    }

    @ParameterizedTest
    @CsvSource({
        "/web/common/security-check.html?seed=x, Boss直聘's page that checks the browser",
        "https://www.zhipin.com/web/passport/zp/security.html?code=37, Boss直聘's page that checks the browser",
        "https://www.zhipin.com/web/user/safe/verify-slider?x=1, Boss直聘's slider",
        "/403.html?code=32, Boss直聘's page for those it shuts out for a while",
        "https://login.zhipin.com/?ka=header-login, a redirect to the login page",
        "https://www.zhipin.com/web/user/?ka=header-login, a redirect to the login page"
    })
    void redirectsAreToldByWhereTheyLead(String to, String what) {
        Reading read = boss.page(new Page("https://www.zhipin.com/web/geek/jobs", 302, to, ""));

        assertEquals(Found.REFUSED, read.found());
        assertTrue(read.what().startsWith(what + "; "), read.what());
        assertEquals(
                Found.NOTHING, boss.page(new Page(LIST, 302, "/shenzhen/", "")).found());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, 当前IP地址可能存在异常访问行为，完成验证后即可正常使用. zhipin, Boss直聘's slider",
        "'', 200, www.zhipin.com 您暂时无法继续访问~, Boss直聘's page for those it shuts out",
        "https://www.zhipin.com/web/geek/jobs, 200, 请勿频繁提交刷新请求, Boss直聘's page for those it shuts out",
        "https://www.zhipin.com/web/geek/jobs, 502, x, HTTP 502 in place of a list of Boss直聘; wait",
        "https://www.zhipin.com/web/geek/jobs, 403, x, Boss直聘's page for those it shuts out",
        "https://www.zhipin.com/web/common/security-check.html, 200, x, Boss直聘's page that checks the browser"
    })
    void pagesThatRefuseAreToldByTheirWordsAndTheirAddress(String url, int status, String words, String what) {
        Reading read = boss.page(new Page(url, status, "", "<html>" + words));

        assertEquals(Found.REFUSED, read.found());
        assertTrue(read.what().startsWith(what), read.what());
    }

    @Test
    void aPageOfAnothersThatSpeaksOfLimitsIsNoRefusalOfBoss() {
        assertEquals(
                Found.NOTHING, boss.page(new Page("", 200, "", "<html>访问受限")).found());
        assertEquals(
                "list page without rows (they come in replies of their own)",
                boss.page(new Page("https://www.zhipin.com/web/geek/jobs?query=x", 200, "", "<html>"))
                        .what());
    }

    private Reading reply(String url, String json) {
        return maybe(url, json).orElseThrow();
    }

    private Optional<Reading> maybe(String url, String json) {
        return boss.reply(tree(json), new Page(url, 200, "", json));
    }

    private static tools.jackson.databind.JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
