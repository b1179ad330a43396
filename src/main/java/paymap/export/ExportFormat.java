package paymap.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import paymap.words.Words;

/** The kinds of files that rows can be written as; each name is also how such a file's name ends. */
public enum ExportFormat {
    CSV,
    JSONL,
    PARQUET,
    XLSX;

    /** What one sheet of Excel holds, less the line of names. */
    public static final long EXCEL_ROWS = 1_048_575;

    /** @throws IllegalArgumentException if it is none of them */
    public static ExportFormat of(String name) {
        return known(name.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        Words.say("--format must be one of %s: \"%s\"", names(), name.strip())));
    }

    /** The format that a file's name tells by its ending; empty = it tells none. */
    public static Optional<ExportFormat> byName(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("ndjson") ? Optional.of(JSONL) : known(ending);
    }

    /** By commas, as they are typed. */
    public static String names() {
        return Arrays.stream(values()).map(ExportFormat::typed).collect(Collectors.joining(", "));
    }

    /** Whether a terminal or a pipe can take it as it comes. */
    public boolean isText() {
        return this == CSV || this == JSONL;
    }

    /** How many rows fit into a file. */
    public long mostRows() {
        return this == XLSX ? EXCEL_ROWS : Long.MAX_VALUE;
    }

    /** @param excel for {@link #CSV}: such that Excel reads it right and computes nothing in it */
    public RowWriter writer(OutputStream to, boolean excel) throws IOException {
        return switch (this) {
            case CSV -> excel ? CsvRows.forExcel(to) : CsvRows.plain(to);
            case JSONL -> new JsonRows(to);
            case PARQUET -> ParquetRows.whole(to);
            case XLSX -> new XlsxRows(to);
        };
    }

    /** As it is typed. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ExportFormat> known(String name) {
        return Arrays.stream(values())
                .filter(format -> format.typed().equalsIgnoreCase(name))
                .findFirst();
    }
}
