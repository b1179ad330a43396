package paymap.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** How text of listings is cleaned, the same for a crawl and for files. */
public final class Text {

    /** The longest company, district and so on that is kept, in characters. */
    public static final int LONGEST_FIELD = 100;

    /** U+180E, U+200B to U+200F, U+2060 to U+2064, U+FEFF; seen in 12 of 42,893 titles (2026-11). */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u180E\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    /** 2018-03-05 09:33:11, 2018/3/5, 2018年3月5日. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d).*");

    private Text() {}

    /** Entities decoded once, zero-width characters dropped, white space folded; nothing else is changed. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String decoded = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        String visible = ZERO_WIDTH.matcher(decoded).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** A lesser field; null = nothing, or longer than {@value #LONGEST_FIELD} characters. */
    public static @Nullable String field(String text) {
        String clean = clean(text);
        return clean.isEmpty() || clean.length() > LONGEST_FIELD ? null : clean;
    }

    /** The day that a text begins with, ISO 8601; null where it tells no day without a clock (1天前发布). */
    public static @Nullable String day(String text) {
        if (text.length() < 8 || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        Matcher parts = DAY.matcher(text.length() > 40 ? text.substring(0, 40) : text);
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
