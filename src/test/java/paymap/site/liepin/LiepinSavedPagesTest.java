package paymap.site.liepin;

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

class LiepinSavedPagesTest {

    private static final String SEARCH = "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job";
    private static final String LIST = "https://www.liepin.com/zhaopin/?key=%E8%99%9A%E6%9E%84&currentPage=0";
    private static final String CHECK =
            "; solve its check in your browser, look at the list again, and save that visit";
    private static final String AGAIN = "; look at the list in your browser again, and save that visit";

    private final SavedPages board = new LiepinSavedPages();

    @ParameterizedTest
    @CsvSource({
        "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job, true",
        "https://apic.liepin.com/api/com.liepin.searchfront4c.pc-search-job?x=1, true",
        "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job-cond-init, false",
        "https://www.liepin.com/zhaopin/?key=java, true",
        "https://www.liepin.com/city-sh/zhaopin/pn2/, true",
        "https://www.liepin.com/career/dianzi/, true",
        "https://elsewhere.example/career/dianzi/, false",
        "https://safe.liepin.com/v/intercept/verifysms?backurl=x, true",
        "https://safe.liepin.com/intercept/ip/captcha, true",
        "http://127.0.0.1:8051/api/com.liepin.searchfront4c.pc-search-job, true",
        "https://www.liepin.com/job/1984775119.shtml, false",
        "https://api-c.liepin.com/api/com.liepin.im.c.chat, false",
        "no address, false"
    })
    void itsListsAreToldByTheirAddress(String url, boolean list) {
        assertEquals(list, board.mayHoldRows(url));
    }

    @Test
    void theReplyIsReadWithTheSearchThatWasAskedFor() {
        String reply = MadeUpLiepin.reply(84775101, 2);

        Reading reading = reply(reply, new Page(SEARCH, 200, "", reply, MadeUpLiepin.ASKED))
                .orElseThrow();

        assertEquals(Found.ROWS, reading.found());
        assertEquals("liepin", reading.site());
        assertEquals("虚构", reading.keyword());
        assertEquals(
                List.of("84775101", "84775102"),
                reading.rows().stream().map(RawRow::id).toList());
        assertEquals(
                new RawRow(
                        "84775101",
                        "虚构工程师 84775101",
                        "15-30k·14薪",
                        "",
                        "佛山-顺德区",
                        "佛山-顺德区",
                        "5年以上",
                        "统招本科",
                        "虚构机器人",
                        "2026-09-17"),
                reading.rows().get(0));
    }

