package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cleaned in a title, and what is left alone. */
class TitleTest {

    @ParameterizedTest
    @CsvSource({
        "数据挖掘&amp;机器学习, 数据挖掘&机器学习",
        "C++研发工程师 &nbsp;, C++研发工程师",
        "A&nbsp;&nbsp;B, A B",
        "&lt;Python&gt; &quot;专家&quot;, '<Python> \"专家\"'",
        "Python&#24037;程师, Python工程师",
        "R&amp;amp;D, R&amp;D",
        "R&D 工程师, R&D 工程师",
        "A & B, A & B"
    })
    void entitiesAreDecodedOnce(String written, String title) {
        assertEquals(title, LagouRows.TEXT.clean(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200bPython",
                "Py\u200bthon",
                "Python\u200b",
                "\uFEFFPython",
                "Py\u200d\u200cthon",
                "\u2060Python",
                "&#8203;Python"
            })
    void zeroWidthCharactersAreDropped(String written) {
        assertEquals("Python", LagouRows.TEXT.clean(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Python 工程师",
                "  Python 工程师  ",
                "Python\u00a0工程师",
                "Python\u3000工程师",
                "Python\t\r\n工程师",
                "Python \u200b 工程师",
                "Python\u2028工程师",
                "Python&#9;工程师",
                "Python\u0000工程师"
            })
    void whiteSpaceIsFoldedAndStripped(String written) {
        assertEquals("Python 工程师", LagouRows.TEXT.clean(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（Python)",
                "【急】Python",
                "PYTHON",
                "C",
                "后端\\Java",
                "Ｐython",
                "Python—Java",
                "1号 | 工程师",
                "😀 Python"
            })
    void nothingElseIsChanged(String title) {
        assertEquals(title, LagouRows.TEXT.clean(title));
    }

    @Test
    void cleaningACleanTitleChangesNothing() {
        String once = LagouRows.TEXT.clean(" \u200b高德-数据挖掘&amp;机器\u3000学习 &nbsp;");

        assertEquals("高德-数据挖掘&机器 学习", once);
        assertEquals(once, LagouRows.TEXT.clean(once));
    }
}
