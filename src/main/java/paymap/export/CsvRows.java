package paymap.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;

/**
 * Comma-separated values as RFC 4180 quotes them, in UTF-8, with a line of names. Nothing between two commas is null, a
 * pair of quotes an empty text: PostgreSQL and DuckDB tell them apart.
 */
final class CsvRows implements RowWriter {

    private final CsvWriter csv;
    private final boolean excel;

    private CsvRows(OutputStream to, LineDelimiter lineEnd, boolean excel) {
        this.csv = CsvWriter.builder()
                .lineDelimiter(lineEnd)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(to, StandardCharsets.UTF_8);
        this.excel = excel;
        csv.writeRecord(JobRow.COLUMNS.stream().map(JobRow.Column::name).toList());
    }

    /** Reads back equal; lines end with LF, as those of psql, DuckDB and pandas do. */
    static CsvRows plain(OutputStream to) {
        return new CsvRows(to, LineDelimiter.LF, false);
    }

    /** With the mark that tells Excel UTF-8, CRLF, and an apostrophe before what it would compute; numbers stay numbers. */
    static CsvRows forExcel(OutputStream to) throws IOException {
        to.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        return new CsvRows(to, LineDelimiter.CRLF, true);
    }

    @Override
    public void write(JobRow row) throws IOException {
        List<@Nullable String> cells = new ArrayList<>(JobRow.COLUMNS.size());
        for (Object value : row.values()) {
            cells.add(
                    value instanceof String text && excel
                            ? SpreadsheetText.harmless(text)
                            : value instanceof Double fraction
                                    ? plain(fraction)
                                    : value == null ? null : value.toString());
        }
        try {
            csv.writeRecord(cells.toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Never with an exponent. */
    private static String plain(double fraction) {
        return BigDecimal.valueOf(fraction).toPlainString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
