package paymap.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever reaches a terminal passes here. */
class CleanStreamTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CleanStream stream = CleanStream.of(new PrintStream(bytes, true, UTF_8));

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 8, 0x0B, 0x0C, '\r', 0x1B, 0x7F, 0x80, 0x90, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E,
                0x2066, 0x2069
            })
    void whatCouldMoveTheCursorOrTurnTheLineRoundIsAQuestionMark(int unsafe) {
        stream.print("a" + (char) unsafe + "b");

        assertEquals("a?b", text());
        assertEquals("a?b", CleanStream.line("a" + (char) unsafe + "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京 × 12·é ü؛ – → “x” … 𝄞😀\ttab\n",
                "\u00a0\u00bf\u00c0\u05d0\u061b\u061d\u0627\u200b\u2010\u2029\u202f\u2065\u206a\u2190\n",
                "two lines\r\nof Windows\r\n"
            })
    void whatIsHarmlessStaysAsItIs(String text) {
        stream.print(text);

        assertEquals(text, text());
    }

    @Test
    void aCharacterThatComesByteByByteIsSeenWhole() {
        for (byte one : "x\u202ey\u009bz\u2192北".getBytes(UTF_8)) {
            stream.write(one);
        }

        assertEquals("x?y?z\u2192北", text());
    }

    @Test
    void bytesThatAreNoTextCannotHideAnEscape() {
        stream.write(new byte[] {(byte) 0xE2, 0x1B, (byte) 0xE2, (byte) 0x80, 0x1B, (byte) 0xC2, 'a'}, 0, 7);

        for (byte one : bytes.toByteArray()) {
            assertTrue(one != 0x1B, "an escape came through");
        }
    }

    @Test
    void aLineThatIsDrawnOverAnotherIsCleanedToo() {
        stream.draw("50 %\u001b[2J");

        assertEquals("\r50 %?[2J", text());
    }

    @Test
    void jsonMeansTheSameAndHoldsNone() {
        Map<String, Object> tree = Map.of("title", "a\u001b[31m\u009b\u202e\u007f\nb", "list", List.of("\u2066北京"));

        String json = Json.text(tree);

        assertFalse(json.replace("\n", "")
                .codePoints()
                .anyMatch(c -> Character.isISOControl(c) || c >= 0x2000 && c < 0x2070));
        assertEquals(tree, JsonMapper.builder().build().readValue(json, Map.class));
    }

    @Test
    void theRawStreamIsForOtherPrograms() {
        PrintStream out = new PrintStream(bytes, true, UTF_8);

        new Terminal(out, out, false, false, 80).data().print("\u001b");
        new Terminal(out, out, true, false, 80).data().print("\u001b");

        assertEquals("\u001b?", text());
    }

    private String text() {
        return bytes.toString(UTF_8);
    }
}
