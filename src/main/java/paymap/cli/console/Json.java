package paymap.cli.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How results are printed for scripts. */
public final class Json {

    private Json() {}

    /** @param tree maps, lists, texts, numbers, truth values and nulls */
    public static String text(Object tree) {
        return CleanStream.escaped(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree));
    }
}
