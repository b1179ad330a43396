package paymap.importer.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.column.Column;
import paymap.importer.column.Columns;
import paymap.importer.column.FileRow;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Words;

/** Tables of named columns: CSV, TSV and the like. Only the columns that are needed are ever looked at. */
final class TableReader implements RowReader {

    /** A longer cell, in characters, ends the reading of its file: most likely a quote that is never closed. */
    private static final int READ_AT_ONCE = 16 << 20;

    /** A row with a longer cell is rejected: a stray quote may have swallowed other rows. Descriptions are shorter. */
    private static final int LONGEST_CELL = 50_000;

    /** A cell is cut to this, which is more than any field may have. */
    private static final int CUT = 2_000;

    private static final int MOST_COLUMNS = 10_000;

    /** What {@code export --excel} writes before a text that begins so; a spreadsheet leaves it there. */
    private static final Pattern APOSTROPHE = Pattern.compile("'(?='?[=+\\-@\\t\\r\\n＝＋－＠])");

    private final Columns columns;
    private final char separator;
    private final boolean forExcel;
    private final Cells cells;

    /** @param forExcel whether it is paymap's own table for Excel, with apostrophes before what that would compute */
    TableReader(Columns columns, char separator, boolean forExcel) {
        this.columns = columns;
        this.separator = separator;
        this.forExcel = forExcel;
        this.cells = new Cells(columns.indexes());
    }

    /** The first row. */
    static List<String> header(String head, char separator) {
        try (CsvReader<List<String>> rows = builder(separator).build(new FirstCells(), head)) {
            var first = rows.iterator();
            return first.hasNext() ? first.next() : List.of();
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // a text in memory
        }
    }

    @Override
    public ReadResult read(Reader text, RowHandler collector) throws IOException, InterruptedException {
        try (CsvReader<Cells> rows = builder(separator).build(cells, text)) {
            var each = rows.iterator();
            boolean header = !columns.names().isEmpty();
            while (collector.goesOn() && each.hasNext()) {
                Cells row = each.next();
                if (header) {
                    header = false;
                    cells.width = row.count();
                } else {
                    row(row, collector);
                }
            }
            return new ReadResult.Whole();
        } catch (CsvParseException e) {
            return ReadResult.Failed.broken(Words.say(
                    "in the row at line %d a quote is never closed, or a cell has more than %d million characters;"
                            + " the rest of the file was not read",
                    cells.line(), READ_AT_ONCE >> 20));
        }
    }

    @SuppressWarnings("removal") // "a"b happens, and must not end the reading of a million other rows
    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(READ_AT_ONCE)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true);
    }

    private void row(Cells row, RowHandler collector) throws InterruptedException {
        if (columns.isHeader(row.of(Column.TITLE), row.of(Column.SALARY))) {
            collector.repeatedHeader();
            return;
        }
        FileRow read = FileRow.of(column -> forExcel ? bare(row.of(column)) : row.of(column));
        Optional<Rejected> flaw = row.flaw();
        if (flaw.isPresent()) {
            collector.reject(row.location(), flaw.get(), read.raw());
        } else {
            collector.row(read, row.location());
        }
    }

    private static String bare(String cell) {
        return APOSTROPHE.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /** The cells of one row that are needed; the same object for all rows. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {

        private final int[] indexOf = new int[Column.values().length];
        private final boolean[] isNeeded;
        private final String[] texts;
        private int width = Integer.MAX_VALUE;
        private int count;
        private int lastFilled;
        private int longest;
        private long line;

        Cells(Map<Column, Integer> indexes) {
            int most =
                    indexes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            isNeeded = new boolean[most + 1];
            texts = new String[most + 1];
            Arrays.fill(texts, "");
            Arrays.fill(indexOf, -1);
            indexes.forEach((column, index) -> {
                indexOf[column.ordinal()] = index;
                isNeeded[index] = true;
            });
        }

        @Override
        protected void handleBegin(long startingLine) {
            Arrays.fill(texts, "");
            line = startingLine;
            count = 0;
            lastFilled = 0;
            longest = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            count = index + 1;
            longest = Math.max(longest, length);
            lastFilled = length > 0 ? count : lastFilled;
            if (index < isNeeded.length && isNeeded[index]) {
                texts[index] = new String(buffer, offset, Math.min(length, CUT));
            }
        }

        @Override
        protected Cells buildRecord() {
            return this;
        }

        String of(Column column) {
            int index = indexOf[column.ordinal()];
            return index < 0 ? "" : texts[index];
        }

        int count() {
            return count;
        }

        long line() {
            return line;
        }

        String location() {
            return "line " + line;
        }

        Optional<Rejected> flaw() {
            if (longest > LONGEST_CELL) {
                return Optional.of(new Rejected(
                        RejectReason.CELL_TOO_LONG,
                        Words.later("a cell of more than %d characters, perhaps a stray quote", LONGEST_CELL)));
            }
            return lastFilled > width
                    ? Optional.of(new Rejected(
                            RejectReason.TOO_MANY_COLUMNS,
                            Words.later("a row of %d columns where the header has %d", count, width)))
                    : Optional.empty();
        }
    }

    /** All cells of the first row. */
    private static final class FirstCells extends AbstractBaseCsvCallbackHandler<List<String>> {

        private final List<String> cells = new ArrayList<>();

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index < MOST_COLUMNS) {
                cells.add(new String(buffer, offset, Math.min(length, CUT)));
            }
        }

        @Override
        protected List<String> buildRecord() {
            return List.copyOf(cells);
        }
    }
}
