package paymap.importer.text;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields of an object in a stream, of which most are passed over. */
public final class JsonFields {

    private JsonFields() {}

    /** Reads the field whose value the parser stands on, or leaves it. */
    public interface Field {
        void read(String name) throws InterruptedException;
    }

    /** Goes through an object; what a field's reader leaves standing is skipped. Anything else is skipped as a whole. */
    public static void each(JsonParser parser, Field field) throws InterruptedException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            field.read(name);
            if (parser.currentToken() == token) {
                parser.skipChildren();
            }
        }
    }

    /** The text that the parser stands on; empty where it stands on something else. */
    public static String string(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    }
}
