package paymap.importer.text;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, none held in memory beyond the longest that is looked at. */
public final class LongLines {

    private final Reader text;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int filled;
    private long number;
    private boolean tooLong;

    public LongLines(Reader text) {
        this.text = text;
    }

    /** Goes to the next line; false = there is none. */
    public boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        number++;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end);
            if (end < filled) {
                at = end + 1;
                return true;
            }
            at = filled;
        }
        return any;
    }

    /** The line, its end left out; what there was before it became too long. */
    public String text() {
        return line.toString();
    }

    /** Whether it has more than {@link JsonTree#LONGEST} characters. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** From 1. */
    public long number() {
        return number;
    }

    private void keep(int end) {
        tooLong = tooLong || line.length() + (end - at) > JsonTree.LONGEST;
        if (!tooLong) {
            line.append(buffer, at, end - at);
        }
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, text.read(buffer));
        return filled > 0;
    }
}
