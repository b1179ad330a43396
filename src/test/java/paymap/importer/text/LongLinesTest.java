package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongLinesTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "a, 1:a", "'a\n', 1:a", "'a\nb', '1:a 2:b'", "'\n\nb\n', '1: 2: 3:b'", "'a\r\nb', '1:a\r 2:b'"
    })
    void linesAreCountedFromOneAndTheLastNeedsNoEnd(String text, String lines) throws IOException {
        assertEquals(lines, String.join(" ", read(new StringReader(text))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32_768})
    void aLineMayComeInPiecesOfAnySize(int piece) throws IOException {
        String text = "x".repeat(40_000) + "\n" + "y".repeat(32_768) + "\nz";

        assertEquals(
                List.of("1:" + "x".repeat(40_000), "2:" + "y".repeat(32_768), "3:z"), read(new Pieces(text, piece)));
    }

    @Test
    void aLineThatIsTooLongIsNotKeptAndStopsNoOther() throws IOException {
        LongLines lines = new LongLines(
                new StringReader("x".repeat(JsonTree.LONGEST) + "\n" + "y".repeat(JsonTree.LONGEST + 1) + "\nz"));

        assertTrue(lines.next());
        assertFalse(lines.isTooLong());
        assertEquals(JsonTree.LONGEST, lines.text().length());
        assertTrue(lines.next());
        assertTrue(lines.isTooLong());
        assertTrue(lines.text().length() <= JsonTree.LONGEST);
        assertTrue(lines.next());
        assertFalse(lines.isTooLong());
        assertEquals("3z", lines.number() + lines.text());
        assertFalse(lines.next());
    }

    private static List<String> read(Reader text) throws IOException {
        LongLines lines = new LongLines(text);
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(lines.number() + ":" + lines.text());
        }
        return read;
    }

    /** Gives no more than so many characters at once. */
    private static final class Pieces extends Reader {
        private final String text;
        private final int most;
        private int at;

        Pieces(String text, int most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            int n = Math.min(Math.min(most, length), text.length() - at);
            text.getChars(at, at + n, into, offset);
            at += n;
            return n == 0 ? -1 : n;
        }

        @Override
        public void close() {}
    }
}
