package paymap.cli.console;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * How Java reads arguments, variables and file names: by the locale, and one that is not installed counts as ASCII. What
 * that cannot hold becomes U+FFFD before {@code main} begins, so it can only be refused.
 *
 * @param charset as the property {@code sun.jnu.encoding} names it; empty = unknown
 * @param locale what set it, e.g. {@code LC_ALL=zh_CN.UTF-8}; empty = nothing
 */
public record TextEncoding(String charset, String locale) {

    private static final String USUAL = "C.UTF-8";
    private static final String[] VARIABLES = {"LC_ALL", "LC_CTYPE", "LANG"}; // the first that is set counts
    private static final char LOST = '\uFFFD';

    public static TextEncoding of(Map<String, String> environment) {
        String locale = "";
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (locale.isEmpty() && !value.isEmpty()) {
                locale = variable + "=" + value;
            }
        }
        return new TextEncoding(System.getProperty("sun.jnu.encoding", ""), locale);
    }

    public boolean isUtf8() {
        return isUtf8(charset);
    }

    /** A sentence about the first argument that did not arrive as it was typed; null = all did. */
    @Nullable
    public String refusal(String... args) {
        for (String arg : args) {
            if (isLost(arg)) {
                return Words.say("the argument \"%s\" did not arrive as it was typed: %s", arg, why());
            }
        }
        return null;
    }

    /** Whether a text from outside did not arrive as it was typed. */
    public boolean isLost(String text) {
        return text.indexOf(LOST) >= 0 || (!isUtf8() && isMisread(text));
    }

    /** What becomes of Chinese, why, and what to do. */
    public String why() {
        return isUtf8() ? Words.say("it holds bytes that are not UTF-8") : Words.say("%s; %s", found(), remedy());
    }

    public String found() {
        if (locale.isEmpty()) {
            return Words.say("Java reads arguments and file names as %s here, as no locale is set", charset);
        }
        return isUtf8(locale)
                ? Words.say("Java reads arguments and file names as %s here (%s is not installed)", charset, locale)
                : Words.say("Java reads arguments and file names as %s here (%s)", charset, locale);
    }

    public String remedy() {
        return locale.endsWith("=" + USUAL)
                ? Words.say("set LC_ALL to a UTF-8 locale that is installed; locale -a lists them")
                : Words.say("set LC_ALL=%s", USUAL);
    }

    /** @throws IllegalArgumentException if no file can have that name here */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    Words.say("no file can be named \"%s\" in this locale; set LC_ALL=%s", name, USUAL), e);
        }
    }

    /** Whether it is UTF-8 that was read as an alphabet of the West: such letters seldom stand so by accident. */
    private boolean isMisread(String text) {
        try {
            Charset used = Charset.forName(charset);
            // What it cannot hold came from elsewhere, e.g. from the file of settings, which is always UTF-8.
            if (used.newEncoder().canEncode('中') || !used.newEncoder().canEncode(text)) {
                return false;
            }
            String meant = new String(text.getBytes(used), StandardCharsets.UTF_8);
            return meant.indexOf(LOST) < 0 && !meant.equals(text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static boolean isUtf8(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.endsWith("UTF-8") || upper.endsWith("UTF8");
    }
}
