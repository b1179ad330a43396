package paymap.cli.console;

import java.util.function.Supplier;

/**
 * The one way to tell on standard error how long work goes: nothing in the first second; then on a terminal a line that is
 * drawn over itself up to four times a second, else a line of its own every five seconds. Times are those of
 * {@link System#nanoTime}, handed in. Not for several threads at once.
 */
public final class ProgressLine {

    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN_DRAWINGS = SECOND / 4;
    private static final long BETWEEN_LINES = 5 * SECOND;
    private static final int BAR = 20;

    private final CleanStream err;
    private final boolean live;
    private final int columns;
    private long next;
    private int drawn; // columns of the line that stands there

    /** @param now when the work begins */
    public ProgressLine(Terminal terminal, long now) {
        this.err = CleanStream.of(terminal.err());
        this.live = terminal.live();
        this.columns = terminal.columns();
        this.next = now + SECOND;
    }

    /** @param line made only if it is time to show one; on a terminal it is cut at its edge */
    public void show(long now, Supplier<String> line) {
        if (now - next < 0) {
            return;
        }
        next = now + (live ? BETWEEN_DRAWINGS : BETWEEN_LINES);
        if (live) {
            draw(cut(line.get(), columns));
        } else {
            err.println(line.get());
        }
    }

    /** Takes the line away, so that what comes next stands alone. */
    public void clear() {
        if (drawn > 0) {
            err.draw(" ".repeat(drawn));
            err.draw("");
            drawn = 0;
        }
    }

    /** Whether the line is drawn over itself, so that a bar makes sense. */
    public boolean isLive() {
        return live;
    }

    /** E.g. {@code [#####---------------] 25 %}; of nothing at all, all is done. */
    public static String bar(long done, long total) {
        long part = total <= 0 ? BAR : Math.min(BAR, Math.max(0, done) * BAR / total);
        long percent = total <= 0 ? 100 : Math.min(100, Math.max(0, done) * 100 / total);
        return "[" + "#".repeat((int) part) + "-".repeat((int) (BAR - part)) + "] " + percent + " %";
    }

    private void draw(String line) {
        int width = Table.columns(line);
        err.draw(line + " ".repeat(Math.max(0, drawn - width)));
        drawn = width;
    }

    /** What of a line a terminal of so many columns holds without going on in the next. */
    static String cut(String line, int columns) {
        int end = line.length();
        while (end > 0 && Table.columns(line.substring(0, end)) > columns - 1) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end);
    }
}
