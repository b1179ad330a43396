package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 8, 9, 0xA, 0xD, 0x1B, 0x1F, 0x7F, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069,
                0xD800, 0xDFFF, 0xFFFE, 0xFFFF
            })
    void whatMayNotStandThereIsDropped(int character) {
        assertEquals("ab", XmlText.clean("a" + Character.toString(character) + "b"));
    }

    @Test
    void textStaysAsItIs() {
        String text = " ~<&>\"'\u00A0é年\uE000\uFFFD😀\uDBFF\uDFFD";

        assertEquals(text, XmlText.clean(text));
    }
}
