package paymap.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err everything else
 * @param live whether standard error is a terminal that can redraw a line
 * @param columns how wide it is
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, int columns) {

    private static final int USUAL_COLUMNS = 100;

    /** The launcher knows whether standard error is a terminal; without it, a console means that it is one. */
    public static Terminal of(PrintStream out, PrintStream err) {
        String told = System.getProperty("paymap.terminal", "");
        boolean live = told.isEmpty() ? System.console() != null && isRealConsole() : told.equals("true");
        return new Terminal(out, err, live, Math.max(40, Integer.getInteger("paymap.columns", USUAL_COLUMNS)));
    }

    /** The same with nobody listening to what is no result. */
    public Terminal silent() {
        return new Terminal(
                out, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false, columns);
    }

    /** From JDK 22 on there is a console object even in a pipe; a dumb or missing TERM tells. */
    private static boolean isRealConsole() {
        String term = System.getenv("TERM");
        return Runtime.version().feature() < 22 && !"dumb".equals(term);
    }
}
