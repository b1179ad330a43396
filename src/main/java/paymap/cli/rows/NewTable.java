package paymap.cli.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.job.JobRow;
import paymap.words.Words;

/**
 * New rows, one line each and all cells to the left. Where that is too wide, titles are cut, then companies, and then the
 * columns of a posting that it can do without are left out.
 */
final class NewTable {

    private static final String GAP = "  ";
    private static final String CUT = "…";

    /**
     * A column.
     *
     * @param least how narrow it can be made; its own width where it cannot
     */
    private record Column(List<String> cells, int width, int least) {

        Column ofWidth(int columns) {
            return new Column(cells, columns, least);
        }
    }

    private NewTable() {}

    static String text(List<JobRow> rows, int most) {
        List<@Nullable Column> all = new ArrayList<>();
        all.add(column(rows, Words.say("City"), JobRow::city, 0));
        all.add(column(rows, Words.say("job title"), JobRow::title, 20));
        all.add(column(rows, Words.say("salary"), row -> row.pay().written(), 0));
        all.add(column(rows, Words.say("company"), row -> row.details().company(), 10));
        all.add(column(rows, Words.say("posted"), row -> row.details().posted(), 0));
        all.add(column(rows, Words.say("first seen"), NewTable::seen, 0));
        return lines(fitted(all.stream().filter(column -> column != null).toList(), most));
    }

    private static String seen(JobRow row) {
        try {
            return LocalTime.of(Instant.parse(row.seen().first()));
        } catch (DateTimeException e) {
            return row.seen().first(); // somebody wrote into the database by hand
        }
    }

    /** @return null = no row has anything there */
    private static @Nullable Column column(
            List<JobRow> rows, String name, Function<JobRow, @Nullable String> value, int least) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (JobRow row : rows) {
            String cell = value.apply(row);
            cells.add(cell == null ? "" : Table.safe(cell));
        }
        if (cells.stream().skip(1).allMatch(String::isEmpty)) {
            return null;
        }
        int width = cells.stream().mapToInt(Table::columns).max().orElse(0);
        return new Column(cells, width, least == 0 ? width : Math.min(least, width));
    }

    private static List<Column> fitted(List<Column> natural, int most) {
        List<Column> columns = new ArrayList<>(natural);
        for (int i = columns.size() - 2; i > 2 && width(columns, Column::least) > most; i--) {
            columns.remove(i);
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int tooWide = Math.max(0, width(columns, Column::width) - most);
            columns.set(i, column.ofWidth(Math.max(column.least, column.width - tooWide)));
        }
        return columns;
    }

    private static int width(List<Column> columns, Function<Column, Integer> each) {
        return columns.stream().mapToInt(each::apply).sum() + GAP.length() * (columns.size() - 1);
    }

    private static String lines(List<Column> columns) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < columns.get(0).cells.size(); line++) {
            StringBuilder one = new StringBuilder();
            for (Column column : columns) {
                String cell = cut(column.cells.get(line), column.width);
                one.append(cell)
                        .append(" ".repeat(column.width - Table.columns(cell)))
                        .append(GAP);
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String cut(String cell, int width) {
        if (Table.columns(cell) <= width) {
            return cell;
        }
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int c : cell.codePoints().toArray()) {
            taken += Table.columns(Character.toString(c));
            if (taken >= width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append(CUT).toString();
    }
}
