package paymap.cli.rows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import paymap.cli.Paymap;

/** What a command came to, run through the front door. */
record ChartRun(int exitCode, String out, String err) {

    static ChartRun paymap(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = java.util.Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        int exitCode = Paymap.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
        return new ChartRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
