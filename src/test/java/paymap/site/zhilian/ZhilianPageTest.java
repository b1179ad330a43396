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

    private final ZhilianSavedPages zhilian = new ZhilianSavedPages();

    @Test
    void itemsOf2023To2026AreRead() {
        assertEquals(
                List.of(new RawRow(
                        "CC5J6", "虚构工程师", "8000-13000元", "", "深圳·宝安·新安", "深圳·宝安·新安", "5-10年", "大专", "虚构公司", "")),
                page(MadeUpZhilianPages.ITEM.formatted("8000-13000元")).rows());
    }

    @Test
    void aPageThatShowsNoPayIsOneOfAVisitorWhoIsNotLoggedIn() {
        assertEquals(
                Found.HIDDEN_PAY,
                page(MadeUpZhilianPages.ITEM.formatted("**-**元")).found());
        assertEquals(
                Found.ROWS,
                page(MadeUpZhilianPages.ITEM.formatted("**-**元") + MadeUpZhilianPages.ITEM.formatted("面议"))
                        .found());
    }

    @Test
    void cardsOf2026NameNoPosition() {
        assertEquals(
                List.of(new RawRow("", "虚构全栈工程师", "1.3-1.4万", "", "深圳 宝安 西乡", "深圳 宝安 西乡", "3-5年", "大专", "虚构公司", "")),
                page(MadeUpZhilianPages.CARD).rows());
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
                page(MadeUpZhilianPages.UNTIL_2018).rows());
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
