package paymap.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.job.JobRow;
import paymap.job.Posting.Details;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows as files have them, byte for byte. */
class RowsTest {

    @TempDir
    Path folder;

    private static final String NAMES = "site,city,title,salary,salary_low,salary_high,salary_interval,salary_months,"
            + "company,district,experience,education,posted,openings,first_seen,last_seen,made_up,keyword,run,monthly_mid";

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
                        + "2026-11-01,2,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,0,\"java,python\",3,15000.0\n"
                        + "s,北京,t,\"\",,,,,,,,,,1,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,1,\"\",,\n",
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
    void jsonNamesTheColumnsInTheirOrder() throws IOException {
        JsonNode row = JsonMapper.builder().build().readTree(written(ExportFormat.JSONL, false, FULL));

        assertEquals(NAMES, String.join(",", row.propertyNames()));
        assertEquals("java,python", row.path("keyword").asString());
        assertEquals(3, row.path("run").asInt());
    }

    @Test
    void parquetReadsBackWithItsNamesItsNumbersAndItsNulls() throws IOException {
        List<String> read = parquet(FULL, BARE);

        assertEquals(2 * JobRow.COLUMNS.size(), read.size());
        assertEquals(
                List.of(NAMES.split(",")),
                read.stream()
                        .limit(JobRow.COLUMNS.size())
                        .map(cell -> cell.substring(0, cell.indexOf('=')))
                        .toList());
        assertTrue(read.containsAll(List.of("title==cmd|' /C calc'!A1", "salary_low=10000", "company=say \"hi\", 你好")));
        assertTrue(
                read.containsAll(List.of("salary=", "company=null", "run=null", "keyword=", "made_up=1")),
                read::toString);
    }

