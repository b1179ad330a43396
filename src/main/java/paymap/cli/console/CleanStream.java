package paymap.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one way to a terminal: whatever text holds, it cannot move the cursor, change colours, rename the window or turn
 * the line round. A character that could comes out as {@code ?}. Text is UTF-8.
 */
public final class CleanStream extends PrintStream {

    private final PrintStream raw;

    private CleanStream(PrintStream raw) {
        super(new Filter(raw), true, StandardCharsets.UTF_8);
        this.raw = raw;
    }

    /** The same stream, cleaned; one that is clean already stays. */
    static CleanStream of(PrintStream stream) {
        return stream instanceof CleanStream clean ? clean : new CleanStream(stream);
    }

    /** A text of foreign origin as one line of what a person reads: line breaks count as unsafe, too. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(isUnsafe(c) ? '?' : (char) c));
        return line.toString();
    }

    /** JSON of the same meaning in which each such character is written by its number. */
    static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            // Line breaks stand between values only: within one they are escaped already.
            if (isUnsafe(c) && c != '\n' && c != '\r') {
                escaped.append(String.format("\\u%04X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Control characters, and the marks that change the direction of text (Unicode's Bidi_Control). */
    private static boolean isUnsafe(int c) {
        return c < ' '
                || c >= 0x7F && c <= 0x9F
                || c == 0x61C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    /** The stream as it came, for bytes that are meant for another program. */
    PrintStream raw() {
        return raw;
    }

    /** Writes over the line that the cursor stands in. */
    void draw(String text) {
        flush();
        raw.print("\r" + line(text));
        raw.flush();
    }

    /** Writes over so many lines above the cursor, and takes away what is left of them. */
    void redraw(int above, List<String> lines) {
        flush();
        StringBuilder text = new StringBuilder(above == 0 ? "" : "\033[" + above + "A");
        lines.forEach(line -> text.append('\r').append(line(line)).append("\033[K\n"));
        raw.print(text.append("\033[J"));
        raw.flush();
    }

    @Override
    public boolean checkError() {
        return super.checkError() | raw.checkError();
    }

    /** Works on bytes, as a stream does. All that is unsafe is one byte, or two of C2 or D8, or three of E2 in UTF-8. */
    private static final class Filter extends OutputStream {

        private final PrintStream to;
        private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
        private int held; // bytes of a character that is not whole yet, the first in the highest place
        private boolean afterReturn;

        Filter(PrintStream to) {
            this.to = to;
        }

        @Override
        public void write(int oneByte) {
            take(oneByte & 0xFF);
            handOn();
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                take(bytes[i] & 0xFF);
            }
            handOn();
        }

        @Override
        public void flush() {
            to.flush();
        }

        private void take(int next) {
            if (afterReturn) {
                clean.write(next == '\n' ? '\r' : '?');
                afterReturn = false;
            }
            if (held != 0) {
                continued(next);
            } else if (next == 0xC2 || next == 0xD8 || next == 0xE2) {
                held = next;
            } else if (next == '\r') {
                afterReturn = true; // at the end of a line it is one of two
            } else {
                clean.write(isUnsafe(next) && next < 0x80 && next != '\n' && next != '\t' ? '?' : next);
            }
        }

        private void continued(int next) {
            int all = held << 8 | next;
            held = 0;
            if ((next & 0xC0) != 0x80) { // no UTF-8: what was held stands alone
                release(all >> 8);
                take(next);
            } else if (all == 0xE280 || all == 0xE281) {
                held = all;
            } else if (all >> 8 != 0xE2 && isUnsafe(character(all))) {
                clean.write('?');
            } else {
                release(all);
            }
        }

        private static int character(int bytes) {
            return bytes > 0xFFFF
                    ? (bytes & 0x0F0000) >> 4 | (bytes & 0x3F00) >> 2 | bytes & 0x3F
                    : (bytes & 0x1F00) >> 2 | bytes & 0x3F;
        }

        private void release(int bytes) {
            if (bytes > 0xFF) {
                release(bytes >> 8);
            }
            clean.write(bytes & 0xFF);
        }

        private void handOn() {
            if (clean.size() > 0) {
                to.write(clean.toByteArray(), 0, clean.size());
                clean.reset();
            }
        }
    }
}
