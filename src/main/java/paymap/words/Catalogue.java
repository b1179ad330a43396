package paymap.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The Chinese of every sentence, read when the first one is said: flat JSON objects, English to Chinese, one a room. */
final class Catalogue {

    /** The texts of annotations, which nobody says; a test of the command line holds it against them. */
    static final String HELP = "help";

    /** Each a file in the resources of this package. */
    static final List<String> ROOMS = List.of(
            HELP,
            "console",
            "crawl",
            "watch",
            "importing",
            "rows",
            "compare",
            "settings",
            "pmap",
            "site",
            "store",
            "job",
            "figures",
            "chart",
            "page",
            "page-rows",
            "web");

    /** Read once, by the first thread that needs it. */
    private static final class Chinese {
        static final Map<String, String> SENTENCES = read();
    }

    private Catalogue() {}

    /** The Chinese of a sentence; the sentence itself where the catalogue has none, which a test refuses. */
    static String chinese(String english) {
        return Chinese.SENTENCES.getOrDefault(english, english);
    }

    static Map<String, String> read() {
        Map<String, String> sentences = new HashMap<>();
        ROOMS.forEach(room -> sentences.putAll(read(room)));
        return Map.copyOf(sentences);
    }

    static Map<String, String> read(String room) {
        Map<String, String> sentences = new HashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(Catalogue.class.getResourceAsStream("zh-" + room + ".json"), room);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    sentences.put(parser.currentName(), parser.getString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
