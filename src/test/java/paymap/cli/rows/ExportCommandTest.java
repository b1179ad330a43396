package paymap.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Commands;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Terminal;
import paymap.export.ExportFormat;
import paymap.export.ParquetReading;
import paymap.job.JobRow;
import paymap.store.SqliteStore;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported is what is stored, whatever the titles hold. */
class ExportCommandTest {

    private static final String COLUMNS =
            JobRow.COLUMNS.stream().map(JobRow.Column::name).collect(Collectors.joining(", "));
    private static final String ALL = "SELECT " + COLUMNS + " FROM postings ORDER BY site, city, title, salary";
    private static final List<String> NASTY = List.of(
            "=HYPERLINK(\"http://x.example\")",
            "+1",
            "-1+2",
            "@SUM(A1)",
            "\tTab",
            "＝1＋1",
            "He said \"hi\", twice",
            "two\nlines",
            "carriage\rreturn",
            "#comment",
            " spaces ",
            "Python 🐍 工程师",
            "C++, Java; 'x' | y",
            "\\N",
            "NULL");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        SqliteStore.open(db()).close();
        Db.change(
                db(),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (1, 'p', 'a', 'python', 9,"
                        + " '2026-11-01T00:00:00Z'), (2, 'q', 'b', 'java', 9, '2026-11-05T00:00:00.500Z')");
        for (String title : NASTY) {
            row("b", "北京", title, "10k-20k", 10000, "=company", "2026-11-05T00:00:01Z");
        }
        row("b", "上海", "plain", "", null, null, "2026-11-05T00:00:00Z");
        row("a", "上海", "other site", "面议", null, "", "2026-11-01T00:00:00Z");
        Db.change(db(), "INSERT INTO run_jobs SELECT CASE site WHEN 'a' THEN 1 ELSE 2 END, id FROM jobs");
    }

    /** A sheet is full at a million rows, here at three; the file that was there stays. */
    @ParameterizedTest
    @CsvSource({"b, 上海, 1", "b, 北京, 0"})
    void whatNoSheetHoldsIsRefused(String site, String city, int written) throws Exception {
        Path out = Files.writeString(folder.resolve("jobs.xlsx"), "older");
        Terminal terminal = Terminal.of(System.out, System.err).silent();
        ExportCommand export = new ExportCommand(
                terminal, Commands.stores(), Commands.sites(), format -> Math.min(3, format.mostRows()));
        new CommandLine(export, Commands.all().getFactory())
                .parseArgs("--db", db().toString(), "--site", site, "--city", city, "--out", out.toString());

        if (written > 0) {
            assertEquals(0, export.call());
            assertNotEquals("older".length(), Files.size(out));
        } else {
            CommandFailed refused = assertThrows(CommandFailed.class, export::call);
            assertTrue(
                    refused.getMessage().startsWith("one sheet of Excel holds 3 rows, and there are more:"),
                    refused.getMessage());
            assertEquals("older", Files.readString(out));
        }
    }

    @Test
    void onlySheetsAreEverFull() {
        assertEquals((1 << 20) - 1, ExportFormat.XLSX.mostRows());
        for (ExportFormat format : EnumSet.complementOf(EnumSet.of(ExportFormat.XLSX))) {
            assertEquals(Long.MAX_VALUE, format.mostRows());
        }
    }

    @Test
    void csvReadsBackEqualInOrder() throws Exception {
        Ran ran = export("--all-sites");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("", ran.err());
        assertEquals(Db.rows(db(), ALL.replace(", company", ", coalesce(company, '')")), csv(ran.out()));
        assertTrue(ran.out().startsWith(COLUMNS.replace(", ", ",") + "\n"), ran.out());
        assertTrue(ran.out().contains("b,上海,plain,\"\",,,"), "an empty text is not a null: " + ran.out());
    }

