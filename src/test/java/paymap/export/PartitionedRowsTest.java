package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.JobRow;
import paymap.job.Posting.Details;

class PartitionedRowsTest {

    @TempDir
    Path folder;

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private int open;

    private OutputStream file(List<String> place) {
        open++;
        ByteArrayOutputStream file = new ByteArrayOutputStream() {
            @Override
            public void close() {
                open--;
            }
        };
        files.put(String.join("/", place), file);
        return file;
    }

    private static JobRow row(String site, String title, String month) {
        return new JobRow(
                site,
                false,
                "北京",
                title,
                new JobRow.Pay("10k-20k", 10_000, 20_000, "month", 14),
                Details.NONE,
                new JobRow.Seen(1, month + "-05T00:00:00Z", month + "-06T00:00:00Z"),
                JobRow.Found.UNKNOWN);
    }

    private PartitionedRows write(PartitionBy by, JobRow... rows) throws IOException {
        try (PartitionedRows writer = new PartitionedRows(by, this::file)) {
            for (JobRow row : rows) {
                writer.write(row);
                assertEquals(1, open, "one file is open at a time");
            }
            return writer;
        }
    }

    /** The titles and the sites in a file. */
    private List<String> read(String place) throws IOException {
        Path file = folder.resolve("read.parquet");
        Files.write(file, files.get(place).toByteArray());
        List<String> cells = new ArrayList<>();
        ParquetReading.each(file, (name, value) -> {
            if (name.equals("title") || name.equals("site")) {
                cells.add(name + "=" + value);
            }
        });
        return cells;
    }

    @Test
    void rowsOfOneFolderStandInOneFile() throws IOException {
        PartitionedRows written = write(
                PartitionBy.SITE_AND_MONTH,
                row("a", "t1", "2026-10"),
                row("a", "t2", "2026-10"),
                row("a", "t3", "2026-11"),
                row("b", "t4", "2026-11"));

        assertEquals(
                List.of(
                        "site=a/month=2026-10/part-0.parquet",
                        "site=a/month=2026-11/part-0.parquet",
                        "site=b/month=2026-11/part-0.parquet"),
                List.copyOf(files.keySet()));
        assertEquals(3, written.files());
        assertEquals(0, open);
        assertEquals(List.of("title=t1", "title=t2"), read("site=a/month=2026-10/part-0.parquet"));
        assertEquals(List.of("title=t4"), read("site=b/month=2026-11/part-0.parquet"));
    }

    @Test
    void twoSitesOfAMonthAreTwoFilesOfItsFolderAndTellTheirSite() throws IOException {
        write(PartitionBy.MONTH, row("a", "t1", "2026-10"), row("b", "t2", "2026-10"));

        assertEquals(
                List.of("month=2026-10/part-0.parquet", "month=2026-10/part-1.parquet"), List.copyOf(files.keySet()));
        assertEquals(List.of("site=b", "title=t2"), read("month=2026-10/part-1.parquet"));
    }

    @Test
    void monthsOfASiteStandInItsOneFile() throws IOException {
        write(PartitionBy.SITE, row("a", "t1", "2026-10"), row("a", "t2", "2026-11"));

        assertEquals(List.of("site=a/part-0.parquet"), List.copyOf(files.keySet()));
        assertEquals(List.of("title=t1", "title=t2"), read("site=a/part-0.parquet"));
    }

    @Test
    void withoutRowsThereAreNoFiles() throws IOException {
        assertEquals(0, write(PartitionBy.SITE).files());
        assertTrue(files.isEmpty());
    }

    @Test
    void onlyItsOwnFilesAreKnownAgain() throws IOException {
        write(PartitionBy.SITE, row("a", "t1", "2026-10"));
        Path own = folder.resolve("own.parquet");
        Files.write(own, files.values().iterator().next().toByteArray());
        Path plain = folder.resolve("plain.parquet");
        try (OutputStream out = Files.newOutputStream(plain);
                RowWriter writer = ExportFormat.PARQUET.writer(out, false)) {
            writer.write(row("a", "t1", "2026-10"));
        }

        assertTrue(PartitionedRows.hasWritten(own));
        assertFalse(PartitionedRows.hasWritten(plain));
        assertFalse(PartitionedRows.hasWritten(Files.writeString(folder.resolve("x.parquet"), "no Parquet")));
        assertFalse(PartitionedRows.hasWritten(folder.resolve("missing")));
    }

    @ParameterizedTest
    @CsvSource({
        "site=a, true, true",
        "month=2026-11, true, true",
        "site=, true, false",
        "year=2026, true, false",
        "part-0.parquet, true, false",
        "part-0.parquet, false, true",
        "part-0123456789.parquet, false, false",
        "site=a, false, false",
        "mine.parquet, false, false"
    })
    void namesThatItGivesAreKnown(String name, boolean isFolder, boolean isItsOwn) {
        assertEquals(isItsOwn, PartitionedRows.isName(Path.of(name), isFolder));
    }
}
