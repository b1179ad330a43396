package paymap.site.zhilian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.RawRow;

/** Lists as they stood in pages of three eras, without a state; all of them are made up. */
class ZhilianPageTest {

    static final String ITEM = """
            <div class="joblist-box__item clearfix"><div class="jobinfo"><a href="http://www.zhaopin.com/jobdetail/CC5J6.htm?x=1"
            class="jobinfo__name">虚构工程师</a><p class="jobinfo__salary"> %s </p><div class="jobinfo__other-info">
            <div class="jobinfo__other-info-item"><img class="jobinfo__other-info-location-image"> <span>深圳·宝安·新安</span></div>
            <div class="jobinfo__other-info-item">5-10年</div><div class="jobinfo__other-info-item">大专</div></div></div>
            <div class="companyinfo"><a class="companyinfo__name">虚构公司</a><div class="companyinfo__staff">
            <div class="companyinfo__staff-name">MASKED-staff</div></div></div></div>""";

    private static final String CARD = """
            <div class="job-card job-card--active"><div class="job-card__title-clamp"><span><span aria-label="虚构全栈工程师"
            class="vue-clamp__text">虚构全…</span></span></div><span class="job-card__salary">1.3-1.4万</span>
            <span class="job-card__skill-tag">大专</span><span class="job-card__skill-tag">3-5年</span>
            <span class="job-card__skill-tag">前端开发</span><a class="job-card__company-name"> 虚构公司 </a>
            <div class="job-card__location"><span title="深圳 宝安 西乡">深圳 宝安 西乡</span></div></div>""";

    private static final String UNTIL_2018 = """
            <table class="newlist"><tr><th class="zwmc">职位名称</th></tr></table>
            <table class="newlist"><tr><td class="zwmc"><input type="checkbox" name="vacancyid" value="CC9J9_1"><div>
            <a href="http://jobs.zhaopin.com/457408237250030.htm">虚构<b>Java</b>工程师</a></div></td>
            <td class="gsmc"><a>虚构公司</a></td><td class="zwyx">15000-25000</td><td class="gzdd">上海-杨浦区</td>
            <td class="gxsj"><span>2018-06-05</span></td></tr></table>
            <table class="newlist"><tr><td class="zwmc"><input name="vacancyid" value="CC9J8_1"><a>虚构乙</a></td>
            <td class="zwyx">面议</td><td class="gzdd">上海</td></tr></table>""";

    private final ZhilianSavedPages zhilian = new ZhilianSavedPages();

    @Test
    void itemsOf2023To2026AreRead() {
        assertEquals(
                List.of(new RawRow(
                        "CC5J6", "虚构工程师", "8000-13000元", "", "深圳·宝安·新安", "深圳·宝安·新安", "5-10年", "大专", "虚构公司", "")),
                page(ITEM.formatted("8000-13000元")).rows());
    }

    @Test
    void aPageThatShowsNoPayIsOneOfAVisitorWhoIsNotLoggedIn() {
        assertEquals(Found.HIDDEN_PAY, page(ITEM.formatted("**-**元")).found());
        assertEquals(
                Found.ROWS,
                page(ITEM.formatted("**-**元") + ITEM.formatted("面议")).found());
    }

    @Test
    void cardsOf2026NameNoPosition() {
        assertEquals(
                List.of(new RawRow("", "虚构全栈工程师", "1.3-1.4万", "", "深圳 宝安 西乡", "深圳 宝安 西乡", "3-5年", "大专", "虚构公司", "")),
                page(CARD).rows());
    }

    @Test
    void tablesOf2018AreReadWithoutTheirHeader() {
        assertEquals(
                List.of(
                        new RawRow(
                                "457408237250030",
                                "虚构Java工程师",
                                "15000-25000",
                                "",
                                "上海-杨浦区",
                                "上海-杨浦区",
                                "",
                                "",
                                "虚构公司",
                                "2018-06-05"),
                        new RawRow("CC9J8_1", "虚构乙", "面议", "", "上海", "上海", "", "", "", "")),
                page(UNTIL_2018).rows());
    }

    @Test
    void aHostilePageIsReadWithinBounds() {
        assertEquals(
                Found.NOTHING,
                page("<div class=\"joblist-box__item\">".repeat(10_001)).found());
        assertEquals(
                1000,
                page("<div class=\"joblist-box__item\"></div>".repeat(1001))
                        .rows()
                        .size());
    }

    private Reading page(String html) {
        return zhilian.page(new Page("", 200, "", html));
    }
}
