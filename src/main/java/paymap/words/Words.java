package paymap.words;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sentences in the language of the person, see {@link Language#current}. */
public final class Words {

    private Words() {}

    /**
     * A sentence or a word.
     *
     * @param english as {@link String#format} takes it; the key of the catalogue, so a literal
     * @param values for its placeholders; numbers print as {@link Locale#ROOT} has them, null as {@code null}
     */
    public static String say(String english, @Nullable Object... values) {
        String pattern = text(english);
        String filled = filled(pattern, values);
        return filled == null ? String.format(Locale.ROOT, pattern, values) : filled;
    }

    /**
     * Nearly all take their values as they are, and for those Java's own formatter need not be woken: that takes longer
     * than a short scan.
     *
     * @return null = something else than {@code %s}, {@code %d}, {@code %2$s} and {@code %%} stands there
     */
    private static @Nullable String filled(String pattern, @Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int next = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            text.append(pattern, from, at);
            boolean numbered = pattern.startsWith("$", at + 2);
            int end = numbered ? at + 3 : at + 1;
            int place = numbered ? pattern.charAt(at + 1) - '1' : next;
            if (pattern.startsWith("%", at + 1)) {
                text.append('%');
            } else if ((pattern.startsWith("s", end) || pattern.startsWith("d", end)) && place < values.length) {
                text.append(values[place]);
                next += numbered ? 0 : 1;
            } else {
                return null;
            }
            from = end + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /** The same, of which the language is chosen when it is said; no value may be null. */
    public static Sentence later(String english, Object... values) {
        return new Sentence(english, List.of(values));
    }

    /**
     * A text that stands where nothing can be said, as in an annotation.
     *
     * @param english taken as it stands, without placeholders; itself where the catalogue has no Chinese of it
     */
    public static String text(String english) {
        return Language.current() == Language.ENGLISH ? english : Catalogue.chinese(english);
    }

    /**
     * A number of things: {@code 1 page}, {@code 2 pages}, {@code 2 页}.
     *
     * @param one the thing in English, whose plural ends in s; a literal
     */
    public static String count(long n, String one) {
        if (Language.current() == Language.ENGLISH) {
            return Numbers.grouped(n) + " " + one + (n == 1 ? "" : "s");
        }
        return Numbers.grouped(n) + " " + Catalogue.chinese(one);
    }

    /** Joins the parts of a list as the language writes them: {@code a, b} or {@code a、b}. */
    public static String list(Iterable<? extends CharSequence> parts) {
        return String.join(Language.current() == Language.ENGLISH ? ", " : "、", parts);
    }
}
