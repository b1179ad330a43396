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
