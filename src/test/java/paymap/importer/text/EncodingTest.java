package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;

class EncodingTest {

    private static final String TEXT = "职位,薪资,城市\n虚构𠮷€,15k-25k,北京\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "GBK, GB18030", "GB18030, GB18030", "US-ASCII, UTF-8"})
    void theEncodingIsToldFromTheBytes(String written, String told) throws IOException {
        assertEquals(told, of(TEXT.getBytes(Charset.forName(written))).label());
    }

    @ParameterizedTest
    @CsvSource({"EFBBBF, UTF-8, 3", "FFFE, UTF-16LE, 2", "FEFF, UTF-16BE, 2"})
    void aByteOrderMarkDecides(String mark, String told, int length) throws IOException {
        byte[] bytes = concat(HexFormat.of().parseHex(mark), TEXT.getBytes(Charset.forName(told)));

        assertEquals(told + length, of(bytes).label() + of(bytes).mark());
    }

    @Test
    void aChineseWordAfterMegabytesOfAsciiIsNotOverlooked() throws IOException {
        byte[] ascii = "a,b,c\n".repeat(400_000).getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                "GB18030",
                of(concat(ascii, TEXT.getBytes(Charset.forName("GBK")))).label());
        assertEquals(
                "UTF-8",
                of(concat(ascii, TEXT.getBytes(StandardCharsets.UTF_8))).label());
    }

    @ParameterizedTest
    @CsvSource({
        "C080", // an overlong NUL
        "E08080", // overlong
        "EDA080", // a surrogate
        "F4908080", // past U+10FFFF
        "F8888080", // five bytes
        "80", // a byte that continues nothing
        "C3" // a character cut off
    })
    void whatUtf8ForbidsIsOneBadByteAmongManyGood(String hex) throws IOException {
        byte[] bad = HexFormat.of().parseHex(hex);

        assertEquals(
                "UTF-8",
                of(concat("虚".repeat(100).getBytes(StandardCharsets.UTF_8), bad, new byte[] {'\n'}))
                        .label());
        assertThrows(
                IllegalArgumentException.class,
                () -> of(concat(bad, new byte[] {(byte) 0xFF, '\n', (byte) 0x80, '\n', (byte) 0xFF})));
    }

    /** One bad byte is outweighed by twenty good characters, and not by nineteen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C280",
                "DFBF",
                "E0A080",
                "E18080",
                "ED9F80",
                "EE8080",
                "EFBFBF",
                "F0908080",
                "F1808080",
                "F48F8080"
            })
    void whatUtf8AllowsIsAGoodCharacter(String hex) throws IOException {
        assertEquals("UTF-8", of(bytes(hex.repeat(20) + "FF")).label());
        assertNotUtf8(hex.repeat(19) + "FF");
    }

    @ParameterizedTest
    @CsvSource({
        "80, 1",
        "BF, 1",
        "C1, 1",
        "F5, 1",
        "FF, 1",
        "C320, 1",
        "C3FF, 2",
        "C080, 2",
        "E19120, 1",
        "E08080, 3",
        "EDA080, 3",
        "F0808080, 4",
        "F4908080, 4",
        "F1808020, 1"
    })
    void whatUtf8ForbidsCountsAsSoManyBadBytes(String hex, int bad) throws IOException {
        String good = "E8999A"; // one Chinese character

        assertEquals("UTF-8", of(bytes(good.repeat(20 * bad) + hex)).label());
        assertNotUtf8(good.repeat(20 * bad - 1) + hex);
    }

    private static void assertNotUtf8(String hex) throws IOException {
        try {
            assertEquals("GB18030", of(bytes(hex)).label());
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("neither UTF-8 nor GB18030"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8140", "817E", "8180", "81FE", "FE40", "FEFE", "81308130", "81398139", "FE30FE39"})
    void whatGb18030AllowsIsAGoodCharacter(String hex) throws IOException {
        assertEquals("GB18030", of(bytes(hex.repeat(20) + "FF20")).label());
        assertThrows(IllegalArgumentException.class, () -> of(bytes(hex.repeat(19) + "FF20")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "FF",
                "8120",
                "812F",
                "813A",
                "817F",
                "81FF",
                "813020",
                "81303020",
                "813080",
                "8130FF",
                "81308120",
                "8130812F",
                "8130813A"
            })
    void whatGb18030ForbidsIsOneBadCharacter(String hex) throws IOException {
        assertEquals("GB18030", of(bytes("8140".repeat(20) + hex + "20")).label());
        assertThrows(IllegalArgumentException.class, () -> of(bytes("8140".repeat(19) + hex + "20")));
    }

    @Test
    void theFirstBadByteIsCountedFromTheBeginningOfTheFile() {
        byte[] ascii = "a".repeat(70_000).getBytes(StandardCharsets.US_ASCII);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> of(concat(ascii, bytes("FF00FF00FF"))));

        assertTrue(refused.getMessage().contains("byte 70000 "), refused.getMessage());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void bytesOfNoTextAreRefusedWithTheFirst() {
        byte[] bytes =
                concat("ab".getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex("FF00FF00FF"));

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> of(bytes));

        assertTrue(refused.getMessage().contains("byte 2 "), refused.getMessage());
    }

    @Test
    void aForcedEncodingIsTakenWhateverTheBytesSay() throws IOException {
        Encoding encoding = Encoding.of(Collected.source(TEXT), Charset.forName("GBK"));

        assertEquals("GBK0", encoding.label() + encoding.mark());
    }

    @Test
    void aForcedEncodingLeavesOutOnlyAMarkOfItsOwn() throws IOException {
        byte[] marked = concat(bytes("EFBBBF"), TEXT.getBytes(StandardCharsets.UTF_8));

        Encoding same = Encoding.of(Collected.source(marked), StandardCharsets.UTF_8);
        Encoding other = Encoding.of(Collected.source(marked), Charset.forName("GBK"));

        assertEquals("UTF-83", same.label() + same.mark());
        assertEquals("GBK0", other.label() + other.mark());
    }

    @Test
    void theFingerprintIsOfTheBytesAlone() throws IOException {
        assertEquals(
                of("abc".getBytes(StandardCharsets.UTF_8)).fingerprint(),
                of("abc".getBytes(StandardCharsets.UTF_8)).fingerprint());
        assertNotEquals(
                of("abc".getBytes(StandardCharsets.UTF_8)).fingerprint(),
                of("abd".getBytes(StandardCharsets.UTF_8)).fingerprint());
    }

    private static Encoding of(byte[] bytes) throws IOException {
        try (Source source = Collected.source(bytes)) {
            return Encoding.of(source, null);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
