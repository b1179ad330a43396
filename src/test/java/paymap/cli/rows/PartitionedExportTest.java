package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.export.ParquetReading;
import paymap.job.JobRow;
import paymap.store.SqliteStore;
import paymap.store.postgres.TestServer;

/** Parquet in folders, read again by an engine that is not ours. */
class PartitionedExportTest {

    private static final String COLUMNS =
            JobRow.COLUMNS.stream().map(JobRow.Column::name).collect(Collectors.joining(", "));
    private static final List<String> SITES = List.of(
            "lagou", "127.0.0.1:8080", "../../x", "..", "a=b/c", "100%2F", "拉勾 (试)", "a+b", "a\nb", "'; *?[x]{}", "9");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        SqliteStore.open(db()).close();
        Db.change(db(), """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
                INSERT INTO jobs (site, city, title, salary, salary_low, salary_high, salary_interval, salary_months,
                    experience, openings, first_seen, last_seen)
                SELECT 'lagou', CASE i % 3 WHEN 0 THEN '上海' ELSE '北京' END, '岗' || i || char(10) || '"', '10k-20k', 10000,
                    20000, 'month', 12, CASE i % 4 WHEN 0 THEN NULL ELSE '1-3年' END, 1 + i % 3,
                    '2025-' || printf('%02d', 9 + i % 3) || '-30T23:59:59.9Z', '2025-12-01T00:00:00Z' FROM n""");
        for (String site : SITES.subList(1, SITES.size())) {
            Db.change(
                    db(),
                    "INSERT INTO jobs (site, city, title, salary, openings, first_seen, last_seen) VALUES (?, '广州', 't',"
                            + " '面议', 1, '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z')",
                    site);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"site,month", "site", "month"})
    void anotherEngineReadsEveryRowWithItsSiteAndMonth(String by) throws Exception {
        Ran ran = export("--all-sites", "--partition-by", by);

        assertEquals(0, ran.exitCode(), ran.err());
        String month = by.contains("month") ? ", substr(first_seen, 1, 7)" : "";
        assertEquals(
                Db.rows(
                        db(),
                        "SELECT " + COLUMNS.replace("keyword", "coalesce(keyword, '')") + month
                                + " FROM postings ORDER BY site, city, title, salary"),
                duck("SELECT " + COLUMNS + (month.isEmpty() ? "" : ", month") + " FROM " + files()
                        + " ORDER BY site, city, title, salary"));
    }

    @Test
    void whateverASiteIsCalledNothingIsWrittenElsewhere() throws Exception {
        List<String> before = names(folder);

        assertEquals(0, export("--all-sites", "--partition-by", "site,month").exitCode());

        List<String> after = new ArrayList<>(names(folder));
        after.removeAll(before);
        assertEquals(List.of("out"), after);
        assertEquals(SITES.size(), names(out()).size());
        assertEquals(List.of("month=2025-09", "month=2025-10", "month=2025-11"), names(out().resolve("site=lagou")));
        assertTrue(names(out()).contains("site=..%2F..%2Fx"), names(out()).toString());
    }

    @Test
    void eachFileIsSortedAndHoldsNoColumnThatItsFolderTells() throws Exception {
        export("--all-sites", "--partition-by", "site,month");

        List<String> places = new ArrayList<>();
        ParquetReading.each(out().resolve("site=lagou/month=2025-09/part-0.parquet"), (name, value) -> {
            assertFalse(name.equals("site") || name.equals("month"), name);
            if (name.equals("city")) {
                places.add(value);
            } else if (name.equals("title")) {
                places.set(places.size() - 1, places.get(places.size() - 1) + " " + value);
            }
        });
        assertEquals(13, places.size());
        assertEquals(places.stream().sorted().toList(), places);
    }

    @Test
    void aMonthOfSeveralSitesHasAFileOfEach() throws Exception {
        Ran ran = export("--all-sites", "--partition-by", "month");

        assertTrue(ran.err().endsWith("50 rows written to " + out() + ", files: 13\n"), ran.err());
        assertEquals(List.of("month=2025-09", "month=2025-10", "month=2025-11"), names(out()));
        assertEquals(SITES.size(), names(out().resolve("month=2025-11")).size());
    }

    @Test
    void filtersAreThoseOfTheOtherFormats() throws Exception {
        assertEquals(
                0,
                export("--site", "lagou", "--city", "sh", "--partition-by", "month")
                        .exitCode());
        assertEquals(List.of("13|上海|上海"), duck("SELECT count(*), min(city), max(city) FROM " + files()));

        Ran none = export("--site", "lagou", "--city", "sz", "--partition-by", "month");
        assertEquals(1, none.exitCode());
        assertEquals(List.of("13"), duck("SELECT count(*) FROM " + files()));
    }

    @Test
    void anEarlierOneIsReplacedAndNothingElseIs() throws Exception {
        export("--all-sites", "--partition-by", "site,month");
        assertEquals(0, export("--site", "lagou", "--partition-by", "month").exitCode());
        assertEquals(List.of("month=2025-09", "month=2025-10", "month=2025-11"), names(out()));

        Files.writeString(out().resolve("month=2025-09/notes.txt"), "mine");
        Ran refused = export("--site", "lagou", "--partition-by", "month");
        assertEquals(2, refused.exitCode());
        assertEquals(
                "paymap: cannot write to " + out() + ": it holds month=2025-09/notes.txt, which is not of an earlier"
                        + " export like this; name another folder\n",
                refused.err());
        assertEquals("mine", Files.readString(out().resolve("month=2025-09/notes.txt")));
    }

    /** Other programs call their files so, too. */
    @Test
    void aFileOfTheSameNameBySomebodyElseIsNotReplaced() throws Exception {
        Path theirs = Files.createDirectories(out().resolve("month=2025-09")).resolve("part-0.parquet");
        duck("COPY (SELECT 1 AS x) TO '" + theirs + "' (FORMAT parquet)");
        byte[] before = Files.readAllBytes(theirs);

        Ran refused = export("--site", "lagou", "--partition-by", "month");

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("it holds month=2025-09/part-0.parquet, which"), refused.err());
        assertTrue(Arrays.equals(before, Files.readAllBytes(theirs)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--partition-by city; --partition-by must be one of site; month",
                "--partition-by site --out -; --partition-by needs --out with the name of a folder",
                "--partition-by site --format csv; --partition-by is for Parquet only, not for csv",
                "--partition-by site --out x.csv; --partition-by is for Parquet only, not for csv",
                "--partition-by site --format parquet --excel; --partition-by is for Parquet only, not for --excel",
                "--partition-by site --out none/x; its folder is not there"
            })
    void wrongUsageIsOneSentence(String options, String told) throws Exception {
        Ran ran = export(options.split(" "));

        assertEquals(2, ran.exitCode(), ran.err());
        assertTrue(ran.err().startsWith("paymap: ") && ran.err().contains(told), ran.err());
        assertEquals(1, ran.err().lines().count());
        assertFalse(Files.exists(out()));
    }

    @Test
    void theEndIsToldInChinese() {
        Ran ran = Ran.chinese(
                "export",
                "--db",
                db().toString(),
                "--site",
                "lagou",
                "--partition-by",
                "month",
                "--out",
                out().toString());
        assertTrue(ran.err().endsWith("已把 40 行写入 " + out() + "，文件数：3\n"), ran.err());
    }

    @Test
    void aServerGivesTheSameBytes() throws Exception {
        Path csv = folder.resolve("all.csv");
        assertEquals(
                0,
                Ran.paymap("export", "--db", db().toString(), "--site", "lagou", "--out", csv.toString())
                        .exitCode());
        List<List<String>> both = new ArrayList<>();
        for (String database : List.of(
                folder.resolve("copy.db").toString(), TestServer.database().shown())) {
            assertEquals(
                    0, Ran.paymap("import", "--db", database, csv.toString()).exitCode());
            Path to = folder.resolve("of" + both.size());
            Ran ran = Ran.paymap("export", "--db", database, "--partition-by", "site,month", "--out", to.toString());
            assertEquals(0, ran.exitCode(), ran.err());
            List<String> files = new ArrayList<>();
            try (Stream<Path> found = Files.walk(to)) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    files.add(to.relativize(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
            both.add(files);
        }
        assertEquals(3, both.get(0).size());
        assertEquals(both.get(0), both.get(1));
    }

    private Ran export(String... args) {
        List<String> all = new ArrayList<>(List.of("export", "--db", db().toString()));
        if (!List.of(args).contains("--out")) {
            all.addAll(List.of("--out", out().toString()));
        }
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private String files() {
        return "read_parquet('" + out() + "/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)";
    }

    /** Rows as {@link Db#rows} tells them. */
    private static List<String> duck(String query) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet found = statement.execute(query) ? statement.getResultSet() : null) {
            List<String> rows = new ArrayList<>();
            while (found != null && found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("paymap.db"))
                    .sorted()
                    .toList();
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
