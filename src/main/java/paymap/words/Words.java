package paymap.words;

import java.util.Locale;

/** Sentences in the language of the person, see {@link Language#current}. */
public final class Words {

    private Words() {}

    /**
     * A sentence or a word.
     *
     * @param english as {@link String#format} takes it; the key of the catalogue, so a literal
     * @param values for its placeholders; numbers print as {@link Locale#ROOT} has them
     */
    public static String say(String english, Object... values) {
        String pattern = Language.current() == Language.ENGLISH ? english : Catalogue.chinese(english);
        return values.length == 0 && pattern.indexOf('%') < 0 ? pattern : String.format(Locale.ROOT, pattern, values);
    }

    /**
     * A number of things: {@code 1 page}, {@code 2 pages}, {@code 2 页}.
     *
     * @param one the thing in English, whose plural ends in s; a literal
     */
    public static String count(long n, String one) {
        if (Language.current() == Language.ENGLISH) {
            return String.format(Locale.ROOT, "%,d %s%s", n, one, n == 1 ? "" : "s");
        }
        return String.format(Locale.ROOT, "%,d %s", n, Catalogue.chinese(one));
    }

    /** Joins the parts of a list as the language writes them: {@code a, b} or {@code a、b}. */
    public static String list(Iterable<? extends CharSequence> parts) {
        return String.join(Language.current() == Language.ENGLISH ? ", " : "、", parts);
    }
}
