package paymap.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.job.JobRow;
import paymap.job.Posting.Details;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows as files have them, byte for byte. */
class RowsTest {

    private static final String NAMES = "site,city,title,salary,salary_low,salary_high,salary_interval,salary_months,"
            + "company,district,experience,education,posted,openings,first_seen,last_seen,made_up,keyword,run";

    private static final JobRow FULL = row("=cmd|' /C calc'!A1", "say \"hi\", 你好");
    private static final JobRow BARE = new JobRow(
            "s",
            true,
            "北京",
            "t",
            new JobRow.Pay("", null, null, null, null),
            Details.NONE,
            new JobRow.Seen(1, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"),
            JobRow.Found.UNKNOWN);

    private static JobRow row(String title, String company) {
        return new JobRow(
                "s",
                false,
                "北京",
                title,
                new JobRow.Pay("10k-20k", 10_000, 20_000, "month", 14),
                new Details(company, "海淀区", "3-5年", "本科", "2026-11-01"),
                new JobRow.Seen(2, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"),
                JobRow.Found.of(List.of("python", "java"), 3));
    }

    private static String written(ExportFormat format, boolean excel, JobRow... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = format.writer(out, excel)) {
            for (JobRow row : rows) {
                writer.write(row);
            }
        }
        return out.toString(UTF_8);
    }

    @Test
    void plainCsvHasNullAsNothingAndAnEmptyTextAsQuotes() throws IOException {
        assertEquals(
                NAMES + "\n"
                        + "s,北京,=cmd|' /C calc'!A1,10k-20k,10000,20000,month,14,\"say \"\"hi\"\", 你好\",海淀区,3-5年,本科,"
                        + "2026-11-01,2,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,0,\"java,python\",3\n"
                        + "s,北京,t,\"\",,,,,,,,,,1,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,1,\"\",\n",
                written(ExportFormat.CSV, false, FULL, BARE));
    }

    @Test
    void csvForExcelIsMarkedEndsLinesWithCrlfAndComputesNothing() throws IOException {
        String csv = written(ExportFormat.CSV, true, FULL);

        assertTrue(csv.startsWith("\uFEFF" + NAMES + "\r\n"), csv);
        assertTrue(csv.contains(",'=cmd|' /C calc'!A1,10k-20k,10000,"), csv);
        assertTrue(csv.endsWith("\r\n"), csv);
    }

    @Test
    void jsonLinesHaveEveryColumnAndNullForWhatIsNotKnown() throws IOException {
        List<String> lines =
                written(ExportFormat.JSONL, false, FULL, BARE).lines().toList();

        assertEquals(2, lines.size());
        JsonNode full = JsonMapper.builder().build().readTree(lines.get(0));
        JsonNode bare = JsonMapper.builder().build().readTree(lines.get(1));
        assertEquals(JobRow.COLUMNS.size(), full.size());
        assertEquals("say \"hi\", 你好", full.path("company").asString());
        assertTrue(full.path("salary_low").isInt());
        assertTrue(bare.path("company").isNull());
        assertEquals("", bare.path("salary").asString("missing"));
    }

    @Test
    void parquetBeginsAndEndsAsParquetDoes() throws IOException {
        String file = written(ExportFormat.PARQUET, false, FULL, BARE);

        assertTrue(file.startsWith("PAR1") && file.endsWith("PAR1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"CSV", "JSONL"})
    void aStreamThatBreaksIsAnErrorOfInput(ExportFormat format) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space left");
            }
        };

        IOException e = assertThrows(IOException.class, () -> {
            try (RowWriter writer = format.writer(broken, false)) {
                for (int i = 0; i < 10_000; i++) {
                    writer.write(FULL);
                }
            }
        });
        assertEquals("no space left", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "A.CSV, CSV", "a.jsonl, JSONL", "a.ndjson, JSONL", "x.y.parquet, PARQUET"})
    void theEndingOfAFileTellsItsFormat(String name, ExportFormat format) {
        assertEquals(Optional.of(format), ExportFormat.byName(Path.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx", "a", "csv.d", "a.json"})
    void anotherEndingTellsNone(String name) {
        assertEquals(Optional.empty(), ExportFormat.byName(Path.of(name)));
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        assertEquals(ExportFormat.JSONL, ExportFormat.of(" JsonL "));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ExportFormat.of("xlsx"));
        assertTrue(e.getMessage().contains("csv, jsonl, parquet: \"xlsx\""), e.getMessage());
    }
}
