package paymap.words;

import java.util.List;
import java.util.Locale;

/**
 * A sentence that is said later than it is thought of, and not to people alone: {@link Words#later} makes it.
 *
 * @param pattern in English, as {@link Words#say} takes it
 * @param values for its placeholders
 */
public record Sentence(String pattern, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }

    /** In the language of the person. */
    public String said() {
        return in(Language.current());
    }

    /** For files and for scripts, which it must not change for. */
    public String english() {
        return in(Language.ENGLISH);
    }

    /** In a language, whatever the person's; sentences among the values likewise. */
    public String in(Language language) {
        Object[] filled = values.stream()
                .map(value -> value instanceof Sentence part ? part.in(language) : value)
                .toArray();
        return String.format(Locale.ROOT, language == Language.ENGLISH ? pattern : Catalogue.chinese(pattern), filled);
    }
}
