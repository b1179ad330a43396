package paymap.pmap.file;

import paymap.words.Words;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values of a hostile file: of the right kind, within bounds, or refused in a sentence. */
final class Json {

    private static final int SHOWN = 40;

    private Json() {}

    /** @param longest in characters */
    static String text(JsonParser json, int longest) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(json);
        }
        String text = json.getString();
        if (text.length() > longest) {
            throw new IllegalArgumentException(Words.say("a text is too long: \"%s\"", shown(text)));
        }
        return text;
    }

    static int number(JsonParser json, int least, int most) {
        return (int) large(json, least, most);
    }

    /** The same for what an int may be too small for. */
    static long large(JsonParser json, long least, long most) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected(json);
        }
        String digits = json.getString();
        long number = digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    Words.say("\"%s\" is from %d to %d, not %s", json.currentName(), least, most, shown(digits)));
        }
        return number;
    }

    static void startOf(JsonParser json, JsonToken start) {
        if (json.currentToken() != start) {
            throw unexpected(json);
        }
    }

    /** What may stand in a sentence. */
    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    private static IllegalArgumentException unexpected(JsonParser json) {
        return new IllegalArgumentException(
                Words.say("\"%s\" has a value of a wrong kind", shown(String.valueOf(json.currentName()))));
    }
}