    @Test
    void aWorkbookHasTextThatIsNeverAFormulaNumbersAndNoCellForWhatIsNotKnown() throws IOException {
        String sheet = sheet(FULL, BARE, row("_x0041_ & <b>", "c"));

        assertTrue(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), sheet);
        assertTrue(sheet.matches("(?s).*<c r=\"A1\" s=\"[1-9]\\d*\" t=\"inlineStr\"><is><t[^>]*>site</t>.*"), sheet);
        assertTrue(sheet.matches("(?s).*<c r=\"C2\"[^>]* t=\"inlineStr\"><is><t[^>]*>=cmd\\|[^<]*!A1</t>.*"), sheet);
        assertTrue(sheet.matches("(?s).*<c r=\"E2\"( t=\"n\")?><v>10000</v>.*"), sheet);
        assertTrue(sheet.matches("(?s).*<c r=\"T2\"( t=\"n\")?><v>15000(\\.0)?</v>.*"), sheet);
        assertTrue(sheet.contains(">_x005F_x0041_ &amp; &lt;b&gt;</t>"), sheet);
        assertEquals(false, sheet.contains("<f>") || sheet.contains("r=\"E3\""), sheet);
    }

    @Test
    void aWorkbookIsWholeAndEachPartIsNamedByTheOthers() throws Exception {
        Map<String, String> parts = parts(FULL);

        assertEquals(
                List.of(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml"),
                List.copyOf(parts.keySet()));
        DocumentBuilder xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            assertTrue(part.getValue().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"));
            xml.parse(new ByteArrayInputStream(part.getValue().getBytes(UTF_8)));
        }
        for (String part : List.of("workbook", "styles", "worksheets/sheet1")) {
            assertTrue(parts.get("[Content_Types].xml").contains("<Override PartName=\"/xl/" + part + ".xml\""), part);
        }
        assertTrue(parts.get("_rels/.rels").contains("Target=\"xl/workbook.xml\""));
        assertTrue(parts.get("xl/workbook.xml").contains("r:id=\"rId1\""));
        String relations = parts.get("xl/_rels/workbook.xml.rels");
        assertTrue(relations.contains("Id=\"rId1\"") && relations.contains("Target=\"worksheets/sheet1.xml\""));
        assertTrue(relations.contains("Id=\"rId2\"") && relations.contains("Target=\"styles.xml\""));
        assertTrue(parts.get("xl/styles.xml").contains("<cellXfs count=\"2\">"));
    }

    /** More than one group of rows, so that what is in memory stays small. */
    @Test
    void manyRowsKeepTheirOrderInEveryFormat() throws IOException {
        JobRow[] rows = new JobRow[20_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("t" + i, "c" + i);
        }
        List<String> titles =
                java.util.stream.Stream.of(rows).map(JobRow::title).toList();

        assertEquals(
                titles,
                parquet(rows).stream()
                        .filter(cell -> cell.startsWith("title="))
                        .map(cell -> cell.substring(6))
                        .toList());
        assertEquals(
                titles,
                written(ExportFormat.CSV, false, rows)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",")[2])
                        .toList());
        assertEquals(
                rows.length, written(ExportFormat.JSONL, false, rows).lines().count());
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void noRowsAreAFileThatCanBeRead(ExportFormat format) throws IOException {
        String written = written(format, false);

        switch (format) {
            case CSV -> assertEquals(NAMES + "\n", written);
            case JSONL -> assertEquals("", written.strip());
            case PARQUET -> assertEquals(List.of(), parquet());
            case XLSX -> assertEquals(1, sheet().split("<row ").length - 1);
        }
    }

    @Test
    void aStreamIsClosedWithItsWriter() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            java.util.concurrent.atomic.AtomicBoolean closed = new java.util.concurrent.atomic.AtomicBoolean();
            OutputStream to = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed.set(true);
                }
            };
            format.writer(to, false).close();

            assertTrue(closed.get(), format.toString());
        }
    }

    @Test
    void onlyAFormatOfTextIsForATerminal() {
        assertTrue(ExportFormat.CSV.isText() && ExportFormat.JSONL.isText());
        assertEquals(false, ExportFormat.PARQUET.isText() || ExportFormat.XLSX.isText());
        assertEquals("csv, jsonl, parquet, xlsx", ExportFormat.names());
    }

    @Test
    void onlyAWorkbookHasAnEnd() {
        assertEquals(1_048_575, ExportFormat.XLSX.mostRows());
        assertEquals(Long.MAX_VALUE, ExportFormat.CSV.mostRows());
    }

    private static String sheet(JobRow... rows) throws IOException {
        return parts(rows).get("xl/worksheets/sheet1.xml");
    }

    private static Map<String, String> parts(JobRow... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = ExportFormat.XLSX.writer(out, false)) {
            for (JobRow row : rows) {
                writer.write(row);
            }
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
            return parts;
        }
    }

    private List<String> parquet(JobRow... rows) throws IOException {
        Path file = folder.resolve("rows.parquet");
        try (OutputStream out = java.nio.file.Files.newOutputStream(file);
                RowWriter writer = ExportFormat.PARQUET.writer(out, false)) {
            for (JobRow row : rows) {
                writer.write(row);
            }
        }
        List<String> cells = new java.util.ArrayList<>();
        ParquetReading.each(file, (name, value) -> cells.add(name + "=" + value));
        return cells;
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
    @CsvSource({"a.csv, CSV", "A.CSV, CSV", "a.jsonl, JSONL", "a.ndjson, JSONL", "x.y.parquet, PARQUET", "a.xlsx, XLSX"
    })
    void theEndingOfAFileTellsItsFormat(String name, ExportFormat format) {
        assertEquals(Optional.of(format), ExportFormat.byName(Path.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"a.xls", "a", "csv.d", "a.json"})
    void anotherEndingTellsNone(String name) {
        assertEquals(Optional.empty(), ExportFormat.byName(Path.of(name)));
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        assertEquals(ExportFormat.JSONL, ExportFormat.of(" JsonL "));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ExportFormat.of("xls"));
        assertTrue(e.getMessage().contains("csv, jsonl, parquet, xlsx: \"xls\""), e.getMessage());
    }
}
