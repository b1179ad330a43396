package paymap.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;
import paymap.words.Language;

/**
 * A table in plain text: the first column to the left, the others to the right; a Chinese character takes two columns.
 * Where it would be wider than the terminal, its widest cells go on in the line below, parted at a blank or a comma.
 */
public final class Table {

    private static final int GAP = 2;

    /** A cell is never made narrower, whatever the terminal. */
    private static final int FEWEST_COLUMNS = 4;

    private static final String AT_BLANKS = "(?<= )(?=[^ ])";

    /** A number and its unit are one, and the name of a city stays whole. */
    private static final Pattern WORDS = Pattern.compile("(?<=[ ,，、])(?=[^ ])(?<!\\d (?=\\p{L}))");

    /** Where lines of Chinese may end; by itself, as English needs none of it. */
    private static final class Chinese {
        static final String OPENING = "（“《「\\[(\"'";
        static final String CLOSING = "，。；：、！？）”》」…,.;:!?)\\]\"'";
        static final Pattern PAUSES = Pattern.compile(AT_BLANKS + "|(?<=[，。；：、！？])(?=[^ " + CLOSING + "])");

        /** Beside Chinese characters, but neither before what closes nor after what opens. */
        static final Pattern CHARACTERS = Pattern.compile(
                "(?<=[\\p{IsHan}）”》」])(?=[^ " + CLOSING + "])|(?<=[^ " + OPENING + "])(?=[\\p{IsHan}（“《「])");
    }

    private final List<List<String>> lines = new ArrayList<>();
    private int labels = 1;
    private boolean whole;

    public Table(String... head) {
        lines.add(List.of(head));
    }

    /** The first so many columns name their row: they go to the left, and no cell but those of the head is parted. */
    public Table labels(int columns) {
        labels = columns;
        whole = true;
        return this;
    }

    /** Whether {@link #text} keeps to so many columns. */
    public boolean fits(int most) {
        return sum(least(), GAP) <= most;
    }

    public Table row(Object... cells) {
        List<String> line = new ArrayList<>();
        for (Object cell : cells) {
            line.add(safe(String.valueOf(cell)));
        }
        lines.add(line);
        return this;
    }

    /** One line a row, however wide. */
    @Override
    public String toString() {
        return text(Integer.MAX_VALUE);
    }

    /** @param most columns that a line may take, as far as the table can be narrowed without parting words */
    public String text(int most) {
        int[] widths = widths(most);
        // The last resort before a line is too long.
        int gap = sum(widths, GAP) > most ? 1 : GAP;
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                boolean fits = columns(line.get(i)) <= widths[i];
                cells.add(fits ? List.of(line.get(i)) : parted(words(line.get(i)), widths[i]));
            }
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int at = 0; at < height; at++) {
                text.append(laidOut(cells, at, widths, gap).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    /** A text with blanks behind it up to a width, two at least. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(2, columns - columns(text)));
    }

    /** How many columns of a terminal a text takes. */
    public static int columns(String text) {
        return text.codePoints()
                .map(WCWidth::wcwidth)
                .filter(width -> width > 0)
                .sum();
    }

    /** A text of foreign origin as one line that cannot move the cursor or change colours. */
    public static String safe(String text) {
        return CleanStream.line(text);
    }

    /** Takes from the widest column that can still give, one by one. */
    private int[] widths(int most) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        int[] least = least();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], columns(line.get(i)));
            }
        }
        for (int all = sum(widths, GAP); all > most; all--) {
            int widest = -1;
            for (int i = 0; i < columns; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int[] least() {
        int[] least = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                String[] parts = whole && line != lines.get(0) ? new String[] {line.get(i)} : words(line.get(i));
                for (String word : parts) {
                    least[i] = Math.max(least[i], Math.max(FEWEST_COLUMNS, columns(word.stripTrailing())));
                }
            }
        }
        return least;
    }

    private static int sum(int[] widths, int gap) {
        return Arrays.stream(widths).sum() + gap * (widths.length - 1);
    }

    /** Each with the blank or comma that ends it. */
    private static String[] words(String cell) {
        return WORDS.split(cell);
    }

    /**
     * A text in lines that end at blanks, a Chinese one at any Chinese character; a word that is too long stands alone. Of
     * a line that begins with blanks, those below it do so too, by four more.
     */
    public static List<String> wrapped(String text, int columns) {
        String words = text.stripLeading();
        String indent = text.substring(0, text.length() - words.length());
        String further = indent.isEmpty() ? "" : indent + "    ";
        return parted(proseWords(words), columns - columns(further)).stream()
                .collect(
                        ArrayList::new,
                        (lines, line) -> lines.add((lines.isEmpty() ? indent : further) + line),
                        List::addAll);
    }

    /** A sentence or more in lines of their own, each as {@link #wrapped} and ended. */
    public static String prose(String text, int columns) {
        return String.join("\n", wrapped(text, columns)) + "\n";
    }

    /** Chinese names in English stay whole, as does what is typed, like {@code title=职位,city=城市}. */
    private static String[] proseWords(String text) {
        if (Language.current() == Language.ENGLISH) {
            return text.split(AT_BLANKS);
        }
        return Chinese.PAUSES
                .splitAsStream(text)
                .flatMap(word -> word.indexOf('=') >= 0 || word.indexOf(',') >= 0
                        ? Stream.of(word)
                        : Chinese.CHARACTERS.splitAsStream(word))
                .toArray(String[]::new);
    }

    private static List<String> parted(String[] words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int taken = 0;
        for (String word : words) {
            if (taken > 0 && taken + columns(word.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                taken = 0;
            }
            line.append(word);
            taken += columns(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private String laidOut(List<List<String>> cells, int at, int[] widths, int gap) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = at < cells.get(i).size() ? cells.get(i).get(at) : "";
            String padding = " ".repeat(widths[i] - columns(cell));
            boolean left = i < labels || i == cells.size() - 1 && cells.size() < widths.length;
            text.append(" ".repeat(i == 0 ? 0 : gap)).append(left ? cell + padding : padding + cell);
        }
        return text.toString();
    }
}
