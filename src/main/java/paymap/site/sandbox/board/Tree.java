package paymap.site.sandbox.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.ResultPage;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON as boards send and get it. */
final class Tree {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Tree() {}

    /** An object of names and values by turns, in their order. */
    static Map<String, @Nullable Object> of(Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** A reply; its keys come in the order of this request. */
    static Reply reply(ReplyKind kind, Map<String, @Nullable Object> tree, long number) {
        return Reply.json(kind, ResultPage.json(tree, number));
    }

    /** What a request's body says; a missing node where it is no JSON. */
    static JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
