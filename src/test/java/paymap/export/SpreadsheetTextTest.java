package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a", "'=1"})
    void whatBeginsAFormulaIsMarkedAsText(String text) {
        assertEquals("'" + text, SpreadsheetText.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "C++", "10k-20k", " =1", "'a", ""})
    void otherTextStaysAsItIs(String text) {
        assertEquals(text, SpreadsheetText.harmless(text));
    }

    @Test
    void onlyTheBeginningCounts() {
        assertEquals("a=1", SpreadsheetText.harmless("a=1"));
    }
}
