package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostingRulesTest {

    private static final RawRow ROW =
            new RawRow("7", "虚构甲", "15k-25k", "14", "北京", "虚构区", "3-5年", "本科", "虚构公司", "2021-02-01 10:00:00");

    private final PostingRules rules = new PostingRules(new Text(text -> text.replace("&amp;", "&")));

    @Test
    void aRowBecomesThePostingThatItShows() {
        assertEquals(
                new Posting(
                        "7",
                        "虚构甲",
                        "15k-25k",
                        14,
                        "北京",
                        new Posting.Details("虚构公司", "虚构区", "3-5年", "本科", "2021-02-01")),
                posting(ROW, RowContext.ofFile("")));
    }

    @Test
    void textsAreCleanedAndThePayIsLeftAsItIsWritten() {
        RawRow row = new RawRow(" 7 ", "\u200bC&amp;C++ \t x", " 15k - 25k ", "", "北京市", " a&amp;b ", "", " ", "", "");

        assertEquals(
                new Posting("7", "C&C++ x", "15k - 25k", 0, "北京", new Posting.Details(null, "a&b", null, null, null)),
                posting(row, RowContext.ofFile("")));
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(RejectReason.NO_TITLE, with(1, "")),
                Arguments.of(RejectReason.NO_TITLE, with(1, " \u200b ")),
                Arguments.of(RejectReason.TITLE_TOO_LONG, with(1, "长".repeat(301))),
                Arguments.of(RejectReason.TITLE_TOO_LONG, with(1, " ".repeat(1201))),
                Arguments.of(RejectReason.PAY_TOO_LONG, with(2, "1".repeat(101))),
                Arguments.of(RejectReason.ID_TOO_LONG, with(0, "1".repeat(101))),
                Arguments.of(RejectReason.NOT_A_CITY, with(4, "海外")),
                Arguments.of(RejectReason.NOT_A_CITY, with(4, "后端开发")),
                Arguments.of(RejectReason.NOT_TEXT, with(1, "半\ud83d")),
                Arguments.of(RejectReason.NOT_TEXT, with(1, "\ude00半")),
                Arguments.of(RejectReason.NOT_TEXT, with(1, "\ud83d半")),
                Arguments.of(RejectReason.NOT_TEXT, with(2, "15k\ud83d")),
                Arguments.of(RejectReason.OTHER_CITY, with(4, "上海·浦东新区")),
                Arguments.of(RejectReason.NOT_TEXT, with(1, "坏\ufffd字")),
                Arguments.of(RejectReason.NOT_TEXT, with(2, "15k\ufffd")));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aRowThatIsNoPostingHasItsReason(RejectReason reason, RawRow row) {
        RowResult.Rejected rejected =
                assertInstanceOf(RowResult.Rejected.class, rules.read(row, RowContext.ofSearch("北京")));

        assertEquals(reason, rejected.reason());
        assertEquals(reason.words(), rejected.why());
    }

    @Test
    void whatIsJustShortEnoughIsKept() {
        assertEquals(
                300,
                posting(with(1, "长".repeat(300)), RowContext.ofFile("")).title().length());
        assertEquals(
                100,
                posting(with(2, "1".repeat(100)), RowContext.ofFile(""))
                        .salary()
                        .length());
        assertEquals(
                100,
                posting(with(0, "1".repeat(100)), RowContext.ofFile(""))
                        .positionId()
                        .length());
        assertEquals(
                "长".repeat(100),
                posting(with(8, "长".repeat(100)), RowContext.ofFile(""))
                        .details()
                        .company());
        assertNull(posting(with(8, "长".repeat(101)), RowContext.ofFile(""))
                .details()
                .company());
    }

    @ParameterizedTest
    @CsvSource({
        // the row's, the page's, asked for, what comes of it
        "上海,   北京, false, 上海",
        "'',     北京, false, 北京",
        "' ',    北京, false, 北京",
        "'',     '',   false, NO_CITY",
        "海外,   北京, false, NOT_A_CITY",
        "北京市, 北京, true,  北京",
        "北京-海淀区, 北京, true, 北京",
        "'',     北京, true,  北京",
        "上海,   北京, true,  OTHER_CITY"
    })
    void theCityIsTheRowsElseThePagesAndMustBeTheOneThatWasAskedFor(
            String own, String context, boolean asked, String expected) {
        List<String> became = new ArrayList<>();

        rules.read(with(4, own), new RowContext(context, asked))
                .match(
                        posting -> became.add(posting.city()),
                        rejected -> became.add(rejected.reason().name()));

        assertEquals(List.of(expected), became);
    }

    @Test
    void wholePairsAreTextAndADamagedCompanyIsLeftOut() {
        assertEquals(
                "笑\ud83d\ude00脸",
                posting(with(1, "笑\ud83d\ude00脸"), RowContext.ofFile("")).title());
        assertNull(posting(with(8, "半\ud83d"), RowContext.ofFile("")).details().company());
    }

    @Test
    void aSearchNamesItsCity() {
        assertThrows(IllegalArgumentException.class, () -> RowContext.ofSearch(""));
    }

    @Test
    void aRowWithoutPayIsUndisclosed() {
        assertEquals("", posting(with(2, " "), RowContext.ofFile("")).salary());
    }

    @ParameterizedTest
    @CsvSource({"13, 13", "' 13 ', 13", "13薪, 13", "0, 0", "'', 0", "十三, 0", "-3, 0", "130, 0", "13.5, 0", "13薪x, 0"})
    void monthsAreANumberOfOneOrTwoDigits(String written, int months) {
        assertEquals(months, posting(with(3, written), RowContext.ofFile("")).salaryMonths());
    }

    @Test
    void aRowWithoutAnIdHasTheSameOneTomorrowAndAnotherRowAnother() {
        String id = posting(with(0, ""), RowContext.ofFile("")).positionId();
        String tomorrow = assertInstanceOf(
                        Posting.class, new PostingRules(Text.PLAIN).read(with(0, " "), RowContext.ofSearch("北京")))
                .positionId();

        assertTrue(id.matches("row:[0-9a-f]{16}"), id);
        assertEquals(id, tomorrow);
        for (int field : new int[] {1, 2, 5, 6, 7, 8}) {
            RawRow other = with(field, "另");
            RawRow anonymous = new RawRow(
                    "",
                    other.title(),
                    other.salary(),
                    other.months(),
                    other.city(),
                    other.district(),
                    other.experience(),
                    other.education(),
                    other.company(),
                    other.posted());
            assertNotEquals(id, posting(anonymous, RowContext.ofFile("")).positionId(), "field " + field);
        }
    }

    @Test
    void theIdOfARowIsTheOneThatEarlierVersionsGaveIt() {
        assertEquals(
                "row:7431d92bd6dfbc1d",
                posting(with(0, ""), RowContext.ofFile("")).positionId());
    }

    private Posting posting(RawRow row, RowContext context) {
        return assertInstanceOf(Posting.class, rules.read(row, context));
    }

    /** {@link #ROW} with another text in one field, counted from 0. */
    private static RawRow with(int field, String text) {
        String[] of = {
            ROW.id(), ROW.title(), ROW.salary(), ROW.months(), ROW.city(),
            ROW.district(), ROW.experience(), ROW.education(), ROW.company(), ROW.posted()
        };
        of[field] = text;
        return new RawRow(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9]);
    }
}
