package paymap.site.zhilian;

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
class ZhilianSavedPagesTest {

    private static final String POSITIONS = "https://fe-api.zhaopin.com/c/i/search/positions?at=MASKED&rt=MASKED";
    private static final String SOU = "https://fe-api.zhaopin.com/c/i/sou?start=0&pageSize=90&cityId=635&kw=java&kt=3";

    private static final String ROW = """
            {"number":"CC1J2","jobId":2,"name":"虚构工程师","salary60":"8千-1.2万","salaryReal":"8001-12000","salaryCount":"13薪",
             "workCity":"北京","cityDistrict":"朝阳区","streetName":"望京","workingExp":"1-3年","education":"大专",
             "companyName":"虚构公司","publishTime":"2022-07-12 10:11:27","firstPublishTime":"2022-01-02 03:04:05"}""";

    private static final RawRow READ =
            new RawRow("CC1J2", "虚构工程师", "8千-1.2万", "13薪", "北京", "朝阳区", "1-3年", "大专", "虚构公司", "2022-07-12 10:11:27");

    private static final String RESULT = """
            {"number":"CC3J4","jobName":"虚构前端","salary":"9K-16K","city":{"items":[{"code":"530","name":"北京"}],
             "display":"北京-海淀区"},"company":{"name":"虚构公司"},"workingExp":{"code":"103","name":"1-3年"},
             "eduLevel":{"code":"5","name":"大专"},"updateDate":"2018-08-24 08:52:51","createDate":"2018-08-02 10:38:30"}""";

    private static final RawRow READ_RESULT =
            new RawRow("CC3J4", "虚构前端", "9K-16K", "", "北京-海淀区", "北京-海淀区", "1-3年", "大专", "虚构公司", "2018-08-24 08:52:51");

