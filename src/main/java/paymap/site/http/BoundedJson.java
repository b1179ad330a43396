package paymap.site.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON of a site, read as a tree within bounds: a reply of 8 MiB can hold 2,700,000 empty rows, and their tree 1.9 GB. */
public final class BoundedJson {

    /** Names, values, brackets. A real reply of 15 rows holds 1,000 to 2,500 of them (captures 2018 to 2021). */
    public static final int MOST_TOKENS = 200_000;

    /** In digits. Longer ones are refused with the reply: turning them into a number takes time that grows faster than they. */
    private static final int LONGEST_NUMBER = 10_000;

    /** As forgiving as sites are careless: one odd value must cost its row, and not the page around it. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .build();

    /** For what stands in a script: whatever follows the value is not looked at. */
    private static final ObjectReader LEADING = JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private BoundedJson() {}

    /**
     * The object that a text begins with, as {@code {"a":1};</script>}.
     *
     * @return empty as in {@link #object}
     */
    public static Optional<JsonNode> leadingObject(String text) {
        try {
            JsonNode tree = LEADING.readTree(text);
            return tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** @return empty where it is no JSON object, is cut off, is nested deeper than 500, or holds too many tokens */
    public static Optional<JsonNode> object(String text) {
        try {
            JsonNode tree = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A text or a number as it is written; empty = it is missing, null, an object or a list. */
    public static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.isContainer() ? "" : value.asString();
    }
}
