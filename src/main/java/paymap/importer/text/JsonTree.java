package paymap.importer.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One value of a stream as a tree, up to a size; what is about recruiters is passed over. */
public final class JsonTree {

    /**
     * The longest reply or line that is looked at, in characters; real ones have 20 to 500 thousand.
     */
    public static final int LONGEST = 2 << 20;

    /** The longest page in HTML, in characters; one of Zhaopin's with 30 rows has 2,100,000 (2022). */
    public static final int LONGEST_PAGE = 4 << 20;

    /** For parsers whose strings and depth are bounded. */
    public static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(2 * LONGEST_PAGE)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .build();

    private static final int MOST_VALUES = 1_000_000;

    private final JsonParser parser;
    private final Set<String> passedOver;
    private long left = LONGEST;
    private int values = MOST_VALUES;

    private JsonTree(JsonParser parser, Set<String> passedOver) {
        this.parser = parser;
        this.passedOver = passedOver;
    }

    /**
     * Reads the value that the parser stands on, to its end.
     *
     * @param passedOver names of fields that no reader may ever see, wherever they stand
     * @return null = it is too large
     */
    public static @Nullable JsonNode of(JsonParser parser, Set<String> passedOver) {
        JsonTree tree = new JsonTree(parser, passedOver);
        JsonNode whole = tree.value(parser.currentToken());
        return tree.left < 0 || tree.values < 0 ? null : whole;
    }

    private JsonNode value(JsonToken token) {
        values--;
        if (token == JsonToken.START_OBJECT) {
            return object();
        }
        if (token == JsonToken.START_ARRAY) {
            return array();
        }
        if (token == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            left -= text.length();
            return JsonNodeFactory.instance.stringNode(text);
        }
        return scalar(token);
    }

    /** Numbers stay as they are written; nobody reckons with them. */
    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    private JsonNode object() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            left -= name.length();
            if (left < 0 || values < 0 || passedOver.contains(name)) {
                parser.skipChildren();
            } else {
                node.set(name, value(token));
            }
        }
        return node;
    }

    private JsonNode array() {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (left < 0 || values < 0) {
                parser.skipChildren();
            } else {
                node.add(value(token));
            }
        }
        return node;
    }
}
