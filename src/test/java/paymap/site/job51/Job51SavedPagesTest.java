package paymap.site.job51;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.RawRow;
import tools.jackson.databind.json.JsonMapper;

class Job51SavedPagesTest {

    private static final String SEARCH = "https://we.51job.com/api/job/search-pc?keyword=%E8%99%9A%E6%9E%84&pageNum=1";
    private static final String LIST =
            "https://search.51job.com/list/040000,000000,0000,00,9,99,%25E5%25A4%2596%25E8%25B4%25B8,2,1.html?lang=c";

    private final SavedPages board = new Job51SavedPages();

    @ParameterizedTest
    @CsvSource({
        "https://we.51job.com/api/job/search-pc?keyword=java, true",
        "https://cupid.51job.com/open/noauth/search-pc, true",
        "https://we.51job.com/pc/search?keyword=java, true",
        "'https://search.51job.com/list/010000,000000,0000,00,9,99,java,2,1.html', true",
        "https://search.51job.com/jobsearch/search_result.php?keyword=java, true",
        "http://127.0.0.1:8051/api/job/search-pc, true",
        "https://we.51job.com/api/user/info, false",
        "https://jobs.51job.com/shanghai/172187976.html, false",
        "https://www.lagou.com/jobs/list_java, false",
        "no address, false"
    })
    void itsListsAreToldByTheirAddress(String url, boolean list) {
        assertEquals(list, board.mayHoldRows(url));
    }

    @Test
    void theReplyOfTodayIsRead() {
        Reading reading = reply(MadeUpJob51.reply(170, 2), SEARCH).orElseThrow();

        assertEquals(Found.ROWS, reading.found());
        assertEquals("51job", reading.site());
        assertEquals("虚构", reading.keyword());
        assertEquals(
                List.of("170", "171"), reading.rows().stream().map(RawRow::id).toList());
        assertEquals(
                new RawRow(
                        "170",
                        "虚构工程师 170",
                        "1-1.5万·13薪",
                        "",
                        "上海",
                        "上海·浦东新区",
                        "3-4年",
                        "本科",
                        "虚构科技有限公司",
                        "2026-06-16 15:04:00"),
                reading.rows().get(0));
    }

