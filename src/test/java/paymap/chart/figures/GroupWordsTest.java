package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.salary.Basis;

/** What groups that are no cities are called, and how pay that is of no month is written. */
class GroupWordsTest {

    @ParameterizedTest
    @CsvSource({
        "EXPERIENCE, 3-5, 3-5 years, 3-5年",
        "EDUCATION, bachelor, Bachelor, 本科",
        "EXPERIENCE, '', not stated, 未注明",
        "KEYWORD, '', no keyword, 无关键词",
        "CITY, 西安, Xi'an, 西安",
        "COMPANY, 某某科技, 某某科技, 某某科技"
    })
    void aGroupHasANameInBothLanguages(Dimension dimension, String value, String english, String chinese) {
        Group group = new Group(List.of(new Group.Member(dimension, value)));

        assertEquals(english, GroupNames.of(group, Language.EN));
        assertEquals(chinese, GroupNames.of(group, Language.ZH));
    }

    @Test
    void aLongNameIsCutAndChineseCountsDouble() {
        assertEquals("一二三四五", GroupNames.cut("一二三四五", 10));
        assertEquals("一二三…", GroupNames.cut("一二三四五六", 9));
        assertEquals("abcdefgh", GroupNames.cut("abcdefgh", 8));
        assertEquals("abcdefg…", GroupNames.cut("abcdefghij", 8));
    }

    @Test
    void stepsOfALadderKeepTheirOrderWhateverTheyPay() {
        ChartData data = MadeUp.by(Dimension.EXPERIENCE, "5-10 10k 30", "none 20k 30", "any 15k 30", "unstated 15k 3");

        assertEquals(
                List.of("none", "5-10", "any", ""),
                data.cities().stream()
                        .map(group -> group.group().value(Dimension.EXPERIENCE))
                        .toList());
        assertEquals(
                "Average pay is highest for No experience, 20.0k a month (median 20.0k, n = 30), and lowest for 5-10 years,"
                        + " 10.0k (median 10.0k, n = 30).",
                new Findings(MadeUp.wording(data, Language.EN)).headline());
        assertEquals(
                "无经验/应届的平均月薪最高，20.0k（中位数 20.0k，n = 30）；5-10年最低，10.0k（中位数 10.0k，n = 30）。",
                new Findings(MadeUp.wording(data, Language.ZH)).headline());
    }

    /** No sentence on another grouping may speak of cities but the one that says what a posting is. */
    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {"CITY", "DISTRICT"},
            mode = EnumSource.Mode.EXCLUDE)
    void noSentenceSpeaksOfCities(Dimension by) {
        String one = by == Dimension.EXPERIENCE ? "3-5" : by == Dimension.EDUCATION ? "master" : "one";
        ChartData data =
                MadeUp.by(by, one + " 10k 30", "unstated 30k 30", "x 20k 2").only(3, 1);
        for (Language language : Language.values()) {
            Wording words = MadeUp.wording(data, language);
            Findings findings = new Findings(words);
            String said = String.join(
                    " ",
                    List.of(
                            findings.headline(),
                            findings.commonest(),
                            findings.gap(),
                            findings.high(),
                            findings.spread(),
                            findings.fullestBand(),
                            findings.widestGap(data.cities()),
                            String.join(" ", words.listed())));

            assertFalse(said.contains("城市") || said.matches("(?i).*\\b(city|cities)\\b.*"), said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 25640, 25.6k, 26k, 20–30k, 20–25k",
        "WEEK, 5128, 5.1k, 5.1k, 4–6k, 4–5k",
        "DAY, 1282.4, '1,282', '1,282.4', '1,000–1,500', '1,000–1,250'",
        "HOUR, 128.25, 128.3, 128.3, 100–150, 100–125"
    })
    void payIsWrittenInItsUnit(PayUnit unit, double pay, String k, String tick, String band, String bin) {
        assertEquals(k, unit.k(pay));
        assertEquals(tick, unit == PayUnit.MONTH ? unit.tick(26_000) : unit.tick(pay));
        assertEquals(band, unit.name(unit.band(pay * 0.9), Language.EN));
        assertEquals(bin, Bins.name(unit.bin(pay * 0.9), unit));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 'CNY a month before tax, extra months (13薪) not counted;', '税前月薪，不计“13 薪”等额外月薪；'",
        "PACKAGE, 'CNY a month before tax, namely a year''s pay with its extra months (13薪) divided by 12;',"
                + " '税前月薪，即含“13 薪”等额外月薪的全年薪资除以 12；'",
        "DAY, 'CNY a day before tax; advertised', '税前日薪；'"
    })
    void theBasisCanBeReadInOneWayOnly(Basis basis, String english, String chinese) {
        List<PayFigures> figures = MadeUp.figures(List.of(Dimension.CITY), "北京 10k 9");
        ChartData data = ChartData.of(MadeUp.source(Dimension.CITY, basis), figures, List.of());

        assertTrue(MadeUp.wording(data, Language.EN).basis().contains(english));
        assertTrue(MadeUp.wording(data, Language.ZH).basis().contains(chinese));
        assertFalse(MadeUp.wording(data, Language.EN).basis().contains("12-month basis"));
    }

    @Test
    void byKeywordTheTitleNamesNoneAndKeywordsAreNotTakenTogether() {
        ChartData data = MadeUp.by(Dimension.KEYWORD, "go 10k 30", "java 12k 30");
        Wording words = MadeUp.wording(data, Language.EN);

        assertEquals("Pay", words.titled("Pay"));
        assertFalse(words.source().contains("together"));
    }
}