    @Test
    void theSqliteShellImportsThemEqual() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "Skipped: there is no sqlite3 here.");
        Path file = folder.resolve("jobs.csv");
        assertEquals(0, export("--all-sites", "--out", file.toString()).exitCode());
        Path copy = folder.resolve("copy.db");

        Process shell = new ProcessBuilder(
                        "/usr/bin/sqlite3", copy.toString(), ".mode csv", ".import --csv " + file + " jobs")
                .redirectErrorStream(true)
                .start();
        String told = new String(shell.getInputStream().readAllBytes(), UTF_8);

        assertEquals(0, shell.waitFor(), told);
        String texts = JobRow.COLUMNS.stream()
                .map(column -> "coalesce(" + column.name() + ", '')")
                .collect(Collectors.joining(", "));
        String query = "SELECT " + texts + " FROM %s ORDER BY site, city, title, salary";
        assertEquals(Db.rows(db(), query.formatted("postings")), Db.rows(copy, query.formatted("jobs")));
    }

    @Test
    void jsonLinesReadBackEqual() throws Exception {
        Ran ran = export("--all-sites", "--format", "jsonl");

        List<String> lines = ran.out().lines().toList();
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            JsonNode row = JsonMapper.builder().build().readTree(line);
            assertEquals(JobRow.COLUMNS.size(), row.size());
            rows.add(JobRow.COLUMNS.stream()
                    .map(column -> row.path(column.name()))
                    .map(cell -> cell.isNull() ? "null" : cell.asString())
                    .collect(Collectors.joining("|")));
        }
        assertEquals(Db.rows(db(), ALL), rows);
        assertTrue(ran.out().contains("🐍"), "an emoji is four bytes, not two escapes");
        assertTrue(ran.out().endsWith("}\n"));
    }

    @Test
    void excelGetsAMarkAndComputesNothingWhileNumbersStayNumbers() throws Exception {
        Path file = folder.resolve("jobs.csv");
        Ran ran = export("--excel", "--out", file.toString());

        assertEquals(0, ran.exitCode(), ran.err());
        String text = Files.readString(file, UTF_8);
        assertTrue(text.startsWith("\uFEFFsite,city,"), text);
        assertTrue(text.contains("made_up,keyword,run,monthly_mid\r\n"));
        for (String[] cells : records(text.substring(1))) {
            for (String cell : cells) {
                assertFalse(cell.matches("(?s)[=+@\t\r\n＝＋－＠-].*"), cell);
            }
        }
        assertTrue(text.contains(",'-1+2,10k-20k,10000,10000,month,"), text);
        assertTrue(text.contains("\"'=HYPERLINK(\"\"http://x.example\"\")\""), text);
        assertTrue(text.contains(",'=company,"), text);
    }

    @Test
    void parquetIsAParquetFileWithEveryRow() throws Exception {
        Path file = folder.resolve("jobs.parquet");
        Ran ran = export("--all-sites", "--out", file.toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("17 rows written to " + file, ran.err().strip());
        List<String> rows = new ArrayList<>();
        ParquetReading.each(file, (name, value) -> {
            if (name.equals("site")) {
                rows.add(value);
            } else {
                rows.set(rows.size() - 1, rows.get(rows.size() - 1) + "|" + value);
            }
        });
        assertEquals(Db.rows(db(), ALL), rows);
    }

    @Test
    void filtersAreThoseOfStats() {
        assertEquals(16, rows(export()), "the site crawled last");
        assertEquals(1, rows(export("--site", "a")));
        assertEquals(1, rows(export("--city", "sh")));
        assertEquals(17, rows(export("--all-sites", "--since", "2026-10-01")));
        assertEquals(1, rows(export("--all-sites", "--city", "shanghai", "--keyword", "python")));
        assertEquals(15, rows(export("--since", "run:2")), "half a second before the run began is before it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--format xml; xml",
                "--out x.txt; x.txt",
                "--format parquet; needs --out",
                "--format xlsx; --format xlsx needs --out",
                "--format xlsx --out -; needs --out",
                "--format jsonl --excel; --excel",
                "--all-sites --site a; exclude each other",
                "--since soon; soon",
                "--since +10000-01-01; --since must be a date like",
                "--city atlantis; atlantis"
            })
    void wrongUsageIsOneSentence(String options, String named) {
        assertSentence(2, options, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--since run:7; there is no run 7",
                "--site nobody; no rows of the site \"nobody\"",
                "--keyword cobol; no rows of b for the keyword \"cobol\"",
                "--all-sites --keyword cobol; for the keyword \"cobol\""
            })
    void whatIsNotThereIsNoWrongUsage(String options, String named) {
        assertSentence(1, options, named);
    }

    private void assertSentence(int exitCode, String options, String named) {
        Ran ran = export(options.split(" "));

        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: ") && ran.err().contains(named), ran.err());
    }

    @Test
    void aFileIsReplacedOnlyByAWholeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("jobs.csv"), "old");

        assertEquals(1, export("--keyword", "cobol", "--out", file.toString()).exitCode());
        assertEquals("old", Files.readString(file));
        assertEquals(0, export("--out", file.toString()).exitCode());
        assertEquals(16, csv(Files.readString(file)).size());
        try (var files = Files.list(folder)) {
            assertEquals(
                    Set.of("jobs.csv", "paymap.db"),
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void theDatabaseItselfAndMissingFoldersAreRefused() throws Exception {
        byte[] before = Files.readAllBytes(db());
        Ran self = export("--format", "csv", "--out", db().toString());
        Ran nowhere = export("--out", folder.resolve("none/jobs.csv").toString());

        assertEquals(2, self.exitCode());
        assertTrue(self.err().contains("the database itself"), self.err());
        assertEquals(before.length, Files.readAllBytes(db()).length);
        assertEquals(2, nowhere.exitCode());
        assertTrue(nowhere.err().contains("its folder is not there"), nowhere.err());
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);

        export("--out", link.toString());

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(16, csv(Files.readString(real)).size());
    }

    @Test
    void aClosedPipeEndsItQuietlyAndAFullDiskDoesNot() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "Skipped: there is no /dev/full here.");
        Db.change(db(), """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                INSERT INTO jobs (site, city, title, salary, first_seen, last_seen)
                SELECT 'b', '北京', 'many ' || i, '', '2026-11-05T00:00:01Z', '2026-11-05T00:00:01Z' FROM n""");
        String java = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp '"
                + System.getProperty("java.class.path") + "' paymap.Main export --db '" + db() + "'";

        assertEquals("2\n0\n", shell("set -o pipefail; " + java + " | head -n 2 | wc -l; echo ${PIPESTATUS[0]}"));
        String full = shell(java + " 2>&1 >/dev/full; echo $?");
        assertTrue(full.startsWith("paymap: standard output takes no more") && full.endsWith("1\n"), full);
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String told = new String(shell.getInputStream().readAllBytes(), UTF_8);
        shell.waitFor();
        return told;
    }

    private static int rows(Ran ran) {
        assertEquals(0, ran.exitCode(), ran.err());
        return csv(ran.out()).size();
    }

    /** The rows below the names, as {@link Db#rows} tells them. */
    private static List<String> csv(String text) {
        List<String[]> records = records(text);
        return records.subList(1, records.size()).stream()
                .map(cells -> {
                    List<String> told = new ArrayList<>();
                    for (int i = 0; i < cells.length; i++) {
                        boolean isNull = cells[i].isEmpty()
                                && JobRow.COLUMNS.get(i).nullable()
                                && i != JobRow.COLUMNS.indexOf(new JobRow.Column("company", false, true));
                        told.add(isNull ? "null" : cells[i]);
                    }
                    return String.join("|", told);
                })
                .toList();
    }

    private static List<String[]> records(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream()
                .map(record -> record.getFields().toArray(String[]::new))
                .map(cells -> Arrays.copyOf(cells, cells.length))
                .toList();
    }

    private void row(String site, String city, String title, String salary, Integer low, String company, String seen)
            throws Exception {
        Db.change(
                db(),
                "INSERT INTO jobs (site, city, title, salary, salary_low, salary_high, salary_interval, company, openings,"
                        + " first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                site,
                city,
                title,
                salary,
                low,
                low,
                low == null ? null : "month",
                company,
                seen,
                seen);
    }

    private Ran export(String... args) {
        List<String> all = new ArrayList<>(List.of("export", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
