package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    /** Knows two entities, which is enough to see when it is asked. */
    private static final Text TEXT =
            new Text(text -> text.replace("&nbsp;", "\u00A0").replace("&amp;", "&"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "C&amp;C++ 工程师|C&C++ 工程师",
                "C++研发工程师 &nbsp;|C++研发工程师",
                "\u200B数据分析师|数据分析师",
                "  a \u3000 b\t|a b",
                "a\u0000b|a b",
                "&amp;b|&b",
                "a |a",
                " a|a"
            })
    void textIsCleaned(String text, String clean) {
        assertEquals(clean, TEXT.clean(text));
    }

    @Test
    void cleanTextIsLeftAlone() {
        String text = "高级Python开发工程师 (MJ000126)";

        assertSame(text, TEXT.clean(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-05 09:33:11, 2018-03-05",
        "2018-5-6, 2018-05-06",
        "2018/05/06, 2018-05-06",
        "2018年5月6日, 2018-05-06",
        "2018-05-06T08:00:00Z, 2018-05-06"
    })
    void aDayIsRead(String text, String day) {
        assertEquals(day, Text.day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1天前发布", "09:33发布", "2018-13-45", "2018-05-061", "昨天", "20180506"})
    void whatTellsNoDayIsNone(String text) {
        assertNull(Text.day(text));
    }
}
