package paymap.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource({
        "'<a href=\"x\">', '&lt;a href=&quot;x&quot;&gt;'",
        "'a & b''s', 'a &amp; b&#39;s'",
        "'\u0000\u001b[31m', '??[31m'",
        "'\ud83d', ?",
        "'\ude00', ?",
        "'\ud83d\ude00', '\ud83d\ude00'",
        "'\uffff', ?"
    })
    void everyTextIsSafeAndValidXml(String text, String safe) {
        assertEquals(safe, Markup.escaped(text));
    }
}
