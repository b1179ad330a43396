package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of a command: its exit code, standard output and standard error. */
record Ran(int exitCode, String out, String err) {

    /** Runs paymap as a person does. */
    static Ran paymap(String... args) {
        return paymap(Map.of(), args);
    }

    /** The same with variables of the environment. */
    static Ran paymap(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Paymap.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), environment, args);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }
}
