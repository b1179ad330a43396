package paymap.job;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How text of listings is cleaned, the same for a crawl and for files. Can be shared by threads. */
public final class Text {

    /** For text that holds no entities, such as what a user types. */
    public static final Text PLAIN = new Text(UnaryOperator.identity());

    /** U+180E, U+200B to U+200F, U+2060 to U+2064, U+FEFF; seen in 12 of 42,893 titles (2026-11). */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u180E\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    /** 2018-03-05 09:33:11, 2018/3/5, 2018年3月5日. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d).*");

    private static final int SHORTEST_DAY = 8;
    private static final int LONGEST_DAY = 40;

    private final UnaryOperator<String> decodeEntities;

    /**
     * @param decodeEntities turns {@code &amp;} and the like into what they stand for; asked only for texts that hold
     *     an ampersand. It is handed in because its table of entities belongs to a parser of HTML
     */
    public Text(UnaryOperator<String> decodeEntities) {
        this.decodeEntities = decodeEntities;
    }

    /** Entities decoded once, zero-width characters dropped, white space folded; nothing else is changed. */
    public String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String decoded = text.indexOf('&') < 0 ? text : decodeEntities.apply(text);
        String visible = ZERO_WIDTH.matcher(decoded).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /**
     * A field that a posting can do without, cleaned.
     *
     * @return null = nothing, or more than {@value PostingRules#LONGEST_FIELD} characters
     */
    public @Nullable String field(String text) {
        String clean = clean(text);
        return clean.isEmpty() || clean.length() > PostingRules.LONGEST_FIELD ? null : clean;
    }

    /** The day that a text begins with, ISO 8601; null where it tells no day without a clock (1天前发布). */
    public static @Nullable String day(String text) {
        if (text.length() < SHORTEST_DAY || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        Matcher parts = DAY.matcher(text.length() > LONGEST_DAY ? text.substring(0, LONGEST_DAY) : text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Most texts are clean as they stand, and looking is cheaper than cleaning. */
    private static boolean isClean(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F && c != '&' || c >= 0x4E00 && c <= 0x9FFF;
            if (!plain && (c != ' ' || afterSpace)) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return text.isEmpty() || !afterSpace;
    }
}
