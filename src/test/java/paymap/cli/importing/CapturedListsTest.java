package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;

/** Real lists of other boards, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class CapturedListsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "51job-search-json-2020-07-31.json, '', 3, 49, 1",
        "liepin-pc-search-job-2026-09-18-excerpt.json, '', 0, 2, 0",
        "zhilian-positionList-rows-beijing-2022-07.csv, '', 0, 60, 0",
        "51job-search-page-2021-06.html, '', 3, 48, 2"
    })
    void eachFileGivesItsRowsAndNobodysName(String file, String columns, int exitCode, int rows, int rejected)
            throws Exception {
        Path db = folder.resolve("paymap.db");

        Ran ran = Ran.paymap(
                "import",
                "--db",
                db.toString(),
                "--columns",
                columns,
                "--json",
                captures().resolve(file).toString());

        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertEquals(rows, ran.json().at("/files/0/rows").asInt());
        assertEquals(rejected, ran.json().at("/files/0/rejected").asInt());
        assertFalse(Files.readString(db, StandardCharsets.ISO_8859_1).contains("MASKED-"), "a recruiter was stored");
        assertFalse((ran.out() + ran.err()).contains("MASKED-"), "a recruiter was told");
        assertTrue(rows > 0 || ran.err().contains("which paymap cannot read yet"), ran.err());
    }

    private static Path captures() {
        String root = System.getProperty("paymap.captures", "");
        assumeTrue(!root.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        return Path.of(root).resolve("boards");
    }
}
