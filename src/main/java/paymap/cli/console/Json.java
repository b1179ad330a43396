package paymap.cli.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How results are printed for scripts. */
public final class Json {

    private Json() {}

    /** The same on one line, without its end. */
    public static String line(Object tree) {
        return CleanStream.escaped(JsonMapper.builder().build().writeValueAsString(tree));
    }

    /** @param tree maps, lists, texts, numbers, truth values and nulls */
    public static String text(Object tree) {
        return CleanStream.escaped(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree));
    }
}
