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

    private final BossSavedPages boss = new BossSavedPages();

    @Test
    void cardsOfTodayAreRead() {
        assertEquals(
                List.of(new RawRow(
                        "aa11~-x", "虚构工程师", "15-25K", "", "广州·番禺区·大石", "广州·番禺区·大石", "3-5年", "本科", "虚构公司", "")),
                page(MadeUpBossPages.TODAY.formatted("15-25K", "<li>3-5年</li><li>本科</li>"))
                        .rows());
    }

    @Test
    void internsCardsSayNoExperience() {
        RawRow intern = page(MadeUpBossPages.TODAY.formatted("150-200元/天", "<li>3天/周</li><li>4个月</li><li>硕士</li>"))
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
                page(MadeUpBossPages.UNTIL_2025).rows());
    }

    @Test
    void cardsThatTheServerMadeUntil2022AreRead() {
        assertEquals(
                List.of(new RawRow("cc33~", "虚构丙", "20-40K", "", "北京·朝阳区·望京", "北京·朝阳区·望京", "3-5年", "本科", "虚构公司丙", "")),
                page(MadeUpBossPages.UNTIL_2022).rows());
        assertEquals(
                List.of(new RawRow(
                        "dd44~", "虚构丁", "8k-16k", "", "上海 杨浦区 五角场", "上海 杨浦区 五角场", "经验不限", "大专", "虚构公司丁", "")),
                page(MadeUpBossPages.OF_2018).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**-**元"})
    void aPageThatShowsNoPayIsOneOfAVisitorWhoIsNotLoggedIn(String pay) {
        assertEquals(
                Found.HIDDEN_PAY,
                page(MadeUpBossPages.TODAY.formatted(pay, "<li>3-5年</li><li>本科</li>"))
                        .found());
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

        List<RawRow> rows = page(MadeUpBossPages.TODAY.formatted(drawn, needs)
                        + MadeUpBossPages.TODAY.formatted(other, needs).replace("aa11~-x", "ee55~")
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

        List<RawRow> rows = page(MadeUpBossPages.TODAY.formatted("\uE032-\uE033K", needs)
                        + MadeUpBossPages.TODAY.formatted("1-2K", needs))
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
