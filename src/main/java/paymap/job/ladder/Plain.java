package paymap.job.ladder;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spelling that means nothing, taken out of a text before it is read. */
final class Plain {

    /** In characters; the longest that a board was seen to write has 12 (8-10年，可接收应届生). */
    static final int LONGEST = 60;

    /** Stands for a text that is too long: nothing reads it. */
    private static final String NOTHING_KNOWN = "\uFFFD";

    /** How programs that fill tables write that a cell is empty. */
    private static final Set<String> PLACEHOLDERS = Set.of("", "-", "--", "null", "nan", "n/a");

    private static final String DASHES = "-~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301C";
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF";

    // A space between digits stays, and so matches nothing: "1 3年" may be 13年 or a lost dash.
    private static final Pattern LOOSE_SPACE = Pattern.compile("(?<![\\d.]) ++| ++(?![\\d.])");

    /** What is added in brackets: 3年(含)以上, 本科(统招). */
    private static final Pattern ASIDE = Pattern.compile("(?<=.)\\([^()]*+\\)");

    private Plain() {}

    /**
     * The text in half-width lower case, with one kind of dash and comma, without loose spaces and asides.
     *
     * @return empty = the text says nothing
     */
    static Optional<String> of(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST) {
            return Optional.of(NOTHING_KNOWN);
        }
        StringBuilder plain = new StringBuilder(stripped.length());
        stripped.chars().filter(c -> INVISIBLE.indexOf(c) < 0).forEach(c -> plain.append(plain((char) c)));
        String tight = LOOSE_SPACE.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.contains(tight)
                ? Optional.empty()
                : Optional.of(ASIDE.matcher(tight).replaceAll(""));
    }

    private static char plain(char written) {
        // U+FF01 to U+FF5E mirror ! to ~. Not NFKC: that would also turn ① and ² into digits.
        char c = written >= '\uFF01' && written <= '\uFF5E' ? (char) (written - 0xFEE0) : written;
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        return c == '、' ? ',' : c == '’' ? '\'' : c;
    }
}
