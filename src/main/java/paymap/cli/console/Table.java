package paymap.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** A table in plain text: the first column to the left, the others to the right; a Chinese character takes two columns. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    public Table(String... head) {
        lines.add(List.of(head));
    }

    public Table row(Object... cells) {
        List<String> line = new ArrayList<>();
        for (Object cell : cells) {
            line.add(safe(String.valueOf(cell)));
        }
        lines.add(line);
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], columns(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(laidOut(line, widths).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** How many columns of a terminal a text takes. */
    public static int columns(String text) {
        return text.codePoints()
                .map(WCWidth::wcwidth)
                .filter(width -> width > 0)
                .sum();
    }

    /** A text of foreign origin that cannot move the cursor or change colours. */
    public static String safe(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }

    private static String laidOut(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String padding = " ".repeat(widths[i] - columns(line.get(i)));
            boolean left = i == 0 || i == line.size() - 1 && line.size() < widths.length;
            text.append(i == 0 ? "" : GAP).append(left ? line.get(i) + padding : padding + line.get(i));
        }
        return text.toString();
    }
}
