package paymap.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A few lines on standard output that are drawn over themselves where a person looks at a terminal; anywhere else nothing is
 * drawn. Not for several threads at once.
 */
public final class RedrawnLines {

    /** A line that has left the screen at its top cannot be drawn over; the smallest usual screen has 24. */
    private static final int MOST_LINES = 22;

    private final CleanStream out;
    private final boolean live;
    private final int columns;
    private List<String> drawn = List.of();

    /** Nothing stands there yet. */
    public RedrawnLines(Terminal terminal) {
        this.out = CleanStream.of(terminal.out());
        this.live = terminal.shown() && terminal.live();
        this.columns = terminal.columns();
    }

    /** Whether anything is drawn. */
    public boolean isLive() {
        return live;
    }

    /** Puts these in place of those before, each cut at the edge of the terminal; none = takes them away. */
    public void draw(List<String> lines) {
        List<String> now = new ArrayList<>();
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            now.add(ProgressLine.cut(line, columns));
        }
        if (live && !now.equals(drawn)) {
            out.redraw(drawn.size(), now);
            drawn = now;
        }
    }
}
