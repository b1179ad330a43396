package paymap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import paymap.cli.Paymap;

/** Starts paymap, and is the only place that ends the process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Whatever the locale says: cities and titles are Chinese.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        int exitCode = Paymap.run(out, err, System.getenv(), args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    private static PrintStream utf8(FileDescriptor where) {
        return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }
}
