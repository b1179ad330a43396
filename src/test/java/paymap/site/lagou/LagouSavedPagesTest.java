package paymap.site.lagou;

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

/** Pages and replies in the shapes of 2016 to 2025; all rows are made up. */
class LagouSavedPagesTest {

    private static final String AJAX = "https://www.lagou.com/jobs/positionAjax.json?city=%E5%8C%97%E4%BA%AC";
    private static final String LIST = "https://www.lagou.com/jobs/list_java?city=%E4%B8%8A%E6%B5%B7";
    private static final String ITEM = """
            <li class="con_list_item" data-positionid="7" data-positionname="虚构工程师" data-salary="8k-12k"
             data-company="虚构公司"><span class="add">[<em>%s</em>]</span><span class="format-time">10:11发布</span>
             <div class="li_b_l"><span class="money">8k-12k</span>经验1-3年 / 大专</div></li>""";
    private static final String RENDERED = """
            <div class="item__10RTO"><div class="p-top__1F7CL"><a>%s</a><span>10:11发布</span></div>
             <div class="p-bom__x"><span class="money__3Lkgq">8k-12k</span>经验1-3年 / 大专</div>
             <div class="company-name__2-SjF"><a>虚构公司</a></div></div>""";
    private static final String POSITION = """
            {"positionId":7,"positionName":"虚构工程师","salary":"8k-12k","city":"北京"}""";

    private final LagouSavedPages lagou = new LagouSavedPages();

    private Reading page(String url, String text) {
        return lagou.page(new Page(url, 200, "", text));
    }

    private Optional<Reading> reply(String url, String json) {
        return lagou.reply(JsonMapper.builder().build().readTree(json), new Page(url, 200, "", json));
    }

    private static String items(String... places) {
        StringBuilder page = new StringBuilder("<html><body><ul>");
        for (String place : places) {
            page.append(String.format(ITEM, place));
        }
        return page.append("</ul></body></html>").toString();
    }

    private static String rendered(String data) {
        return "<html><script id=\"__NEXT_DATA__\" type=\"application/json\">" + data + "</script></html>";
    }

