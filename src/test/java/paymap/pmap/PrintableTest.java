package paymap.pmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5353482d322e302d41|SSH-2.0-A",
                "6120c3bc20e4b8ad20f09f9880|a ü 中 😀",
                "1b5b33316d|\\x1B[31m", // an escape code
                "00077f|\\x00\\x07\\x7F",
                "610d62|a\\x0Db",
                "09|\\x09",
                "5c78|\\\\x", // a backslash is told from ours
                "22|\"",
                "e280ae6162|\\u{202E}ab", // turns a line round
                "e281a6|\\u{2066}",
                "d89c|\\u{61C}",
                "e2808b|\\u{200B}", // has no width
                "c285|\\u{85}", // a control character of two bytes
                "c2a0|\\u{A0}",
                "61cc81|a\\u{301}", // would stand on what is before it
                "ee8080|\\u{E000}",
                "efbfbe|\\u{FFFE}",
                "85|\\x85", // no UTF-8
                "ff00|\\xFF\\x00",
                "e4b8|\\xE4\\xB8", // cut in the middle
                "e4b861|\\xE4\\xB8a",
                "f09f98|\\xF0\\x9F\\x98",
                "c0af|\\xC0\\xAF", // longer than it has to be
                "e080af|\\xE0\\x80\\xAF",
                "f08080af|\\xF0\\x80\\x80\\xAF",
                "eda080|\\xED\\xA0\\x80", // half of a pair
                "f4908080|\\xF4\\x90\\x80\\x80", // beyond Unicode
                "fc8080808080|\\xFC\\x80\\x80\\x80\\x80\\x80",
                "''|''",
            })
    void whatCouldDoSomethingIsToldByItsNumber(String hex, String shown) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertEquals(shown, Printable.of(bytes, bytes.length, 200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abcde|5|abcde",
                "abcdef|5|abcd…",
                "ab😀cd|6|ab😀cd",
                "ab😀cde|6|ab😀c…",
                "abc😀d|5|abc…", // a pair is not parted
                "abc\u0007d|5|abc…", // nor an escape
            })
    void whatIsTooLongEndsInAnEllipsisWithinTheLimit(String said, int most, String shown) {
        byte[] bytes = said.getBytes(UTF_8);

        assertEquals(shown, Printable.of(bytes, bytes.length, most));
    }

    @Test
    void whateverComesIsOneLineOfSafeCharacters() {
        Random dice = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[dice.nextInt(400)];
            dice.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = switch (round % 3) {
                    case 0 -> bytes[i];
                    case 1 -> (byte) (dice.nextInt(4) == 0 ? 0xE2 : 0x80 + dice.nextInt(64));
                    default -> (byte) ("\u001b[]mA\\\"".charAt(dice.nextInt(7)));
                };
            }

            String shown = Printable.of(bytes, bytes.length, 200);

            assertTrue(shown.length() <= 200, shown);
            assertTrue(
                    shown.codePoints().noneMatch(PrintableTest::isUnsafe),
                    () -> HexFormat.of().formatHex(bytes));
            assertEquals(shown, new String(shown.getBytes(UTF_8), UTF_8), "no half of a pair");
        }
    }

    @Test
    void whatFitsIsToldWithoutALoss() {
        Random dice = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[1 + dice.nextInt(3)];
            byte[] other = new byte[1 + dice.nextInt(3)];
            dice.nextBytes(bytes);
            dice.nextBytes(other);

            assertEquals(
                    HexFormat.of().formatHex(bytes).equals(HexFormat.of().formatHex(other)),
                    Printable.of(bytes, bytes.length, 200).equals(Printable.of(other, other.length, 200)));
        }
    }

    @Test
    void whatWasMadeSafeStaysAsItIsAndWhatWasNotIsMadeSo() {
        String safe = Printable.of(new byte[] {'a', 0x1B, '\\', (byte) 0xFF}, 4, 200);

        assertEquals(safe, Printable.again(safe, 200));
        assertEquals("\\x1B[2J\\u{202E}", Printable.again("\u001b[2J\u202e", 200));
        assertEquals("abc", Printable.again("abcdef", 3));
        assertEquals("\\u{D800}", Printable.again("\ud800", 200));
    }

    private static boolean isUnsafe(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Half of a pair is none, and half of an escape says something else. */
    @Test
    void whatIsShownAgainIsCutBetweenTwoCharacters() {
        assertEquals("a", Printable.again("a\ud84e\udc00b", 2));
        assertEquals("a\ud84e\udc00", Printable.again("a\ud84e\udc00b", 3));
        assertEquals("a", Printable.again("a\u202eb", 5));
    }
}
