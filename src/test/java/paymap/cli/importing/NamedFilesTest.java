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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** The run counts as whole: nothing is missing, and it need not be continued. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.txt      | Saved on Monday.                  | it is none of the kinds that are known",
                "friends.csv    | name,phone\\n甲,1                  | it has no column that is known to be the title or the salary",
                "package.json   | {\"name\": \"x\", \"private\": true}  | it has no column that is known to be the title",
                "picture.png    | \u0089PNG                         | it is a picture",
                "picture.webp   | RIFF\0\u0081\u00FF\u00FE\u0080WEBP     | it is no text",
                "empty          | ''                                | it is empty"
            })
    void whatIsNoListAmongListsIsPassedOver(String name, String content, String told) throws Exception {
        Files.write(folder.resolve("saves/" + name), bytes(content));

        Ran ran = imported("saves");

        assertEquals(3, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(folder.resolve("saves/" + name) + ": passed over: " + told), ran.err());
        assertEquals(List.of("4"), Db.rows(db(), "SELECT count(*) FROM jobs"));
        assertEquals(List.of("1"), Db.rows(db(), "SELECT complete FROM runs"));
    }

    @Test
    void soIsOneThatLacksAColumnThatWasNamed() throws Exception {
        Files.writeString(folder.resolve("saves/other.csv"), "岗位,salary,city\n庚,10k-20k,北京\n");

        Ran ran = Ran.paymap(
                "import", "--db", db().toString(), "--columns", "title=岗位", folder.resolve("saves") + "/*.csv");

        assertEquals(3, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("a.csv: passed over: it has no column \"岗位\"."), ran.err());
        assertEquals(List.of("庚"), Db.rows(db(), "SELECT title FROM jobs"));
    }

    @Test
    void inAnArchiveItIsToo() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("saves.zip")))) {
            zip.putNextEntry(new ZipEntry("README.md"));
            zip.write(bytes("# Saved on Monday"));
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(bytes(row("甲")));
        }

        Ran ran = imported("saves.zip");

        assertEquals(3, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("saves.zip: README.md: passed over: it is none"), ran.err());
        assertEquals(List.of("甲"), Db.rows(db(), "SELECT title FROM jobs"));
    }

    /** An import that passes over something else than before adds no run. */
    @Test
    void isNoReasonForAnotherRun() throws Exception {
        Files.writeString(folder.resolve("saves/notes.txt"), "Saved on Monday.");
        imported("saves");
        Files.writeString(folder.resolve("saves/notes.txt"), "Saved on Monday and Tuesday.");

        imported("saves");

        assertEquals(List.of("1"), Db.rows(db(), "SELECT count(*) FROM runs"));
    }

    @Test
    void namedByThePersonItIsAMistake() throws Exception {
        Files.writeString(folder.resolve("saves/friends.csv"), "name,phone\n甲,1\n");

        Ran ran = imported("saves/a.csv", "saves/friends.csv");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("friends.csv has no column that is known to be the title"), ran.err());
        assertFalse(Files.exists(db()));
    }

    @Test
    void withoutAnyListItIsOne() throws Exception {
        Files.createDirectories(folder.resolve("others"));
        Files.writeString(folder.resolve("others/README"), "Saved on Monday.");
        assertEquals(1, imported("others").exitCode());
        Files.writeString(folder.resolve("others/friends.csv"), "name,phone\n甲,1\n");

        Ran ran = imported("others");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("friends.csv has no column that is known to be the title"), ran.err());
    }

    /** Each character a byte, as a picture has it; what is beyond them is UTF-8. */
    private static byte[] bytes(String content) {
        boolean raw = content.chars().allMatch(c -> c < 0x100);
        return content.replace("\\n", "\n").getBytes(raw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
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
