package paymap.job.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperienceTest {

    private static final String DIGITS = "零一二三四五六七八九";

    /** The third column: the board or the kind of table that writes so, and when it was seen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1年以下          | under1     | Lagou 2018
            1-3年            | 1-3        | Lagou 2018
            3-5年            | 3-5        | Lagou 2018
            5-10年           | 5-10       | Lagou 2018
            10年以上         | over10     | Lagou 2018
            不限             | any        | Lagou 2018, Zhilian 2018 and 2022
            应届毕业生       | none       | Lagou 2018
            经验1-3年        | 1-3        | Lagou, pages of 2018 and 2021
            经验5-10年       | 5-10       | Lagou, pages of 2018 and 2021
            经验应届毕业生   | none       | Lagou, pages of 2018
            经验1年以下      | under1     | Lagou, pages of 2018
            经验不限         | any        | Lagou pages, Boss, Zhilian 2026
            在校/应届        | none       | Boss 2026
            1年以内          | under1     | Boss 2026
            在校生           | none       | Boss, filter
            应届生           | none       | Boss 2018 to 2020
            25年毕业         | none       | Boss, filter 2025
            26年后毕业       | none       | Boss, filter 2025
            无经验           | none       | Zhilian 2018 and 2022
            无需经验         | none       | 51job 2020 and 2021
            无工作经验       | none       | 51job 2018
            在校生/应届生    | none       | 51job 2021
            1年经验          | 1-3        | 51job 2020
            2年经验          | 1-3        | 51job 2020
            3-4年经验        | 3-5        | 51job 2020
            5-7年经验        | 5-10       | 51job 2020
            8-9年经验        | 5-10       | 51job 2020
            10年以上经验     | over10     | 51job 2020
            1年              | 1-3        | 51job 2022
            2年              | 1-3        | 51job 2022
            3-4年            | 3-5        | 51job 2022
            3年及以上        | 3-5        | 51job 2024
            1年及以上        | 1-3        | 51job 2024
            5年以上          | 5-10       | Liepin 2026
            7年以上          | 5-10       | Liepin 2026
            3年以上          | 3-5        | Liepin 2020
            8年以上          | 5-10       | Liepin 2020
            8-10年,可接收应届生     | 5-10 | Liepin, tables of 2019
            1-2年，可接受应届生     | 1-3  | Liepin, tables of 2019
            经验不限，可接受应届生  | any  | Liepin, tables of 2019
            经验不限/应届    | any        | tables
            25届             | none       | titles and tags of campus postings
            2026届毕业生     | none       | the same
            26届应届生       | none       | the same
            校招             | none       | the same
            实习             | none       | tables
            实习生           | none       | tables
            一年以下         | under1     | tables of 2019
            一年到三年       | 1-3        | tables
            三年到五年       | 3-5        | tables
            三至五年         | 3-5        | tables
            五年到十年       | 5-10       | tables
            十年以上         | over10     | tables of 2019
            十五年           | over10     | tables
            二十年以上       | over10     | tables
            两年以上         | 1-3        | tables
            半年             | under1     | tables
            半年以上经验     | under1     | tables
            一年半           | 1-3        | tables
            ３-５年          | 3-5        | full width
            １０年以上       | over10     | full width
            3~5年            | 3-5        | tables
            3～5年           | 3-5        | tables
            3—5年            | 3-5        | tables
            3年-5年          | 3-5        | tables
            3 - 5 年         | 3-5        | tables
            3-5年工作经验    | 3-5        | tables
            3年以上工作经验  | 3-5        | tables
            3年工作经验以上  | 3-5        | tables
            1年工作经验以下  | under1     | tables
            工作经验：3-5年  | 3-5        | tables
            经验要求:不限    | any        | tables
            工作年限不限     | any        | tables
            不限经验         | any        | tables
            无经验要求       | any        | tables
            经验无要求       | any        | tables
            不需要工作经验   | none       | tables
            3年(含)以上      | 3-5        | tables
            至少5年          | 5-10       | tables
            不少于3年经验    | 3-5        | tables
            >=3年            | 3-5        | tables
            3                | 3-5        | tables with numbers
            0                | none       | tables with numbers
            1.5              | 1-3        | tables with numbers
            10               | over10     | tables with numbers
            3-5              | 3-5        | tables with numbers
            3+               | 3-5        | tables with numbers
            0年              | none       | tables with numbers
            1-5年            | 1-3        | own cut, the fewest decides
            2-4年            | 1-3        | own cut, the fewest decides
            4-6年            | 3-5        | own cut, the fewest decides
            0-1年            | under1     | own cut, the fewest decides
            0-3年            | under1     | own cut, the fewest decides
            3年以下          | under1     | own cut, the fewest decides
            3年及以下        | under1     | own cut, the fewest decides
            不到1年          | under1     | own cut, the fewest decides
            6个月工作经验    | under1     | months of work
            工作经验：18个月 | 1-3        | months of work
            4天/周           | unstated   | Boss, lists with interns
            3个月            | unstated   | Boss, lists with interns
            5天/周 6个月     | unstated   | Boss, lists with interns
            6 months         | unstated   | the same in English
            -                | unstated   | tables
            NaN              | unstated   | tables
            1-3 years        | 1-3        | English tables
            3+ years         | 3-5        | English tables
            5 yrs experience | 5-10       | English tables
            3 years of experience | 3-5   | English tables
            at least 3 years | 3-5        | English tables
            less than 1 year | under1     | English tables
            1 year or more   | 1-3        | English tables
            No experience    | none       | English tables
            Fresh graduates  | none       | English tables
            Internship       | none       | English tables
            Entry-level      | none       | English tables
            Any              | any        | English tables
            无               | unreadable | nothing stated, none needed or none asked
            若干年           | unreadable | no number
            1 3年            | unreadable | a lost dash, or 13
            5-3年            | unreadable | turned round
            305              | unreadable | Zhilian's code of 3-5年
            -1               | unreadable | Zhilian's code of 不限
            99               | unreadable | 51job's code
            2018-03-05       | unreadable | a day
            3月5日           | unreadable | 3-5 after Excel
            1-3年,3-5年      | unreadable | two of them
            本科             | unreadable | a shifted column
            15k-25k          | unreadable | a shifted column
            \uFFFD-\uFFFD年  | unreadable | a wrong encoding
            \uE034-\uE036年  | unreadable | private-use digits
            """)
    void readsWhatBoardsAndTablesWrite(String text, String code, String source) {
        assertEquals(code, code(Experience.read(text)), source);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0", "\t\n", "\u200B", "—", "null", "N/A"})
    void nothingIsSaidByAnEmptyText(String text) {
        assertEquals(Optional.empty(), Experience.read(text));
    }

    @Test
    void moreYearsStandNeverLower() {
        Experience below = Experience.NONE;
        for (int years = 0; years <= 50; years++) {
            Experience here = Experience.read(years + "年").orElseThrow();
            assertTrue(here.compareTo(below) >= 0, years + " years");
            assertEquals(here, Experience.read(years + "年以上").orElseThrow());
            assertEquals(here, Experience.read(years + "").orElseThrow());
            below = here;
        }
        assertEquals(Experience.UNREADABLE, Experience.read("51年").orElseThrow());
    }

    @Test
    void theFewestYearsOfASpanDecide() {
        for (int low = 1; low < 50; low++) {
            for (int high = low; high <= 50; high++) {
                assertEquals(Experience.read(low + "年"), Experience.read(low + "-" + high + "年经验"));
            }
        }
    }

    @Test
    void chineseNumbersAreNumbers() {
        for (int years = 1; years <= 50; years++) {
            assertEquals(Experience.read(years + "年"), Experience.read(chinese(years) + "年"), chinese(years));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnCodeAndWordsReadBack(Experience rung) {
        assertEquals(Optional.of(rung), Experience.read(rung.code()));
        Ladders.assertWordsReadBack(rung, Experience::read);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonTypesItsCodeOrItsChineseWord(Experience rung) {
        assertEquals(rung, Experience.of(" " + rung.code().toUpperCase(Locale.ROOT) + " "));
        assertEquals(rung, Experience.of(Ladders.chinese(rung)));
        assertEquals(Optional.of(rung), Experience.ofFilter(rung.code()));
    }

    /** So that no filter means another step than the same text in a row. */
    @ParameterizedTest
    @CsvSource({
        "应届, none",
        "应届生, none",
        "无需经验, none",
        "在校/应届, none",
        "一年以下, under1",
        "1年以内, under1",
        "１-３年, 1-3",
        "3 - 5年, 3-5",
        "不限, any",
        "经验不限, any"
    })
    void whatIsTypedIsReadTheSameInARow(String typed, String code) {
        assertEquals(code, Experience.of(typed).code());
        assertEquals(Optional.of(Experience.of(typed)), Experience.read(typed));
    }

    @Test
    void aFilterTakesRowsThatSayNothing() {
        assertEquals(Optional.empty(), Experience.ofFilter("Unstated"));
        assertEquals(Optional.of(Experience.NONE), Experience.ofFilter("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3年以上", "2年", "3", "1-5", "本科", "unstated", "nonsense"})
    void whatIsNoStepIsRefused(String typed) {
        assertEquals(
                "unknown experience \"" + typed + "\"; allowed: none, under1, 1-3, 3-5, 5-10, over10, any, unreadable",
                assertThrows(IllegalArgumentException.class, () -> Experience.of(typed))
                        .getMessage());
    }

    @Test
    void theRefusalOfAFilterNamesUnstatedToo() {
        assertEquals(
                "unknown experience \"3年以上\"; allowed: none, under1, 1-3, 3-5, 5-10, over10, any, unreadable, unstated",
                assertThrows(IllegalArgumentException.class, () -> Experience.ofFilter("3年以上"))
                        .getMessage());
    }

    @Test
    void noTextIsTooOddToRead() {
        Ladders.assertLooksAtNoLongText(Experience.FROM_3_TO_5, Experience::read);
        Ladders.assertReadsAnything(Experience::read, Experience.UNREADABLE);
    }

    private static String code(Optional<Experience> rung) {
        return rung.map(Experience::code).orElse(Rung.UNSTATED);
    }

    /** 1 to 99 as people write it. */
    private static String chinese(int number) {
        String tens = number < 10 ? "" : (number < 20 ? "" : DIGITS.charAt(number / 10)) + "十";
        return number % 10 == 0 ? tens : tens + DIGITS.charAt(number % 10);
    }
}