    @Test
    void whatIsAskedForStoodAmongTheLabelsIn2022() {
        RawRow row = reply(
                        "{\"job\":{\"labels\":[\"Node.js\",\"1-3年\",\"本科\"],\"jobId\":\"50396915\",\"title\":\"x\",\"dq\":\"上海\"}}",
                        "")
                .orElseThrow()
                .rows()
                .get(0);

        assertEquals("1-3年|本科", row.experience() + "|" + row.education());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobCardList\":[%s]}",
                "{\"data\":{\"jobCardList\":[%s]}}",
                "{\"flag\":1,\"data\":{\"pagination\":{},\"data\":{\"jobCardList\":[%s]}}}"
            })
    void theListIsFoundAtAnyDepth(String reply) {
        Reading reading =
                reply(reply.formatted(MadeUpLiepin.card(7, false)), "").orElseThrow();

        assertEquals("7", reading.rows().get(0).id());
    }

    @Test
    void aCardByItselfIsOneRow() {
        Reading row = reply(MadeUpLiepin.card(7, false), "").orElseThrow();

        assertEquals(Found.ROW, row.found());
        assertEquals("7", row.rows().get(0).id());
    }

    @Test
    void aSearchWithoutResultsIsAnEmptyPage() {
        assertEquals(
                Found.ROWS,
                reply("{\"flag\":1,\"data\":{\"data\":{\"jobCardList\":[]}}}", SEARCH)
                        .orElseThrow()
                        .found());
    }

    @Test
    void pagesOfTodayAndOf2021AreReadAlike() {
        Reading named = page(MadeUpLiepin.namedPage(), LIST);
        Reading hashed = page(MadeUpLiepin.hashedPage(), "");

        assertEquals("虚构", named.keyword());
        assertEquals(named.rows(), hashed.rows().subList(0, 1));
        assertEquals(
                List.of(
                        new RawRow(
                                "84775101", "虚构工程师甲", "20-40k·14薪", "", "上海-浦东新区", "上海-浦东新区", "3-5年", "本科", "虚构科技", ""),
                        new RawRow("79162602", "虚构工程师乙", "薪资面议", "", "厦门", "厦门", "3-5年", "本科", "虚构科技", "")),
                hashed.rows());
    }

    @Test
    void aPageOfBefore2021IsReadAndPayInTenThousandsIsAYears() {
        Reading page = page(MadeUpLiepin.oldPage(), "");

        assertEquals("数据", page.keyword());
        assertEquals(
                List.of("26451801|20-40k·14薪", "18537002|24-60万/年", "18537003|面议"),
                page.rows().stream().map(row -> row.id() + "|" + row.salary()).toList());
        assertEquals(
                new RawRow(
                        "26451801",
                        "虚构分析师",
                        "20-40k·14薪",
                        "",
                        "上海-浦东新区",
                        "上海-浦东新区",
                        "3年以上",
                        "本科及以上",
                        "虚构集团",
                        "2020年03月09日"),
                page.rows().get(0));
    }

    @Test
    void refusedRepliesAreToldByName() {
        assertEquals(
                "猎聘's refusal -1400 of a list asked for outside its page" + AGAIN,
                refusal(reply("{\"flag\":0,\"code\":\"-1400\",\"msg\":\"PLANTED\"}", "")
                        .orElseThrow()));
        assertEquals(
                "猎聘's refusal in place of a list (code ?)" + AGAIN,
                refusal(reply("{\"flag\":0,\"code\":\"PLANTED\"}", SEARCH).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://safe.liepin.com/v/intercept/verifysms?backurl=x, 猎聘's check by a text message",
        "https://safe.liepin.com/intercept/ip/captcha, 猎聘's captcha",
        "https://safe.liepin.com/captchaPage_PC, 猎聘's captcha"
    })
    void thePagesThatAVisitIsLedToAreToldByName(String url, String name) {
        assertEquals(name + CHECK, refusal(board.page(new Page(LIST, 302, url, ""))));
        assertEquals(name + CHECK, refusal(page("<html>x", url)));
    }

    @Test
    void aPageThatIsSavedAloneIsToldByWhatItSays() {
        assertEquals("猎聘's captcha" + CHECK, refusal(page(MadeUpLiepin.captcha(), "")));
        assertEquals(Found.NOTHING, page("<html>账号行为异常", "").found());
        assertEquals(
                "猎聘's login page; log in in your browser, look at the list again, and save that visit",
                refusal(board.page(new Page(LIST, 302, "https://www.liepin.com/user/login/", ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><div id='app'></div> | https://www.liepin.com/zhaopin/?key=java | list page without rows (they come in replies of their own)",
                "<html><div class=\"job-list-box\"></div> | '' | list page without rows (they come in replies of their own)",
                "'' | '' | page without a list of jobs"
            })
    void whatHoldsNoRowsIsNoRefusal(String html, String url, String told) {
        assertEquals(Reading.without(Found.NOTHING, told), page(html, url));
    }

    @Test
    void filtersAndOtherRepliesAreNoLists() {
        assertEquals(
                Optional.empty(), reply("{\"flag\":1,\"data\":{\"dqs\":[{\"code\":\"010\",\"name\":\"北京\"}]}}", ""));
        assertEquals(Optional.empty(), reply("{\"flag\":1,\"code\":\"0\",\"data\":{}}", ""));
        assertEquals(
                Optional.of(Reading.without(Found.NOTHING, "reply of 猎聘 in which no list was found")),
                reply("{\"flag\":1,\"data\":{\"cards\":[]}}", SEARCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobCardList\":[{\"job\":{\"title\":[],\"dq\":{},\"labels\":3,\"salary\":null},\"comp\":[1]},7,null,[]]}",
                "{\"jobCardList\":{\"job\":1}}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"jobCardList\":[]}}}}}"
            })
    void oddValuesStopNothing(String reply) {
        reply(reply, "").ifPresent(reading -> assertTrue(reading.rows().size() < 2));
    }

    @Test
    void nothingElseIsRead() {
        String reply = MadeUpLiepin.reply(1, 3);
        List<Reading> readings = List.of(
                reply(reply, new Page(SEARCH, 200, "", reply, MadeUpLiepin.ASKED))
                        .orElseThrow(),
                page(MadeUpLiepin.namedPage(), ""),
                page(MadeUpLiepin.hashedPage(), ""),
                page(MadeUpLiepin.oldPage(), ""),
                page(MadeUpLiepin.captcha(), ""));

        assertFalse(readings.toString().contains(MadeUpLiepin.PLANTED), readings.toString());
    }

    private static String refusal(Reading reading) {
        assertEquals(Found.REFUSED, reading.found());
        assertEquals("liepin", reading.site());
        return reading.what();
    }

    private Reading page(String html, String url) {
        return board.page(new Page(url, 200, "", html));
    }

    private Optional<Reading> reply(String json, String url) {
        return reply(json, new Page(url, 200, "", json));
    }

    private Optional<Reading> reply(String json, Page page) {
        return board.reply(JsonMapper.builder().build().readTree(json), page);
    }
}
