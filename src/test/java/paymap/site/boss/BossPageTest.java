package paymap.site.boss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.RawRow;

/** Cards as they stood in pages of three eras; all of them are made up. */
class BossPageTest {

    static final String TODAY = """
            <ul class="rec-job-list"><div class="card-area"><div class="job-card-wrap active"><li class="job-card-box">
            <div class="job-info"><div class="job-title clearfix"><a href="/job_detail/aa11~-x.html?lid=MASKED-lid" class="job-name">
            虚构工程师</a><span class="job-salary">%s</span></div><ul class="tag-list">%s</ul></div>
            <div class="job-card-footer"><a class="boss-info" href="/gongsi/x.html"><div class="boss-logo"><img src="MASKED-logo">
            </div><span class="boss-name">虚构公司</span></a><span class="company-location"> 广州·番禺区·大石 </span></div>
            </li></div></div></ul>
            <div class="job-detail-box"><a class="job-boss-info">MASKED-boss</a><span class="job-salary">1-2K</span></div>""";

    private static final String UNTIL_2025 = """
            <ul class="job-list-box"><li class="job-card-wrapper"><div class="job-card-body clearfix">
            <a href="/job_detail/bb22~.html?lid=MASKED-lid&amp;securityId=MASKED" class="job-card-left"><div class="job-title clearfix">
            <span class="job-name">虚构 C&amp;C++</span><span class="job-area-wrapper"><span class="job-area">南京·建邺区·建邺万达</span>
            </span></div><div class="job-info clearfix"><span class="salary">10-15K·13薪</span><ul class="tag-list"><li>1-3年</li>
            <li>大专</li></ul><div class="info-public">MASKED-name<em>MASKED-title</em></div></div></a>
            <div class="job-card-right"><div class="company-info"><h3 class="company-name"><a>虚构乙</a></h3>
            <ul class="company-tag-list"><li>互联网</li></ul></div></div></div><div class="job-card-footer"><ul class="tag-list">
            <li>Java</li><li>Go</li><li>SQL</li></ul></div></li></ul>""";

    private static final String UNTIL_2022 = """
            <div class="job-list"><ul><li><div class="job-primary"><div class="info-primary"><div class="primary-wrapper">
            <div class="primary-box" href="/job_detail/cc33~.html"><div class="job-title"><span class="job-name">
            <a href="/job_detail/cc33~.html" title="虚构丙">虚构丙</a></span><span class="job-area-wrapper">
            <span class="job-area">北京·朝阳区·望京</span></span></div><div class="job-limit clearfix"><span class="red">20-40K</span>
            <p>3-5年<em class="vline"></em>本科</p><div class="info-publis"><h3 class="name">MASKED-name</h3></div></div></div>
            </div></div><div class="info-company"><div class="company-text"><h3 class="name"><a>虚构公司丙</a></h3></div></div>
            </div></li></ul></div>""";

    private static final String OF_2018 = """
            <div class="job-list"><ul><li><div class="job-primary"><div class="info-primary"><h3 class="name">
            <a href="/job_detail/dd44~.html"><div class="job-title">虚构丁</div><span class="red">8k-16k</span></a></h3>
            <p>上海 杨浦区 五角场<em class="vline"></em>经验不限<em class="vline"></em>大专</p></div><div class="info-company">
            <div class="company-text"><h3 class="name"><a>虚构公司丁</a></h3></div></div><div class="info-publis">
            <h3 class="name"><img src="MASKED-face">MASKED-name</h3></div></div></li></ul></div>""";

    private final BossSavedPages boss = new BossSavedPages();

    @Test
    void cardsOfTodayAreRead() {
        assertEquals(
                List.of(new RawRow(
                        "aa11~-x", "虚构工程师", "15-25K", "", "广州·番禺区·大石", "广州·番禺区·大石", "3-5年", "本科", "虚构公司", "")),
                page(TODAY.formatted("15-25K", "<li>3-5年</li><li>本科</li>")).rows());
    }