    /** No whole reply is public: readers name the list at other places, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resultbody\":{\"items\":[%s]}}",
                "{\"resultBody\":{\"job\":{\"items\":[%s]}}}",
                "{\"data\":{\"items\":[%s]}}",
                "{\"items\":[{\"advert\":1},%s]}"
            })
    void theListIsFoundWhereverItStands(String reply) {
        assertEquals(
                "170",
                reply(reply.formatted(MadeUpJob51.row(170)), "")
                        .orElseThrow()
                        .rows()
                        .get(0)
                        .id());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"provideSalaryString\":\"\",\"jobSalaryMin\":\"6000\",\"jobSalaryMax\":8000', 6000-8000元/月",
        "'\"provideSalaryString\":\"7千\",\"jobSalaryMin\":\"6000\",\"jobSalaryMax\":\"8000\"', 7千",
        "'\"provideSalaryString\":\"\",\"jobSalaryMin\":\"0\",\"jobSalaryMax\":\"0\"', ''",
        "'\"provideSalaryString\":null', ''"
    })
    void theAmountsCountWhereTheTextOfPayIsMissing(String pay, String read) {
        String reply = "{\"items\":[{\"jobId\":1,\"jobName\":\"虚构\"," + pay + "}]}";

        assertEquals(read, reply(reply, "").orElseThrow().rows().get(0).salary());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"jobAreaString\":\"上海\"', 上海, ''",
        "'\"jobAreaString\":\"上海-嘉定区\"', 上海-嘉定区, 上海-嘉定区",
        "'\"jobAreaString\":\"远程办公\"', 远程办公, ''",
        "'\"jobAreaLevelDetail\":{\"cityString\":\"广州\",\"districtString\":\"天河区\"}', 广州, 天河区"
    })
    void thePlaceIsReadInAnyForm(String place, String city, String district) {
        String reply = "{\"items\":[{\"jobId\":1,\"jobName\":\"虚构\",\"provideSalaryString\":\"\"," + place + "}]}";
        RawRow row = reply(reply, "").orElseThrow().rows().get(0);

        assertEquals(city + "|" + district, row.city() + "|" + row.district());
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine_search_result", "engine_jds"})
    void theDataOf2020To2022AreReadInAReplyAndInAPage(String list) {
        String data = MadeUpJob51.classic(
                list,
                MadeUpJob51.classicRow(124, "1-1.5万/月", "深圳-南山区", "深圳-南山区", "3-4年经验", "大专", "招10人"),
                MadeUpJob51.classicRow(125, "", "异地招聘", "异地招聘", "招若干人"));

        Reading reply = reply(data, "").orElseThrow();
        Reading page = page(MadeUpJob51.statePage(data), "");

        assertEquals(reply.rows(), page.rows());
        assertEquals("java", page.keyword());
        assertEquals("java", reply.keyword());
        assertEquals(
                List.of(
                        new RawRow(
                                "124",
                                "虚构 <b>工程师</b>",
                                "1-1.5万/月",
                                "",
                                "深圳-南山区",
                                "深圳-南山区",
                                "3-4年经验",
                                "大专",
                                "虚构公司",
                                "2020-07-31 10:10:52"),
                        new RawRow(
                                "125", "虚构 <b>工程师</b>", "", "", "异地招聘", "异地招聘", "", "", "虚构公司", "2020-07-31 10:10:52")),
                page.rows());
    }

    @Test
    void aPageOfTodayIsReadInsideItsListAlone() {
        Reading page = page(MadeUpJob51.listPage(), "");

        assertEquals("Java", page.keyword());
        assertEquals(
                List.of(
                        new RawRow(
                                "901",
                                "虚构工程师甲",
                                "1.7-2.5万",
                                "",
                                "深圳·南山区",
                                "深圳·南山区",
                                "5年及以上",
                                "本科",
                                "虚构甲有限公司",
                                "2026-07-27 17:50:02"),
                        new RawRow("9021234", "虚构工程师乙", "6-8千", "", "广州", "广州", "3-4年", "大专", "虚构乙", "")),
                page.rows());
    }

    @Test
    void aPageOfBefore2020IsRead() {
        Reading page = page(MadeUpJob51.oldPage(), "");

        assertEquals("外贸", page.keyword());
        assertEquals(
                List.of(
                        new RawRow("106106701", "虚构外贸专员", "6-8千/月", "", "深圳-龙华新区", "深圳-龙华新区", "", "", "虚构公司甲", ""),
                        new RawRow("106106702", "虚构外贸经理", "", "", "异地招聘", "异地招聘", "", "", "虚构公司乙", "")),
                page.rows());
    }

    @Test
    void theSearchStandsInTheAddressTwiceEncoded() {
        String page = MadeUpJob51.oldPage().replace("kwdselectid", "another");

        assertEquals("外贸", page(page, LIST).keyword());
        assertEquals(
                "100%",
                page(page, "https://search.51job.com/list/040000,0,0,0,9,99,100%25,2,1.html")
                        .keyword());
    }

    @Test
    void aRowByItselfIsOne() {
        Reading row = reply(MadeUpJob51.row(7), "").orElseThrow();

        assertEquals(Found.ROW, row.found());
        assertEquals("7", row.rows().get(0).id());
    }

    @Test
    void aSearchWithoutResultsIsAnEmptyPage() {
        Reading empty = reply("{\"status\":1,\"resultbody\":{\"job\":{\"totalCount\":0,\"items\":[]}}}", SEARCH)
                .orElseThrow();

        assertEquals(Found.ROWS, empty.found());
        assertEquals(List.of(), empty.rows());
    }

    @Test
    void refusalsAreToldByName() {
        String again = "; look at the list in your browser again, and save that visit";
        String check = "; solve its check in your browser, look at the list again, and save that visit";

        assertEquals(
                "51job's check by a script (acw_sc__v2)" + again, refusal(page(MadeUpJob51.scriptCheck(), SEARCH)));
        assertEquals("51job's check by a script (acw_sc__v2)" + again, refusal(page(MadeUpJob51.scriptCheck(), "")));
        assertEquals("51job's slider" + check, refusal(page(MadeUpJob51.slider(), SEARCH)));
        assertEquals(
                "51job's login page; log in in your browser, look at the list again, and save that visit",
                refusal(board.page(new Page(SEARCH, 302, "https://login.51job.com/login.php?url=x", ""))));
        assertEquals(
                "51job's refusal in place of a list (status 10001)" + check,
                refusal(reply("{\"status\":\"10001\",\"message\":\"PLANTED 请完成验证\"}", SEARCH)
                        .orElseThrow()));
        assertEquals(
                "51job's refusal in place of a list (status ?)" + again,
                refusal(reply("{\"status\":\"PLANTED\",\"message\":\"\",\"resultbody\":{}}", "")
                        .orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><div id='app'></div> | https://we.51job.com/pc/search | list page without rows (they come in replies of their own)",
                "<html><div class=\"joblist\"></div> | '' | list page without rows (they come in replies of their own)",
                "<html>window.__SEARCH_RESULT__ = {\"engine_jds\":[{\"job_ | '' | page without a list of jobs",
                "<html><div class=\"waf-nc-title\"> | '' | page without a list of jobs",
                "'' | '' | page without a list of jobs"
            })
    void whatHoldsNoRowsIsNoRefusal(String html, String url, String told) {
        assertEquals(Reading.without(Found.NOTHING, told), page(html, url));
    }

    @Test
    void aReplyOfAnUnknownShapeIsNamedAtItsAddressAndLeftToOthersElsewhere() {
        String strange = "{\"status\":\"1\",\"result\":{\"list\":[{\"title\":\"x\"}]}}";

        assertEquals(
                Optional.of(Reading.without(Found.NOTHING, "reply of 51job in which no list was found")),
                reply(strange, SEARCH));
        assertEquals(Optional.empty(), reply(strange, ""));
        assertEquals(Optional.empty(), reply("{\"jobName\":\"x\",\"salary\":\"1k\"}", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{\"provideSalaryString\":{\"a\":[]},\"jobName\":[1],\"jobAreaLevelDetail\":\"x\"},3,null,[]]}",
                "{\"engine_jds\":[{\"job_name\":null,\"attribute_text\":{\"a\":1}},\"x\"]}",
                "{\"resultbody\":{\"job\":{\"items\":{\"provideSalaryString\":1}}}}"
            })
    void oddValuesStopNothing(String reply) {
        reply(reply, "").ifPresent(reading -> assertTrue(reading.rows().size() < 2));
    }

    @Test
    void nothingElseIsRead() {
        List<Reading> readings = List.of(
                reply(MadeUpJob51.reply(1, 3), SEARCH).orElseThrow(),
                page(MadeUpJob51.listPage(), ""),
                page(MadeUpJob51.oldPage(), LIST),
                page(
                        MadeUpJob51.statePage(
                                MadeUpJob51.classic("engine_jds", MadeUpJob51.classicRow(1, "1万/月", "上海", "上海", "本科"))),
                        ""),
                page(MadeUpJob51.slider(), SEARCH));

        assertFalse(readings.toString().contains(MadeUpJob51.PLANTED), readings.toString());
    }

    private static String refusal(Reading reading) {
        assertEquals(Found.REFUSED, reading.found());
        assertEquals("51job", reading.site());
        return reading.what();
    }

    private Reading page(String html, String url) {
        return board.page(new Page(url, 200, "", html));
    }

    private Optional<Reading> reply(String json, String url) {
        return board.reply(JsonMapper.builder().build().readTree(json), new Page(url, 200, "", json));
    }
}
