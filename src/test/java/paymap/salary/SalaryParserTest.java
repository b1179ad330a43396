package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Flaw;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;
import paymap.salary.Salary.Unreadable;

class SalaryParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    15k-25k           | 15000 | 25000
                    15K-25K           | 15000 | 25000
                    15k-30k           | 15000 | 30000
                    10k-20k           | 10000 | 20000
                    8k-15k            | 8000  | 15000
                    1k-1k             | 1000  | 1000
                    200k-300k         | 200000 | 300000
                    12-18K            | 12000 | 18000
                    10-20k            | 10000 | 20000
                    0.8-1.3万/月      | 8000  | 13000
                    1-1.5万/月        | 10000 | 15000
                    2-3万/月          | 20000 | 30000
                    1-1.5万           | 10000 | 15000
                    1.5w-2W           | 15000 | 20000
                    1-1.5万元/月      | 10000 | 15000
                    6-8千/月          | 6000  | 8000
                    4.5-6千/月        | 4500  | 6000
                    8千-1.2万         | 8000  | 12000
                    8千-1.2万/月      | 8000  | 12000
                    8000元-1.2万      | 8000  | 12000
                    3000-10000元/月   | 3000  | 10000
                    7000-14000元      | 7000  | 14000
                    7000元-14000元/月 | 7000  | 14000
                    15,000-25,000元/月 | 15000 | 25000
                    1,500,000-2,500,000元/月 | 1500000 | 2500000
                    15k               | 15000 | 15000
                    0.85万            | 8500  | 8500
                    8500元/月         | 8500  | 8500
                    1.0-2.50k         | 1000  | 2500
                    """)
    void readsMonthlyPay(String raw, int low, int high) {
        assertEquals(new Disclosed(low, high, Interval.MONTH, 12), SalaryParser.parse(raw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20-50万/年    | 200000 | 500000 | YEAR
                    20万-50万/年  | 200000 | 500000 | YEAR
                    200k-500k/年  | 200000 | 500000 | YEAR
                    200元/天      | 200    | 200    | DAY
                    300-330元/天  | 300    | 330    | DAY
                    300-330元/日  | 300    | 330    | DAY
                    100-120元/时  | 100    | 120    | HOUR
                    100-120元/小时 | 100   | 120    | HOUR
                    """)
    void keepsTheIntervalAndTheAmountsAsWritten(String raw, int low, int high, Interval interval) {
        assertEquals(new Disclosed(low, high, interval, 12), SalaryParser.parse(raw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20k以上      | 20000  |       | MONTH
                    20K 以上     | 20000  |       | MONTH
                    20k及以上    | 20000  |       | MONTH
                    20k起        | 20000  |       | MONTH
                    2万/月以上   | 20000  |       | MONTH
                    2万以上/月   | 20000  |       | MONTH
                    100万以上/年 | 1000000 |      | YEAR
                    200元/天起   | 200    |       | DAY
                    35k以下      |        | 35000 | MONTH
                    35k及以下    |        | 35000 | MONTH
                    1.5千以下/月 |        | 1500  | MONTH
                    """)
    void leavesTheOtherEndOpen(String raw, Integer low, Integer high, Interval interval) {
        assertEquals(new Disclosed(low, high, interval, 12), SalaryParser.parse(raw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    25-35K·13薪      | 25000 | 35000 | 13
                    20-30k·16薪      | 20000 | 30000 | 16
                    8千-1.2万·13薪   | 8000  | 12000 | 13
                    8千-1.2万/月·13薪 | 8000 | 12000 | 13
                    25-35K・14薪     | 25000 | 35000 | 14
                    25-35K•14薪      | 25000 | 35000 | 14
                    25-35K*15薪      | 25000 | 35000 | 15
                    25-35Kx15薪      | 25000 | 35000 | 15
                    25-35K×15薪      | 25000 | 35000 | 15
                    25-35K 13薪      | 25000 | 35000 | 13
                    25-35K · 24 薪   | 25000 | 35000 | 24
                    25-35k１２薪     | 25000 | 35000 | 12
                    """)
    void readsTheMonthsPaidAYear(String raw, int low, int high, int months) {
        assertEquals(new Disclosed(low, high, Interval.MONTH, months), SalaryParser.parse(raw));
    }

    /** What could not be read in November 2026, with the board and the time it was seen at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4001-6000         | 4001   | 6000   | MONTH | 12 | Zhaopin 2018-06, the commonest of 154 texts
                    5000-8000         | 5000   | 8000   | MONTH | 12 | Zhaopin 2018-06
                    15000-25000/月    | 15000  | 25000  | MONTH | 12 | as the above with its period
                    15,000-25,000     | 15000  | 25000  | MONTH | 12 | a table typed by hand
                    15000             | 15000  | 15000  | MONTH | 12 | a table typed by hand
                    1000              | 1000   | 1000   | MONTH | 12 | the least that is taken for CNY
                    ¥15000-25000/月   | 15000  | 25000  | MONTH | 12 | a table typed by hand
                    ￥15000-￥25000   | 15000  | 25000  | MONTH | 12 | the same in full width
                    100-120/天        | 100    | 120    | DAY   | 12 | Boss 2020-05; Zhaopin 2022-07, 107 texts
                    150-200/天        | 150    | 200    | DAY   | 12 | Zhaopin 2022-07, 3.1 % of rows
                    20-25/时          | 20     | 25     | HOUR  | 12 | as the above
                    1000-4000元/周    | 1000   | 4000   | WEEK  | 12 | Boss 2023-04, Zhaopin 2024-11
                    200-300/周        | 200    | 300    | WEEK  | 12 | as the above
                    25-50k·25薪       | 25000  | 50000  | MONTH | 25 | Liepin 2024-01
                    15-25K·16-20薪    | 15000  | 25000  | MONTH | 16 | the lower number is what is sure
                    15k-25k*14        | 15000  | 25000  | MONTH | 14 | a table typed by hand
                    15k-25k×14        | 15000  | 25000  | MONTH | 14 | the same with a times sign
                    年薪30-50万       | 300000 | 500000 | YEAR  | 12 | a table typed by hand
                    年薪：30万        | 300000 | 300000 | YEAR  | 12 | the same with a colon
                    月薪10000-15000元 | 10000  | 15000  | MONTH | 12 | a table typed by hand
                    月薪20万          | 200000 | 200000 | MONTH | 12 | large, but it says what for
                    日薪150-200       | 150    | 200    | DAY   | 12 | as the above
                    15k-25000         | 15000  | 25000  | MONTH | 12 | each end for itself
                    """)
    void readsWhatBoardsAndPeopleWrite(String raw, int low, int high, Interval interval, int months, String seen) {
        assertEquals(new Disclosed(low, high, interval, months), SalaryParser.parse(raw), seen);
    }

    @ParameterizedTest
    @CsvSource({
        "50万, 50万",
        "20万-25万, 25万",
        "10万-15.1万, 15.1万",
        "150001, 150001",
        "150001元, 150001元",
        "50万以上, 50万",
        "301k, 301k",
        "200k-400k, 400k"
    })
    void aLargeSumWithoutATimeMayBeAYearsAndIsNeverAMonths(String raw, String amount) {
        Unreadable unreadable = assertInstanceOf(Unreadable.class, SalaryParser.parse(raw));
        assertEquals(Flaw.MAYBE_YEARLY, unreadable.flaw());
        assertEquals(
                "The amount " + amount + " names no time and is large for a month: it may be a year's.",
                unreadable.why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15万", "10万-15万", "300k", "200k-300k", "50万/月", "50万/年", "20万·13薪", "20万*13"})
    void aLargeSumThatSaysWhatItIsForIsRead(String raw) {
        assertInstanceOf(Disclosed.class, SalaryParser.parse(raw));
    }

    @Test
    void monthsInAFieldOfTheirOwnSayThatTheSumIsAMonths() {
        assertEquals(new Disclosed(200_000, 250_000, Interval.MONTH, 13), SalaryParser.parse("20万-25万", 13));
        assertInstanceOf(Unreadable.class, SalaryParser.parse("20万-25万", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "**-**元, HIDDEN",
        "15-25, NO_UNIT",
        "10/天, NO_UNIT",
        "10-15/天, NO_UNIT",
        "9-100/天, NO_UNIT",
        "600-2000, NO_UNIT",
        "0k, NO_AMOUNT",
        "25k-15k, CONTRADICTION",
        "15-25k·11薪, CONTRADICTION",
        "15k-25k起, CONTRADICTION",
        "200元/次, NO_TIME",
        "money, UNKNOWN_SHAPE"
    })
    void whatCannotBeReadSaysWhyByItsKind(String raw, Flaw flaw) {
        assertEquals(
                flaw,
                assertInstanceOf(Unreadable.class, SalaryParser.parse(raw)).flaw());
    }

    @Test
    void theLowerEndOfARangeThatNamesItsTimeMayBeSmall() {
        assertEquals(new Disclosed(10, 100, Interval.DAY, 12), SalaryParser.parse("10-100/天"));
        assertEquals(new Disclosed(600, 2_000, Interval.MONTH, 12), SalaryParser.parse("600-2000/月"));
    }

    @Test
    void readsAThousandsRangeWithSixteenMonthsInAFieldOfItsOwn() {
        assertEquals(new Disclosed(15000, 25000, Interval.MONTH, 16), SalaryParser.parse("15k-25k", 16));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 11, 26, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void takesAnImpossibleMonthsFieldAsNotStated(int months) {
        assertEquals(new Disclosed(15000, 25000, Interval.MONTH, 12), SalaryParser.parse("15k-25k", months));
    }

    @Test
    void believesTheTextBeforeTheMonthsField() {
        assertEquals(new Disclosed(25000, 35000, Interval.MONTH, 13), SalaryParser.parse("25-35K·13薪", 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15k-25k",
                "15k–25k",
                "15k—25k",
                "15k——25k",
                "15k―25k",
                "15k−25k",
                "15k~25k",
                "15k～25k",
                "15k〜25k",
                "15k－25k",
                "15k至25k",
                "15k到25k",
                "15k - 25k",
                "15 k 至 25 k",
                "  15k-25k\t\n",
                "\u300015k\u00A0-\u200925k\u3000",
                "\u200B15k-25k\uFEFF",
                "１５Ｋ－２５Ｋ",
                "１５ｋ～２５ｋ",
                "15-25K／月",
                "１５，０００－２５，０００元／月",
                "１．５万-2．5万"
            })
    void readsEveryWidthDashAndSpaceAlike(String raw) {
        assertEquals(new Disclosed(15000, 25000, Interval.MONTH, 12), SalaryParser.parse(raw));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", "\u3000\u00A0", "\u200B", "面议", "薪资面议", " 薪资 面议 ", "工资面议", "校招", "无"})
    void takesEmptyAndNegotiablePayAsUndisclosed(String raw) {
        assertEquals(new Undisclosed(), SalaryParser.parse(raw));
    }

    @Test
    void takesAVeryLongBlankAsUndisclosed() {
        assertEquals(new Undisclosed(), SalaryParser.parse(" ".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    25k-15k        | lower end 25k is above the upper end 15k
                    8000-1.2万     | lower end 8000万 is above the upper end 1.2万
                    0k-0k          | amount 0k is zero
                    0k-10k         | amount 0k is zero
                    0元/天         | amount 0元 is zero
                    0.00001k       | amount 0.00001k is not a whole number
                    15,000.50元    | amount 15,000.50元 is not a whole number
                    12345678元     | has 8 digits
                    1-12345678元   | has 8 digits
                    0.1234567万    | has 8 digits
                    9999999k       | amount 9999999k is too large
                    214749万       | amount 214749万 is too large
                    1-9999999万    | amount 9999999万 is too large
                    15-25          | number 15 has no unit
                    15             | number 15 has no unit
                    999            | number 999 has no unit
                    15-25/月       | number 15 has no unit
                    1-2/天         | number 1 has no unit
                    20-50/年       | number 20 has no unit
                    100-200元/次   | what a 次 pays, which is no stretch of time
                    800-1600元/次  | what a 次 pays, which is no stretch of time
                    150元/课时     | what a 课时 pays, which is no stretch of time
                    **-**元        | hides the pay from visitors who are not logged in
                    **             | hides the pay from visitors who are not logged in
                    15以上         | number 15 has no unit
                    15k-25         | number 25 has no unit
                    15k-25k以上    | both ends of a range and still says 以上
                    15-25k起       | both ends of a range and still says 起
                    15-25k·0薪     | says 0 months
                    15-25k·11薪    | says 11 months
                    15-25k·36薪    | says 36 months
                    """)
    void saysWhyAWellFormedTextIsNotPay(String raw, String reason) {
        Unreadable unreadable = assertInstanceOf(Unreadable.class, SalaryParser.parse(raw));
        assertEquals(raw, unreadable.raw());
        assertTrue(unreadable.why().contains(reason), unreadable.why());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-K",
                "k-k",
                "-",
                "·",
                "薪",
                "salary",
                "薪资",
                "{{item.salary}}",
                "<script>alert(1)</script>",
                "15k-25k<br>",
                "15k-25k-35k",
                "15k---25k",
                "-5k",
                "-5k-10k",
                "+15k",
                "1 5k-25k",
                "15 000元",
                "1.5.2万",
                ".5万",
                "5.万",
                "1,50,000元",
                "15,0000元",
                "1,5万",
                "15,,000元",
                "15k,25k",
                "15kk",
                "1²k",
                "①5k",
                "Ⅹk",
                "十五k",
                "٣k-٥k",
                "月薪15k面议",
                "面议15k",
                "15k-面议",
                "20-50万年",
                "20-50万/旬",
                "月薪2万/月",
                "年薪20-50万/年",
                "15-25k*114",
                "20k以上以上",
                "20k以上/月以上",
                "20k以上以下",
                "15-25k·13",
                "15-25k·薪",
                "15-25k·113薪",
                "15-25k·13-16-18薪",
                "15-25k·13-薪",
                "15-25k·13薪/月",
                "$15k-25k",
                "1e3k",
                "0x15k",
                "NaN",
                "\uD83D",
                "\uDE00k",
                "😀",
                "15k\u0000-25k",
                "15k\n25k"
            })
    void neverGuesses(String raw) {
        Unreadable unreadable = assertInstanceOf(Unreadable.class, SalaryParser.parse(raw));
        assertEquals(raw, unreadable.raw());
        assertTrue(unreadable.why().contains("none of the known shapes"), unreadable.why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uE000k-25k", "15-2\uF8FFk", "\uE123\uE456-\uE789K·13薪", "面议\uE000", "\uDBC0\uDC00k"})
    void namesThePrivateFontOfBoss(String raw) {
        Unreadable unreadable = assertInstanceOf(Unreadable.class, SalaryParser.parse(raw));
        assertEquals(raw, unreadable.raw());
        assertEquals(Flaw.PRIVATE_FONT, unreadable.flaw());
        assertTrue(unreadable.why().contains("private font"), unreadable.why());
    }

    @Test
    void keepsAVeryLongTextButDoesNotRepeatItInTheReason() {
        String raw = "15k-25k".repeat(1000);
        Unreadable unreadable = assertInstanceOf(Unreadable.class, SalaryParser.parse(raw));
        assertEquals(raw, unreadable.raw());
        assertEquals("The text has 7000 characters, but pay has at most 100.", unreadable.why());
    }

    @Test
    void stopsReadingAfterAHundredCharacters() {
        assertInstanceOf(Disclosed.class, SalaryParser.parse("15k-25k" + " ".repeat(93)));
        assertInstanceOf(Unreadable.class, SalaryParser.parse("15k-25k" + " ".repeat(94)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,111", "1.1", ",", " ", "k", "以上", "元", "-", "薪", "1 ", "９", "\u3000"})
    void isNotSlowedDownByRepetition(String piece) {
        String hundred = piece.repeat(100 / piece.length());
        String million = piece.repeat(1_000_000);
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 1_000; i++) {
                SalaryParser.parse(hundred + "!");
            }
            SalaryParser.parse(million);
        });
    }
}