    @Test
    void internsCardsSayNoExperience() {
        RawRow intern = page(TODAY.formatted("150-200元/天", "<li>3天/周</li><li>4个月</li><li>硕士</li>"))
                .rows()
                .get(0);

        assertEquals("", intern.experience());
        assertEquals("硕士", intern.education());
    }

    @Test
    void cardsOf2022To2025AreRead() {
        assertEquals(
                List.of(new RawRow(
                        "bb22~", "虚构 C&C++", "10-15K·13薪", "", "南京·建邺区·建邺万达", "南京·建邺区·建邺万达", "1-3年", "大专", "虚构乙", "")),
                page(UNTIL_2025).rows());
    }

    @Test
    void cardsThatTheServerMadeUntil2022AreRead() {
        assertEquals(
                List.of(new RawRow("cc33~", "虚构丙", "20-40K", "", "北京·朝阳区·望京", "北京·朝阳区·望京", "3-5年", "本科", "虚构公司丙", "")),
                page(UNTIL_2022).rows());
        assertEquals(
                List.of(new RawRow(
                        "dd44~", "虚构丁", "8k-16k", "", "上海 杨浦区 五角场", "上海 杨浦区 五角场", "经验不限", "大专", "虚构公司丁", "")),
                page(OF_2018).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**-**元"})
    void aPageThatShowsNoPayIsOneOfAVisitorWhoIsNotLoggedIn(String pay) {
        assertEquals(
                Found.HIDDEN_PAY,
                page(TODAY.formatted(pay, "<li>3-5年</li><li>本科</li>")).found());
    }

    @ParameterizedTest
    @CsvSource({
        // drawn, what the page says of it, drawn for another card, what becomes of that
        "\uE032\uE036-\uE033\uE036K, 15-25K, \uE033-\uE036K·\uE032\uE033薪, 2-5K·12薪",
        "\uE032\uE036-\uE033\uE036K, 15-25K, \uE033-\uE039K, \uE033-\uE039K",
        "\uE032\uE036-\uE033\uE036K, 15-26K, \uE033-\uE036K, \uE033-\uE036K",
        "\uE032\uE036-\uE033\uE037K, 15-15K, \uE033-\uE036K, \uE033-\uE036K",
        "\uE032\uE036-\uE033\uE036K, 面议, \uE033-\uE036K, \uE033-\uE036K",
        "\uE032\uE036-\uE033\uE036K, 15-25k, \uE033-\uE036K, \uE033-\uE036K"
    })
    void digitsOfAPrivateFontAreReadOnlyIfThePageProvesThem(String drawn, String said, String other, String became) {
        String needs = "<li>3-5年</li><li>本科</li>";
        String json = "<script>var x = {\"encryptJobId\":\"aa11~-x\",\"jobName\":\"甲\",\"salaryDesc\":\"" + said
                + "\"}</script>";

        List<RawRow> rows = page(TODAY.formatted(drawn, needs)
                        + TODAY.formatted(other, needs).replace("aa11~-x", "ee55~")
                        + json)
                .rows();

        assertEquals(became, rows.get(1).salary());
        assertEquals(
                became.equals(other) && !said.equals("15-25K") ? drawn : said,
                rows.get(0).salary());
    }

    @Test
    void oneCardInPlainDigitsProvesThoseOfTheSamePosition() {
        String needs = "<li>3-5年</li><li>本科</li>";

        List<RawRow> rows = page(TODAY.formatted("\uE032-\uE033K", needs) + TODAY.formatted("1-2K", needs))
                .rows();

        assertEquals("1-2K", rows.get(0).salary());
    }

    @Test
    void aHostilePageIsReadWithinBounds() {
        assertEquals(
                Found.NOTHING,
                page("<li class=\"job-card-box\">".repeat(10_001)).found());
        assertEquals(
                1000,
                page("<li class=\"job-card-box\"></li>".repeat(1001)).rows().size());
    }

    private Reading page(String html) {
        return boss.page(new Page("", 200, "", html));
    }
}
