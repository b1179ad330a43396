package paymap.job.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EducationTest {

    /** The third column: the board or the kind of table that writes so, and when it was seen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            不限             | any        | Lagou 2018, Zhilian 2018
            大专             | college    | Lagou 2018, all boards
            本科             | bachelor   | Lagou 2018, all boards
            硕士             | master     | Lagou 2018, 51job 2021
            博士             | doctor     | Lagou, filter 2018
            学历不限         | any        | Boss, Zhilian 2022
            初中及以下       | secondary  | Boss, Zhilian 2022
            中专/中技        | secondary  | Boss 2026, Zhilian 2022
            高中             | secondary  | Boss, Zhilian 2022
            中专             | secondary  | Zhilian 2018, 51job 2020
            中技             | secondary  | 51job 2020
            无学历要求       | any        | 51job 2020
            统招本科         | bachelor   | Liepin 2026
            本科及以上       | bachelor   | Liepin 2020
            大专及以上       | college    | Liepin 2020
            硕士及以上       | master     | Liepin 2020
            MBA/EMBA         | master     | Liepin, filter
            博士/博士后      | doctor     | Liepin, filter
            高中及以下       | secondary  | Liepin, filter
            博士后           | doctor     | tables
            研究生           | master     | tables
            硕士研究生       | master     | tables
            博士研究生       | doctor     | tables
            硕士/MBA/EMBA    | master     | tables
            EMBA             | master     | tables
            全日制本科       | bachelor   | tables
            全日制大专及以上 | college    | tables
            统招本科及以上   | bachelor   | tables
            国家统招本科     | bachelor   | tables
            本科（统招）     | bachelor   | tables
            本科学历         | bachelor   | tables
            本科及以上学历   | bachelor   | tables
            本科学历以上     | bachelor   | tables
            本科以上         | bachelor   | tables
            本科或以上       | bachelor   | tables
            本科起           | bachelor   | tables
            大学本科         | bachelor   | tables
            大学专科         | college    | tables
            学士             | bachelor   | tables
            学士学位         | bachelor   | tables
            专升本           | bachelor   | tables
            专科             | college    | tables
            高职             | college    | tables
            大专/高职        | college    | tables
            职高             | secondary  | tables
            职业高中         | secondary  | tables
            技校             | secondary  | tables
            中职             | secondary  | tables
            小学             | secondary  | tables
            初中             | secondary  | tables
            高中/中专/中技   | secondary  | tables
            大专/本科        | college    | several, the least decides
            本科/硕士        | bachelor   | several, the least decides
            本科、硕士       | bachelor   | several, the least decides
            本科或硕士       | bachelor   | several, the least decides
            本科-博士        | bachelor   | several, the least decides
            硕士及博士       | master     | several, the least decides
            大专以下         | secondary  | the most alone
            大专及以下       | secondary  | the most alone
            学历：本科       | bachelor   | tables
            学历要求：不限   | any        | tables
            最低学历:大专    | college    | tables
            不限学历         | any        | tables
            至少本科         | bachelor   | tables
            ＭＢＡ           | master     | full width
            本 科            | bachelor   | tables
            -                | unstated   | tables
            NaN              | unstated   | tables
            Bachelor         | bachelor   | English tables
            Bachelor's degree | bachelor  | English tables
            Bachelor’s Degree or above | bachelor | English tables
            Master's         | master     | English tables
            PhD              | doctor     | English tables
            Ph.D.            | doctor     | English tables
            Doctorate        | doctor     | English tables
            Associate degree | college    | English tables
            College          | college    | English tables
            High school      | secondary  | English tables
            Any education    | any        | English tables
            其他             | unreadable | tables
            大学             | unreadable | 大学本科 or 大学专科
            无               | unreadable | nothing stated, or none asked
            3-5年            | unreadable | a shifted column
            6                | unreadable | 51job's code of 本科
            985              | unreadable | a kind of school
            本科优先         | unreadable | a wish
            本科/3-5年       | unreadable | two columns in one
            及以上           | unreadable | half of it
            /                | unreadable | nothing between
            \uFFFD\uFFFD     | unreadable | a wrong encoding
            """)
    void readsWhatBoardsAndTablesWrite(String text, String code, String source) {
        assertEquals(code, Education.read(text).map(Education::code).orElse(Rung.UNSTATED), source);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0", "\t\n", "\u200B", "—", "null", "N/A"})
    void nothingIsSaidByAnEmptyText(String text) {
        assertEquals(Optional.empty(), Education.read(text));
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnCodeAndWordsReadBack(Education rung) {
        assertEquals(Optional.of(rung), Education.read(rung.code()));
        Ladders.assertWordsReadBack(rung, Education::read);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonTypesItsCodeOrItsChineseWord(Education rung) {
        assertEquals(rung, Education.of(" " + rung.code().toUpperCase(Locale.ROOT) + " "));
        assertEquals(rung, Education.of(Ladders.chinese(rung)));
        assertEquals(Optional.of(rung), Education.ofFilter(rung.code()));
    }

    /** So that no filter means another step than the same text in a row. */
    @ParameterizedTest
    @CsvSource({
        "学历不限, any",
        "高中, secondary",
        "中专, secondary",
        "中专/中技, secondary",
        "专科, college",
        "学士, bachelor",
        "研究生, master",
        "博士, doctor"
    })
    void whatIsTypedIsReadTheSameInARow(String typed, String code) {
        assertEquals(code, Education.of(typed).code());
        assertEquals(Optional.of(Education.of(typed)), Education.read(typed));
    }

    @Test
    void aFilterTakesRowsThatSayNothing() {
        assertEquals(Optional.empty(), Education.ofFilter("Unstated"));
        assertEquals(Optional.of(Education.ANY), Education.ofFilter("any"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "本科及以上", "本科/硕士", "3-5年", "unstated", "nonsense"})
    void whatIsNoStepIsRefused(String typed) {
        assertEquals(
                "unknown education \"" + typed
                        + "\"; allowed: any, secondary, college, bachelor, master, doctor, unreadable",
                assertThrows(IllegalArgumentException.class, () -> Education.of(typed))
                        .getMessage());
    }

    @Test
    void theRefusalOfAFilterNamesUnstatedToo() {
        assertEquals(
                "unknown education \"本科及以上\"; allowed: any, secondary, college, bachelor, master, doctor, unreadable,"
                        + " unstated",
                assertThrows(IllegalArgumentException.class, () -> Education.ofFilter("本科及以上"))
                        .getMessage());
    }

    @Test
    void noTextIsTooOddToRead() {
        Ladders.assertLooksAtNoLongText(Education.BACHELOR, Education::read);
        Ladders.assertReadsAnything(Education::read, Education.UNREADABLE);
    }
}
