package paymap.pmap.banner;

import org.jspecify.annotations.Nullable;
import paymap.pmap.Printable;

/** Takes in what a service sends until its first line that is not empty is whole, or as much of it as can be shown. Pure. */
final class FirstLine {

    /** Characters of a line that are shown, the escaped ones as they are shown. */
    static final int MOST_SHOWN = 200;

    /** Bytes that are taken in: 200 characters of UTF-8 have at most 800, and empty lines may stand before them. */
    static final int MOST_BYTES = 1024;

    private final byte[] bytes = new byte[MOST_BYTES];
    private int length;
    private int taken; // with what was left out
    private boolean ended;

    /** How many more bytes make sense; 0 = the line is whole, or full. */
    int wanted() {
        return ended ? 0 : MOST_BYTES - taken;
    }

    /** @param count at most {@link #wanted} */
    void take(byte[] next, int count) {
        for (int i = 0; i < count && !ended; i++) {
            boolean lineEnd = next[i] == '\n' || next[i] == '\r';
            if (length == 0 && lineEnd) {
                continue; // an empty line says nothing
            }
            if (next[i] == '\n') {
                ended = true;
            } else {
                bytes[length++] = next[i];
            }
        }
        taken += count;
    }

    /** Whether nothing has been said so far. */
    boolean isEmpty() {
        return length == 0;
    }

    /** What was said, safe to print; null = nothing. */
    @Nullable
    String text() {
        int end = length;
        while (end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        return end == 0 ? null : Printable.of(bytes, end, MOST_SHOWN);
    }
}
