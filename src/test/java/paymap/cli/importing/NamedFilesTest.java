package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Folders, patterns and packed files name the files that are read. */
class NamedFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("saves/inner"));
        Files.writeString(folder.resolve("saves/b.csv"), row("乙"));
        Files.writeString(folder.resolve("saves/a.csv"), row("甲"));
        Files.writeString(folder.resolve("saves/.hidden"), row("丙"));
        Files.writeString(folder.resolve("saves/inner/c.csv"), row("丁"));
        Files.writeString(folder.resolve("saves/[x].txt"), row("戊"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("saves/d.gz")))) {
            out.write(row("己").getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "saves, 戊 甲 乙 己",
        "saves/*.csv, 甲 乙",
        "saves/?.csv, 甲 乙",
        "saves/[x].txt, 戊",
        "saves/[ad].*, 甲 己",
        "saves/d.gz, 己"
    })
    void areRead(String name, String titles) throws Exception {
        Ran ran = imported(name);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(titles, String.join(" ", Db.rows(db(), "SELECT title FROM jobs ORDER BY id")));
    }

    @ParameterizedTest
    @CsvSource({"saves/*.har , ", "none/*.har , ", "saves/[ , ", "saves/inner/empty , "})
    void orAreMissed(String name, String told) throws Exception {
        Ran ran = imported(name);

        assertEquals(1, ran.exitCode());
        assertEquals("paymap: there is no file " + folder.resolve(name) + "\n", ran.err());
        assertFalse(Files.exists(db()));
    }

    @Test
    void theDatabaseInAFolderIsNotTakenIn() throws Exception {
        assertEquals(0, imported("saves/a.csv").exitCode());
        Files.copy(db(), folder.resolve("saves/own.db"));

        Ran ran = Ran.imported(folder.resolve("saves/own.db"), folder.resolve("saves"));

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("own.db is the database itself"), ran.err());
    }

    /** Nothing is stored of the files that are whole, either. */
    @Test
    void aFileThatCannotBeUnpackedEndsTheImport() throws Exception {
        byte[] packed = Files.readAllBytes(folder.resolve("saves/d.gz"));
        Files.write(folder.resolve("saves/d.gz"), java.util.Arrays.copyOf(packed, packed.length - 9));

        Ran ran = imported("saves");

        assertEquals(1, ran.exitCode());
        assertEquals("paymap: " + folder.resolve("saves/d.gz") + " cannot be unpacked: it is cut off\n", ran.err());
        assertFalse(Files.exists(db()));
    }

    private Ran imported(String... names) {
        List<String> args = new ArrayList<>(List.of("import", "--db", db().toString()));
        for (String name : names) {
            args.add(folder.resolve(name).toString());
        }
        return Ran.paymap(args.toArray(String[]::new));
    }

    private static String row(String title) {
        return "title,salary,city\n" + title + ",10k-20k,北京\n";
    }

    private Path db() {
        return folder.resolve("x.db");
    }
}
