package paymap.site.zhilian;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state that a page is made of, {@code __INITIAL_STATE__={...}} (2020 to 2026-09), read field by field. It has two
 * million characters, most of them tables of cities and trades, and says who is logged in: all but a few fields are passed
 * over in the stream.
 */
final class ZhilianState {

    private static final Pattern START = Pattern.compile("__INITIAL_STATE__\\s*=\\s*(?=\\{)");

    /** Of one page; real ones have one, and a hostile one could have as many as fit. */
    private static final int MOST_STATES = 10;

    /** What is looked at. */
    private static final Set<String> WANTED = Set.of("positionList", "isVerification", "originalUrlParams");

    private ZhilianState() {}

    /**
     * Of a page.
     *
     * @param passedOver names of fields within the wanted ones that nobody may see
     * @return empty = it holds no state with a list; of one that is cut off, what came before
     */
    static Optional<JsonNode> of(String page, Set<String> passedOver) {
        Matcher start = START.matcher(page);
        for (int i = 0; i < MOST_STATES && start.find(); i++) {
            JsonNode state = wanted(page.substring(start.end()), passedOver);
            if (state.has("positionList")) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** What follows the object, the end of its script and the rest of the page, is never looked at. */
    private static JsonNode wanted(String text, Set<String> passedOver) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        try (JsonParser parser = JsonTree.JSON.createParser(new StringReader(text))) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                @Nullable JsonNode value = WANTED.contains(name) ? JsonTree.of(parser, passedOver) : null;
                if (value != null) {
                    state.set(name, value);
                } else if (parser.currentToken() == token) {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return state; // cut off: what came before counts
        }
        return state;
    }
}
