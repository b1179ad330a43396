package paymap.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How results are printed for scripts. */
final class Json {

    private Json() {}

    /** @param tree maps, lists, texts, numbers, truth values and nulls */
    static String text(Object tree) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree);
    }
}
