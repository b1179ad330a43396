package paymap.pmap.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/** The lines of a file of targets. What is no text, as a device without end, shows by a line that is too long. */
final class TargetLines {

    /** In characters; some 60,000 addresses on one line. */
    private static final int LONGEST = 1_000_000;

    private final String name;
    private final BufferedReader text;
    private long number;

    /** @param name of the file, for messages */
    TargetLines(String name, InputStream in) {
        this.name = name;
        this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * The next line; null = there is none.
     *
     * @throws IllegalArgumentException if it is too long
     */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        number++;
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() == LONGEST) {
                throw new IllegalArgumentException(Words.say(
                        "line %d of %s is longer than %,d characters; write one target a line", number, name, LONGEST));
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