    private static RawRow row(String city, String district) {
        return new RawRow("7", "虚构工程师", "8k-12k", "", city, district, "1-3年", "大专", "虚构公司", "10:11发布");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.lagou.com/jobs/positionAjax.json?x=1, true, true",
        "https://m.lagou.com/search.json, true, true",
        "https://lagou.com/wn/jobs, true, true",
        "https://www.lagou.com/beijing-zhaopin/Java/, true, true",
        "https://www.lagou.com/about, true, false",
        "https://www.lagou.com.elsewhere.example/wn/jobs, false, true",
        "http://127.0.0.1:8080/jobs/positionAjax.json, false, true",
        "not an address, false, false"
    })
    void addressesTellWhoseTheyAreAndWhetherTheyHoldLists(String url, boolean isOwn, boolean mayHoldRows) {
        assertEquals(isOwn, lagou.owns(url));
        assertEquals(mayHoldRows, lagou.mayHoldRows(url));
    }

    @Test
    void anAddressOfUnbearableLengthIsNone() {
        String longest = "https://www.lagou.com/wn/jobs?kd=" + "a".repeat(10_000 - 33);

        assertTrue(lagou.owns(longest) && lagou.mayHoldRows(longest));
        assertFalse(lagou.owns(longest + "a") || lagou.mayHoldRows(longest + "a"));
    }

    @Test
    void recruitersArePassedOver() {
        assertTrue(lagou.personalFields().contains("hrInfoMap"));
    }

    @Test
    void aClassicListPageTellsItsRows() {
        Reading read = page(LIST, items("北京·海淀区", "清华大学", "昆山市"));

        assertEquals(Found.ROWS, read.found());
        assertEquals("list page", read.what());
        assertEquals("lagou", read.site());
        assertEquals("上海", read.city());
        assertEquals("java", read.keyword());
        assertEquals(List.of(row("北京·海淀区", "海淀区"), row("", "清华大学"), row("昆山市", "")), read.rows());
    }

    @Test
    void theItemThatTheScriptFillsInIsNoRow() {
        String template = items("北京").replace("data-salary=\"8k-12k\"", "data-salary=\"{{item.salary}}\"");

        assertEquals(List.of(), page(LIST, template).rows());
    }

    @Test
    void aRowMaySayNothingOfWhatItNeeds() {
        RawRow bare = page(LIST, items("北京").replace("经验1-3年 / 大专", "")).rows().get(0);

        assertEquals("", bare.experience() + bare.education());
    }

    @Test
    void aRenderedListTellsItsRowsAndOnlyThose() {
        String page = "<html><body>" + String.format(RENDERED, "虚构[高级]工程师[北京·海淀区]")
                + String.format(RENDERED, "虚构助理") + "<div class=\"item__banner\">x</div>"
                + "<div class=\"list-item__x\"><i class=\"money__x\">1k-2k</i></div></body></html>";

        List<RawRow> rows = page("https://www.lagou.com/wn/jobs?kd=java", page).rows();

        assertEquals(
                List.of(
                        new RawRow("", "虚构[高级]工程师", "8k-12k", "", "北京·海淀区", "海淀区", "1-3年", "大专", "虚构公司", "10:11发布"),
                        new RawRow("", "虚构助理", "8k-12k", "", "", "", "1-3年", "大专", "虚构公司", "10:11发布")),
                rows);
    }

    @Test
    void ofAPageWithoutEndAThousandRowsAreTaken() {
        String[] places = new String[1_001];
        java.util.Arrays.fill(places, "北京");

        assertEquals(1_000, page(LIST, items(places)).rows().size());
        assertEquals(
                1_000,
                page(LIST, "<body>" + String.format(RENDERED, "a").repeat(1_001))
                        .rows()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.lagou.com/wn/jobs?city=%E6%B7%B1%E5%9C%B3&kd=go, 深圳, go",
        "https://www.lagou.com/wn/jobs?city=&kd=, 杭州, ''",
        "https://www.lagou.com/beijing-zhaopin/Java/, beijing, Java",
        "https://www.lagou.com/zhaopin/Java/2/, 杭州, Java",
        "https://www.lagou.com/jobs/list_c%2B%2B, 杭州, c++",
        "https://www.lagou.com/jobs, 杭州, 输入"
    })
    void theCityAndTheSearchAreThoseOfTheAddressElseOfThePage(String url, String city, String keyword) {
        String page =
                "<html><head><title>上海北京</title></head><div class=\"workPosition\"><a class=\"active\">杭州</a></div>"
                        + "<input id=\"keyword\" value=\"输入\">" + items("海淀区");

        Reading read = page(url, page);

        assertEquals(city, read.city());
        assertEquals(keyword, read.keyword());
    }

    @ParameterizedTest
    @CsvSource({"招聘 - 上海, 上海", "上海和北京, ''", "招聘, ''"})
    void withoutAChosenCityTheTitleMayNameTheOne(String title, String city) {
        String page = "<html><head><title>" + title
                + "</title></head><div class=\"workPosition\"><a class=\"active\">全国</a></div>" + items("海淀区");

        assertEquals(city, page("https://www.lagou.com/jobs", page).city());
    }

    @Test
    void whereAPageCameFromMayStandInIt() {
        String page = "<html><head><link rel=\"canonical\" href=\"https://www.lagou.com/jobs/list_go?city=bj\"></head>"
                + items("海淀区");

        assertEquals("bj go", page("", page).city() + " " + page("", page).keyword());
        assertEquals("lagou", page("", items("海淀区")).site());
    }

    @Test
    void anotherHostOfTheSameProtocolIsAnotherSite() {
        assertEquals(
                "127.0.0.1:8080",
                page("http://127.0.0.1:8080/jobs/list_java", items("北京")).site());
        assertEquals(
                "127.0.0.1",
                page("http://127.0.0.1/jobs/list_java", items("北京")).site());
        assertEquals(
                "lagou", page("https://lagou.com/jobs/list_java", items("北京")).site());
    }

    @Test
    void pagesWithoutRowsAreToldByWhatTheyAre() {
        Reading empty = page(LIST, "<html><div id=\"s_position_list\"></div></html>");
        Reading other = page("https://www.lagou.com/jobs", "<html><p>" + "words ".repeat(50) + "</p></html>");

        assertEquals(Found.NOTHING, other.found());
        assertEquals("page without a list of jobs", other.what());
        assertEquals(Found.NOTHING, empty.found());
        assertEquals("list page without rows (they come in replies of their own)", empty.what());
    }

    @Test
    void aRedirectIsARefusalWhereItLeadsToADoor() {
        Reading door = lagou.page(new Page(LIST, 302, "https://passport.lagou.com/login/login.html", ""));
        Reading other = lagou.page(new Page(LIST, 302, "https://www.lagou.com/elsewhere", ""));

        assertEquals(Found.REFUSED, door.found());
        assertEquals(Found.NOTHING, other.found());
        assertEquals("redirect to another page", other.what());
    }

    @Test
    void aReplyTellsItsRowsItsCityAndItsSearch() {
        String rows = "{\"content\":{\"positionResult\":{\"result\":[" + POSITION + "]%s}}}";
        String told = ",\"locationInfo\":{\"city\":\"深圳\"},\"queryAnalysisInfo\":{\"positionName\":\"go\"}";

        Reading read = reply(AJAX + "&kd=java", String.format(rows, told)).orElseThrow();
        Reading bare = reply(AJAX, String.format(rows, "")).orElseThrow();

        assertEquals(Found.ROWS, read.found());
        assertEquals("reply", read.what());
        assertEquals("深圳 java", read.city() + " " + read.keyword());
        assertEquals("北京 ", bare.city() + " " + bare.keyword());
        assertEquals("go", reply(AJAX, String.format(rows, told)).orElseThrow().keyword());
        assertEquals(
                "7 虚构工程师", read.rows().get(0).id() + " " + read.rows().get(0).title());
        assertEquals("", reply("", String.format(rows, "")).orElseThrow().city());
    }

    @Test
    void ofAReplyWithoutEndAThousandRowsAreTaken() {
        String rows =
                "{\"content\":{\"positionResult\":{\"result\":[" + (POSITION + ",").repeat(1_000) + POSITION + "]}}}";

        assertEquals(1_000, reply(AJAX, rows).orElseThrow().rows().size());
    }

    @Test
    void aReplyForPhonesIsRead() {
        Reading read = reply(
                        "https://m.lagou.com/search.json?city=%E5%8C%97%E4%BA%AC&positionName=java",
                        "{\"content\":{\"data\":{\"page\":{\"result\":[" + POSITION + "]}}}}")
                .orElseThrow();

        assertEquals("reply for phones", read.what());
        assertEquals("北京 java", read.city() + " " + read.keyword());
        assertEquals(1, read.rows().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.1\"}",
                "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\"}",
                "{\"state\":2402,\"msg\":\"您操作太频繁,请稍后再访问\"}"
            })
    void aRefusalIsTold(String json) {
        assertEquals(Found.REFUSED, reply(AJAX, json).orElseThrow().found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"msg\":\"x\"}", "{\"success\":true}", "{\"content\":{}}", "[]", "1"})
    void whatIsNoReplyOfAListIsNone(String json) {
        assertEquals(Optional.empty(), reply(AJAX, json));
    }

    @Test
    void aRenderedPageHoldsItsReply() {
        String data = "{\"props\":{\"pageProps\":{\"initData\":{\"content\":{\"positionResult\":{\"result\":["
                + POSITION + "]%s}}}}},\"query\":{%s}}";
        String asked = "\"city\":\"成都\",\"kd\":\"rust\"";
        String told = ",\"locationInfo\":{\"city\":\"深圳\"},\"queryAnalysisInfo\":{\"positionName\":\"go\"}";

        Reading both = page("https://www.lagou.com/wn/jobs", rendered(String.format(data, told, asked)));
        Reading query = page("https://www.lagou.com/wn/jobs", rendered(String.format(data, "", asked)));
        Reading address = page("https://www.lagou.com/beijing-zhaopin/", rendered(String.format(data, "", "")));

        assertEquals("rendered page 深圳 go", both.what() + " " + both.city() + " " + both.keyword());
        assertEquals("成都 rust", query.city() + " " + query.keyword());
        assertEquals("beijing ", address.city() + " " + address.keyword());
        assertEquals(1, both.rows().size());
    }
}