    private final ZhilianSavedPages zhilian = new ZhilianSavedPages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fe-api.zhaopin.com/c/i/search/positions?at=x",
                "https://fe-api.zhaopin.com/c/i/sou?start=0&kw=java",
                "https://sou.zhaopin.com/jobs/searchresult.ashx?jl=%E5%8C%97%E4%BA%AC&kw=java",
                "https://sou.zhaopin.com/?jl=530&kw=java&p=2",
                "https://www.zhaopin.com/sou/jl765/kw01O00U80EG/p2?kw=java",
                "https://www.zhaopin.com/jobs?jl=765&kw=java&pn=2"
            })
    void listsAreToldByTheirAddress(String url) {
        assertTrue(zhilian.owns(url) && zhilian.mayHoldRows(url));
    }

    @Test
    void aMadeUpBoardOnThisMachineIsKnownByItsPaths() {
        assertTrue(zhilian.mayHoldRows("http://127.0.0.1:8080/c/i/search/positions"));
        assertTrue(zhilian.mayHoldRows("http://localhost/sou/jl530/p2?kw=java"));
        assertFalse(zhilian.owns("http://127.0.0.1:8080/c/i/search/positions"));
        assertFalse(zhilian.mayHoldRows("http://127.0.0.1:8080/c/i/user/detail"));
        assertFalse(zhilian.mayHoldRows("http://192.0.2.1/c/i/search/positions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.zhaopin.com/jobdetail/CC1J2.htm",
                "https://fe-api.zhaopin.com/c/i/user/detail",
                "https://fe-api.zhaopin.com/c/i/search/positions-filter",
                "https://passport.zhaopin.com/login",
                "https://www.zhaopin.com.elsewhere.example/jobs"
            })
    void otherAddressesHoldNoLists(String url) {
        assertFalse(zhilian.mayHoldRows(url));
    }

    @Test
    void positionsAreReadAndAdvertsAmongThemPassedOver() {
        Reading read = reply(
                POSITIONS,
                "{\"code\":200,\"data\":{\"count\":100,\"isEndPage\":0,\"list\":[{\"adResponse\":{\"id\":1},\"liveCard\":{}},"
                        + ROW + "]}}");

        assertEquals(Found.ROWS, read.found());
        assertEquals("zhilian", read.site());
        assertEquals(List.of(READ), read.rows());
    }

    @Test
    void whatIsPaidIsTheShownPayAndNeverTheRealOne() {
        RawRow row = reply("", "{\"data\":{\"list\":[" + ROW.replace("8千-1.2万", "") + "]}}")
                .rows()
                .get(0);

        assertEquals("", row.salary());
    }

    @Test
    void theDayOfAPostingIsTheLatestThatIsTold() {
        String row = ROW.replace("\"publishTime\":\"2022-07-12 10:11:27\",", "");

        assertEquals("2022-01-02 03:04:05", reply("", row).rows().get(0).posted());
    }

    @Test
    void resultsOf2018AreReadFromTheirLabels() {
        assertEquals(
                List.of(READ_RESULT),
                reply(SOU, "{\"code\":200,\"data\":{\"numFound\":1,\"results\":[" + RESULT + "]}}")
                        .rows());
    }

    @Test
    void rowsWithoutTheirReplyAreKnownByTheirFields() {
        assertEquals(List.of(READ), reply("", ROW).rows());
        assertEquals(List.of(READ_RESULT), reply("", RESULT).rows());
        assertEquals(Found.ROW, reply("", ROW).found());
        assertEquals(Optional.empty(), maybe("", "{\"name\":\"虚构\",\"salary\":\"1K\",\"workCity\":\"北京\"}"));
        assertEquals(Optional.empty(), maybe("", "{\"data\":{\"list\":[{\"name\":\"虚构\"}]}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://fe-api.zhaopin.com/c/i/search/positions; {\"S_SOU_FULL_INDEX\":\"c++ 后端\",\"at\":\"MASKED\"}; c++ 后端",
                "https://fe-api.zhaopin.com/c/i/search/positions; {\"S_SOU_FULL_INDEX\":[1]}; ''",
                "https://fe-api.zhaopin.com/c/i/search/positions; S_SOU_FULL_INDEX=x; ''",
                "https://fe-api.zhaopin.com/c/i/sou?kw=java; ''; java"
            })
    void theKeywordStandsInTheAddressOrInTheBody(String url, String asked, String keyword) {
        Page page = new Page(url, 200, "", "", asked);

        assertEquals(
                keyword,
                zhilian.reply(tree("{\"data\":{\"list\":[" + ROW + "]}}"), page)
                        .orElseThrow()
                        .keyword());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\":200,\"data\":{\"count\":0,\"list\":[]}}; ROWS",
                "{\"code\":200,\"data\":{\"count\":40,\"isEndPage\":1,\"list\":[]}}; ROWS",
                "{\"code\":200,\"data\":{\"results\":[]}}; ROWS",
                "{\"code\":200,\"data\":{\"count\":40,\"isEndPage\":0,\"list\":[]}}; REFUSED",
                "{\"code\":403,\"message\":\"MASKED-m\"}; REFUSED",
                "{\"code\":200,\"data\":{\"filters\":[]}}; NOTHING"
            })
    void aReplyWithoutRowsIsWhatItSays(String reply, Found found) {
        Reading read = reply(POSITIONS, reply);

        assertEquals(found, read.found());
        assertFalse(read.what().contains("MASKED"));
        assertEquals(Optional.empty(), maybe("", reply));
    }

    @Test
    void theStateOfAPageIsReadAndNotWhatIsShownOfIt() {
        String shown =
                "<div class=\"joblist-box__item\"><a class=\"jobinfo__name\">虚构别的</a><p class=\"jobinfo__salary\">**-**元"
                        + "</p></div>";
        String state = "{\"baseData\":{\"x\":[{\"positionList\":[1]}]},\"user\":{\"name\":\"x\"},\"positionList\":["
                + ROW.replace("望京", "</script>;}{")
                + "],\"originalUrlParams\":{\"jl\":\"530\",\"kw\":\"java\"},\"pages\":null}";

        for (String before : List.of("", "window.", "var x = {};")) {
            Reading read = page("", "<html><script>" + before + "__INITIAL_STATE__ = " + state + ";</script>" + shown);

            assertEquals(Found.ROWS, read.found());
            assertEquals(List.of(READ), read.rows());
            assertEquals("java", read.keyword());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"positionList\":[],\"pages\":null,\"listResponseCode\":200}; ROWS",
                "{\"isVerification\":true,\"positionList\":[]}; REFUSED",
                "{\"home\":{}}; NOTHING",
                "{\"positionList\":[{\"name\":; NOTHING",
                "{\"positionList\":[],\"baseData\":{\"x\":; ROWS"
            })
    void aStateWithoutRowsIsWhatItSays(String state, Found found) {
        assertEquals(
                found,
                page("", "<script>__INITIAL_STATE__=" + state + "</script>").found());
    }

    @ParameterizedTest
    @CsvSource({"9, ROWS", "10, NOTHING", "200000, NOTHING"})
    void onlyTheFirstStatesOfAPageAreLookedAt(int others, Found found) {
        String page = "__INITIAL_STATE__={}".repeat(others) + "__INITIAL_STATE__={\"positionList\":[]}";

        assertEquals(found, page("", "<script>" + page).found());
    }

    @Test
    void aStateOfMoreThanTwoMillionCharactersIsRead() {
        String state = "{\"baseData\":{\"cities\":[\"" + "x".repeat(2_100_000) + "\"]},\"positionList\":[" + ROW + "]}";

        assertEquals(
                List.of(READ),
                page("", "<script>__INITIAL_STATE__=" + state + "</script>").rows());
    }

    @ParameterizedTest
    @CsvSource({
        "'', zhaopin <title>Security Verification</title>, 智联招聘's verification page; solve its check",
        "'', zhaopin <title>安全验证</title>, 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/sou/jl765, <div class=geetest_box>, 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/sou/jl765, <div id=nc_1_wrapper>, 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/sou/jl765, <p class=waf-nc-title>, 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/sou/jl765, <script name=aliyunwaf_6a>, 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/sou/jl765, 'solveChallenge(\"EO-Bot-Js-Token\")', 智联招聘's verification page; solve its check",
        "https://www.zhaopin.com/jobs, 登录之后再搜索, 智联招聘 asks for a login before it searches; log in"
    })
    void refusalsAreToldByTheirPagesWithWhatHelps(String url, String html, String what) {
        Reading read = page(url, "<html>" + html);

        assertEquals(Found.REFUSED, read.found());
        assertEquals("zhilian", read.site());
        assertTrue(read.what().startsWith(what), read.what());
    }

    @Test
    void aStatusOfHttpIsARefusalAtItsOwnAddressesOnly() {
        Reading read = zhilian.page(new Page("https://www.zhaopin.com/jobs", 567, "", "<html>"));

        assertTrue(read.what().startsWith("HTTP 567 in place of a list of 智联招聘; wait"), read.what());
        assertEquals(
                Found.NOTHING, zhilian.page(new Page("", 567, "", "<html>")).found());
    }

    /** Fields go and come; what an address serves is no secret. */
    @Test
    void atTheAddressOfListsRowsNeedNotBeWhole() {
        String position = "{\"data\":{\"list\":[{\"number\":\"1\",\"name\":\"虚构\",\"workCity\":\"北京\"}]}}";
        String result = "{\"data\":{\"results\":[{\"number\":\"1\",\"jobName\":\"虚构\",\"salary\":\"1K\"}]}}";

        for (String reply : List.of(position, result)) {
            assertEquals("虚构", reply(POSITIONS, reply).rows().get(0).title());
            assertEquals(Optional.empty(), maybe("", reply));
        }
    }

    @Test
    void theCheckOfAnotherBoardIsNoRefusalOfThisOne() {
        assertEquals(
                Found.NOTHING,
                page("", "<title>51job</title><p class=waf-nc-title>").found());
    }

    @Test
    void redirectsAreToldByWhereTheyLead() {
        String from = "https://www.zhaopin.com/sou/jl765";

        Reading login = zhilian.page(new Page(from, 302, "https://passport.zhaopin.com/login?bkUrl=x", ""));

        assertTrue(login.found() == Found.REFUSED && login.what().startsWith("a redirect to the login page; log in"));
        assertEquals(
                Found.NOTHING, zhilian.page(new Page(from, 301, "/jobs", "")).found());
    }

    private Reading page(String url, String html) {
        return zhilian.page(new Page(url, 200, "", html));
    }

    private Reading reply(String url, String json) {
        return maybe(url, json).orElseThrow();
    }

    private Optional<Reading> maybe(String url, String json) {
        return zhilian.reply(tree(json), new Page(url, 200, "", json));
    }

    private static tools.jackson.databind.JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
