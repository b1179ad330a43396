package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names on a command line lead to. */
class SourcesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "c.txt", ".hidden.csv", "[1].csv", "in/d.csv")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        Files.createDirectory(folder.resolve("empty"));
    }

    /** Each by its name, with + where nobody named it. */
    private List<String> opened(String... names) throws IOException {
        InputStream standardInput = new ByteArrayInputStream("typed".getBytes(StandardCharsets.UTF_8));
        List<String> wanted = List.of(names).stream()
                .map(name -> name.equals("-") || name.contains("://") ? name : folder + "/" + name)
                .toList();
        try (Sources sources = Sources.of(wanted, standardInput, name -> name.startsWith("db://"))) {
            return sources.files().stream()
                    .map(file -> file.name().replace(folder + "/", "") + (file.isFound() ? "+" : ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "b.csv, b.csv",
        "., ./[1].csv+ ./a.csv+ ./b.csv+ ./c.txt+",
        "in/, in/d.csv+",
        "*.csv, [1].csv+ a.csv+ b.csv+",
        "?.csv, a.csv+ b.csv+",
        "[1].csv, [1].csv",
        "[ab].csv, a.csv+ b.csv+",
        "in/*, in/d.csv+",
        "-, -",
        "db://host/jobs, db://host/jobs"
    })
    void aNameLeadsToAFileThoseOfAFolderOrThoseOfAPattern(String name, String files) throws IOException {
        assertEquals(files, String.join(" ", opened(name)));
    }

    @Test
    void namesComeInTheOrderThatTheyAreGiven() throws IOException {
        assertEquals(List.of("b.csv", "-", "a.csv"), opened("b.csv", "-", "a.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "empty, there is no file in the folder %s/empty",
        "*.xls, there is no file %s/*.xls",
        "nowhere/*.csv, there is no file %s/nowhere/*.csv",
        "[, there is no file %s/["
    })
    void whatLeadsNowhereIsTold(String name, String told) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> opened(name));

        assertEquals(String.format(told, folder), refused.getMessage());
    }

    @Test
    void aFileThatIsMissingIsTold() {
        assertThrows(IllegalArgumentException.class, () -> opened("missing.csv"));
    }

    @Test
    void aThousandFilesAreTakenAndOneMoreIsNot() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 1_000; i++) {
            Files.createFile(many.resolve(i + ".csv"));
        }
        assertEquals(1_000, opened("many").size());

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> opened("many", "a.csv"));

        assertEquals("these are more than 1,000 files; import them in parts", refused.getMessage());
    }

    @Test
    void filesInAnArchiveAreFoundAndNotNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("x.csv"));
            zip.closeEntry();
        }
        Files.write(folder.resolve("in/all.zip"), bytes.toByteArray());

        assertEquals(List.of("in/all.zip: x.csv+"), opened("in/all.zip"));
        assertEquals(List.of("in/all.zip: x.csv+", "in/d.csv+"), opened("in"));
    }
}
