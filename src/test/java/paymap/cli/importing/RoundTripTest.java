package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;

/** What paymap writes, it reads again without loss, whatever the rows hold; the number of a run is its database's own. */
class RoundTripTest {

    private static final String ROWS = """
            title,salary,city,company,district,experience,education,posted,site,keyword,openings,first_seen,last_seen,salary_low,made_up
            后端,15-25K·14薪,北京,"某""司, 甲",海淀区,3-5年,本科,2026-10-01,boss,java,3,2026-10-01T00:00:00Z,2026-11-02T10:11:12Z,,0
            后端,15-25K·14薪,上海,,,,,,boss,"go,java",1,2026-10-02T00:00:00Z,2026-10-02T00:00:00Z,,0
            =1+2,面议,杭州,+某司,,,,,boss,java,1,2026-10-03T00:00:00Z,2026-10-03T00:00:00Z,,0
            '=1+2,200-300元/天,杭州,@某司,,,,,zhilian,,2,2026-10-03T00:00:00Z,2026-10-04T00:00:00Z,,1
            ''引,8000-12000,杭州,'某司,,,,,zhilian,,2,2026-10-03T00:00:00Z,2026-10-04T00:00:00Z,,0
            <b> & _x0041_ 𠮷,20-30万/年,昆山,,,,,,imported,,1,2026-10-03T00:00:00Z,2026-10-04T00:00:00Z,,0
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void rows() throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
        assertEquals(0, Ran.imported(folder.resolve("a.db"), rows).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv --excel", "jsonl", "parquet", "xlsx"})
    void anExportIsTheSameAfterAnImportIntoANewDatabase(String format) throws Exception {
        Path first = exported("a.db", "first", format);
        Ran ran = Ran.imported(folder.resolve("b.db"), first);
        assertEquals(0, ran.exitCode(), ran.err());

        assertEquals(rows("a.db"), rows("b.db"));
        assertEquals(6, rows("b.db").size() - 1);
        Path second = exported("b.db", "second", format);
        Ran again = Ran.imported(folder.resolve("c.db"), second);
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(rows("a.db"), rows("c.db"));
        assertTrue(Arrays.equals(Files.readAllBytes(second), Files.readAllBytes(exported("c.db", "third", format))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "xlsx"})
    void aDryRunShowsTheColumnsAndTheFirstRows(String format) throws Exception {
        Ran ran = Ran.imported(folder.resolve("b.db"), exported("a.db", "first", format), "--dry-run");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("is read with --columns title=title,salary=salary,city=city"), ran.out());
        assertTrue(ran.out().contains("15,000-25,000 a month × 14"), ran.out());
        assertTrue(Files.notExists(folder.resolve("b.db")));
    }

    @ParameterizedTest
    @CsvSource({"0, cut off", "8, cut off", "100, cut off", "-4, cut off", "-8, damaged", "-300, damaged"})
    void aBrokenParquetIsOneSentence(int where, String told) throws Exception {
        byte[] bytes = Files.readAllBytes(exported("a.db", "first", "parquet"));
        boolean cut = told.equals("cut off");
        byte[] broken = cut && where >= 0 ? Arrays.copyOf(bytes, Math.max(4, where)) : bytes;
        for (int i = 0; (!cut || where < 0) && i < (where == -300 ? 200 : 4); i++) {
            int at = Math.floorMod(where, broken.length) + i;
            broken[Math.min(at, broken.length - 1)] ^= 0x5A;
        }
        Path file = Files.write(folder.resolve("broken"), broken);

        Ran ran = Ran.imported(folder.resolve("b.db"), file);

        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().startsWith("paymap: " + file + " cannot be read: it is "), ran.err());
        assertTrue(ran.err().contains(told) && ran.err().strip().lines().count() == 1, ran.err());
        assertTrue(Files.notExists(folder.resolve("b.db")));
    }

    /** Whatever a single byte says, an import ends with rows or with a sentence. */
    @Test
    void noSingleByteOfParquetEndsInATrace() throws Exception {
        byte[] bytes = Files.readAllBytes(exported("a.db", "first", "parquet"));
        for (int i = 4; i < bytes.length; i += 311) {
            byte[] broken = bytes.clone();
            broken[i] ^= 0x7F;
            Ran ran = Ran.imported(folder.resolve("b" + i), Files.write(folder.resolve("broken"), broken), "--dry-run");

            assertTrue(ran.exitCode() <= 3 && !ran.err().contains("Exception"), i + ": " + ran.err());
        }
    }

    private List<String> rows(String db) throws IOException {
        try (Stream<String> lines = Files.lines(exported(db, "rows", "csv"))) {
            return lines.map(line -> line.replaceAll(",\\d+,([\\d.]*)$", ",RUN,$1"))
                    .toList();
        }
    }

    private Path exported(String db, String name, String format) {
        String[] parts = format.split(" ");
        Path file = folder.resolve(name + "." + parts[0]);
        Ran ran = Ran.paymap(Stream.concat(
                        Stream.of(
                                "export",
                                "--all-sites",
                                "--db",
                                folder.resolve(db).toString(),
                                "--out",
                                file.toString()),
                        Stream.of(parts).skip(1))
                .toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return file;
    }
}
