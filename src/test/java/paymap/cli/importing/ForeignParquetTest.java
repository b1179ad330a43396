package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Parquet that another engine has written. */
class ForeignParquetTest {

    private static final String ROWS = """
            SELECT '岗' || i AS 职位名称, CASE WHEN i % 7 = 0 THEN NULL ELSE '某司' END AS 公司, '杭州' AS 城市,
              CAST(10000 + i AS DECIMAL(12,2)) AS 最低薪资, CAST(20000 + i AS DOUBLE) AS 最高薪资,
              DATE '2026-10-01' + CAST(i % 30 AS INTEGER) AS 发布日期, [i, 2] AS 标签, {'phone': 'MASKED-1'} AS person,
              i % 2 = 0 AS remote
            FROM range(5000) r(i)""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UNCOMPRESSED, V1",
        "SNAPPY, V1",
        "SNAPPY, V2",
        "GZIP, V1",
        "ZSTD, V1",
        "ZSTD, V2",
        "LZ4_RAW, V1",
        "LZ4, V2"
    })
    void isRead(String codec, String version) throws Exception {
        Path file = written(codec, "PARQUET_VERSION " + version + ", ROW_GROUP_SIZE 2048");

        Ran ran = Ran.imported(db(), file);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("5000|4285|62497500"),
                Db.rows(db(), "SELECT count(*), count(company), sum(salary_low) FROM jobs"));
        assertEquals(
                List.of("岗4998|null|14998|24998|2026-10-19", "岗8|某司|10008|20008|2026-10-09"),
                Db.rows(
                        db(),
                        "SELECT title, company, salary_low, salary_high, posted FROM jobs"
                                + " WHERE title IN ('岗8', '岗4998') ORDER BY title"));
    }

    @Test
    void packedWithSomethingElseItIsNamed() throws Exception {
        Path file = written("BROTLI", "");

        Ran ran = Ran.imported(db(), file);

        assertEquals(1, ran.exitCode());
        assertEquals("paymap: " + file + " cannot be read: it is packed with BROTLI, which is not read\n", ran.err());
    }

    /** Paymap's own has sums of its pages; DuckDB writes none, and a letter may become another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlippedBitIsNoticedWhereTheFileHasSums(boolean own) throws Exception {
        Path file = written("UNCOMPRESSED", "");
        if (own) {
            assertEquals(0, Ran.imported(folder.resolve("a.db"), file).exitCode());
            file = folder.resolve("own.parquet");
            Ran.paymap("export", "--db", folder.resolve("a.db").toString(), "--all-sites", "--out", file.toString());
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, "某司")] ^= 1;
        Files.write(file, bytes);

        Ran ran = Ran.imported(db(), file);

        assertEquals(own ? 1 : 0, ran.exitCode(), ran.err());
        assertEquals(own ? "paymap: " + file + " cannot be read: it is a damaged Parquet file\n" : "", told(ran));
    }

    private static String told(Ran ran) {
        return ran.exitCode() == 0 ? "" : ran.err();
    }

    private static int indexOf(byte[] bytes, String text) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertTrue(at > 0);
        return at;
    }

    private Path written(String codec, String more) throws Exception {
        Path file = folder.resolve("rows.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("COPY (" + ROWS + ") TO '" + file + "' (FORMAT parquet, COMPRESSION " + codec
                    + (more.isEmpty() ? "" : ", " + more) + ")");
        }
        return file;
    }

    private Path db() {
        return folder.resolve("x.db");
    }
}
