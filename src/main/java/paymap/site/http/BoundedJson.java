package paymap.site.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of a site, read as a tree within bounds: a reply of 8 MiB can hold 2,700,000 empty rows, and their tree 1.9 GB. */
public final class BoundedJson {

    /** Names, values, brackets. A real reply of 15 rows holds 1,000 to 2,500 of them (captures 2018 to 2021). */
    public static final int MOST_TOKENS = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();

    private BoundedJson() {}

    /** @return empty where it is no JSON object, is cut off, is nested deeper than 500, or holds too many tokens */
    public static Optional<JsonNode> object(String text) {
        try {
            JsonNode tree = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
