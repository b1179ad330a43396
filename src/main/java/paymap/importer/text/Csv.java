package paymap.importer.text;

import java.util.List;

/** Cells of other kinds of files as a line of CSV. */
final class Csv {

    /** What a cell is cut to, in characters, as those of other tables are. */
    static final int CUT = 2_000;

    private Csv() {}

    /** All in quotes, with the end of the line. */
    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "\"" : ",\"")
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }

    static String cut(String text) {
        return text.length() > CUT ? text.substring(0, CUT) : text;
    }
}
