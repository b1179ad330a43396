package paymap.site;

import java.util.List;
import paymap.words.Words;

/**
 * Something that can be chosen for one site.
 *
 * @param name as it is typed, with its two dashes
 * @param label what stands for its value in help, e.g. FILE
 * @param description a sentence or two for help
 * @param values that it may have, in lower case; empty = any text
 */
public record SiteOption(String name, String label, String description, List<String> values) {

    public SiteOption {
        values = List.copyOf(values);
    }

    /**
     * Whether a value may be given.
     *
     * @throws IllegalArgumentException if it is none of {@link #values}; the message lists them
     */
    public void check(String value) {
        if (!values.isEmpty() && values.stream().noneMatch(value::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    Words.say("%s must be one of %s: \"%s\"", name, Words.list(values), value));
        }
    }
}
