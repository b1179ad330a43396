package paymap.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes. Both streams are {@linkplain CleanStream cleaned}.
 *
 * @param out results
 * @param err everything else
 * @param shown whether a person looks at standard output, and no file or program takes it
 * @param live whether standard error is a terminal that can redraw a line
 * @param columns how wide it is
 */
public record Terminal(PrintStream out, PrintStream err, boolean shown, boolean live, int columns) {

    private static final int USUAL_COLUMNS = 100;
    private static final int FEWEST_COLUMNS = 40;

    public Terminal {
        out = CleanStream.of(out);
        err = CleanStream.of(err);
    }

    /** The launcher knows which stream is a terminal; without it, a console means that both are. */
    public static Terminal of(PrintStream out, PrintStream err) {
        int columns = Integer.getInteger("paymap.columns", USUAL_COLUMNS);
        return new Terminal(
                out,
                err,
                isTerminal("paymap.shown"),
                isTerminal("paymap.terminal"),
                columns <= 0 ? USUAL_COLUMNS : Math.max(FEWEST_COLUMNS, columns));
    }

    /** The same with nobody listening to what is no result. */
    public Terminal silent() {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(out, nobody, shown, false, columns);
    }

    /** How wide a table may be: one that a program reads has one line a row. */
    public int tableColumns() {
        return shown ? columns : Integer.MAX_VALUE;
    }

    /** Standard output for rows that other programs read: as they are, unless a person looks at them. */
    public PrintStream data() {
        return shown ? out : CleanStream.of(out).raw();
    }

    /** Standard output for help, whose emphasis stays; what it takes from a person must be cleaned before. */
    public PrintStream help() {
        return CleanStream.of(out).raw();
    }

    private static boolean isTerminal(String property) {
        String told = System.getProperty(property, "");
        return told.isEmpty() ? System.console() != null && isRealConsole() : told.equals("true");
    }

    /** From JDK 22 on there is a console object even in a pipe; a dumb or missing TERM tells. */
    private static boolean isRealConsole() {
        String term = System.getenv("TERM");
        return Runtime.version().feature() < 22 && !"dumb".equals(term);
    }
}
