package paymap.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
}
