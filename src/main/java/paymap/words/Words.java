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
        return values.length == 0 && pattern.indexOf('%') < 0 ? pattern : String.format(Locale.ROOT, pattern, values);
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
            return String.format(Locale.ROOT, "%,d %s%s", n, one, n == 1 ? "" : "s");
        }
        return String.format(Locale.ROOT, "%,d %s", n, Catalogue.chinese(one));
    }

    /** Joins the parts of a list as the language writes them: {@code a, b} or {@code a、b}. */
    public static String list(Iterable<? extends CharSequence> parts) {
        return String.join(Language.current() == Language.ENGLISH ? ", " : "、", parts);
    }
}
