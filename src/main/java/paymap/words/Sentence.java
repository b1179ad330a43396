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
        return Words.say(pattern, values.toArray());
    }

    /** For files and for scripts, which it must not change for. */
    public String english() {
        return String.format(Locale.ROOT, pattern, values.toArray());
    }
}
