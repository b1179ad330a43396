package paymap.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.words.Language;

class TableTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "City, 4", "北京, 4", "北京a, 5", "（）, 4", "乌鲁木齐, 8", "e\u0301, 1", "a\u200bb, 2", "😀, 2"})
    void aChineseCharacterTakesTwoColumns(String text, int columns) {
        assertEquals(columns, Table.columns(text));
    }

    @Test
    void columnsLineUpWhateverTheScript() {
        String table = new Table("City", "n", "mean")
                .row("北京", 100, "28,333")
                .row("Wuhan", 7, "9,000")
                .row("乌鲁木齐", 12, "-")
                .toString();

        assertEquals("""
                City        n    mean
                北京      100  28,333
                Wuhan       7   9,000
                乌鲁木齐   12       -
                """, table);
        assertTrue(table.lines().allMatch(line -> Table.columns(line) == 21), table);
    }

    @Test
    void aChineseHeadIsMeasuredAsWell() {
        assertEquals("""
                城市  平均
                bj       1
                """, new Table("城市", "平均").row("bj", 1).toString());
    }

    @Test
    void aTableWithoutRowsIsItsHead() {
        assertEquals("City  n\n", new Table("City", "n").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "a\nb", "a\rb", "a\tb", "\u0007", "\u009b31m"})
    void foreignTextCannotMoveTheCursor(String text) {
        String line = new Table("City").row(text).toString();

        assertTrue(line.contains("?"), line);
        assertFalse(line.replace("\n", "").chars().anyMatch(Character::isISOControl), line);
        assertEquals(2, line.lines().count());
    }

    @Test
    void aTableThatIsTooWideGoesOnBelow() {
        Table table = new Table("Run", "cities", "not readable").row(1, "北京,上海,广州,深圳,杭州", 12);

        assertEquals("""
                Run                    cities  not readable
                1    北京,上海,广州,深圳,杭州            12
                """, table.toString());
        assertEquals(table.toString(), table.text(43));
        assertEquals("""
                Run        cities  not readable
                1      北京,上海,            12
                       广州,深圳,
                             杭州
                """, table.text(31));
    }

    @Test
    void noWordIsParted() {
        Table table = new Table("City", "mean").row("Hohhot", "28,333").row("A_name_that_has_no_blank", "x");

        String narrow = table.text(10);

        assertTrue(narrow.contains("A_name_that_has_no_blank") && narrow.contains("Hohhot"), narrow);
    }

    @Test
    void chineseProseEndsAtAnyCharacterButNotBeforeAComma() {
        assertEquals(
                List.of("of", "北京、上海:", "two"), Table.wrapped("of 北京、上海: two", 6), "in English a name is one word");
        Language.CHINESE.speak();
        assertEquals(
                List.of("每个城市一行，", "先收集（见“帮", "助”），再看", "UTF-8 表格。"),
                Table.wrapped("每个城市一行，先收集（见“帮助”），再看 UTF-8 表格。", 14));
        assertEquals(List.of("一二三四", "五，六"), Table.wrapped("一二三四五，六", 10));
        assertEquals(List.of("见 --lang", "选项"), Table.wrapped("见 --lang选项", 10));
        assertEquals(List.of("列名，如", "title=职位,city=城市"), Table.wrapped("列名，如 title=职位,city=城市", 14));
    }

    @Test
    void proseEndsItsLinesAtBlanks() {
        assertEquals(
                List.of("3-bands, 4-box,", "5-heat (from", "five)"),
                Table.wrapped("3-bands, 4-box, 5-heat (from five)", 15));
        assertEquals(List.of("  paymap crawl", "      --cities bj"), Table.wrapped("  paymap crawl --cities bj", 18));
        assertEquals(List.of("short"), Table.wrapped("short", 80));
    }

    @Test
    void aSentenceIsAsWideAsTheTerminalAndOneLineElsewhere() {
        assertEquals("Not in the\nmean: 1\n", Table.prose("Not in the mean: 1", 10));
        assertEquals("Not in the mean: 1\n", Table.prose("Not in the mean: 1", Integer.MAX_VALUE));
    }

    /** A blank as wide as a letter, which no title ends with but one of a hostile site. */
    @Test
    void aWordThatBeginsWithABlankHasRoomForIt() {
        String table = new Table("what", "text").row("x", "a，\u2000bcde").text(4);

        assertEquals("what  text\nx      a，\n     \u2000bcde\n", table);
    }
}
