package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;

class BrowserOptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import | name at least one FILE, or read along with --browser",
                "import x.csv --browser | --browser and --attach take no files; import them with a command of their own",
                "import x.csv --attach 9222 | --browser and --attach take no files; import them with a command of their own",
                "import --browser x.har | --browser takes an address that begins with http:// or https://: \"x.har\"",
                "import --browser file:///x | --browser takes an address that begins with http:// or https://: \"file:///x\"",
                "import --attach 0 | a port must be from 1 to 65535: 0",
                "import --attach 9222 --profile x | --attach PORT takes the browser as it is, without a URL, --profile,"
                        + " --browser-path or --browser-args",
                "import --profile x x.csv | --profile, --browser-path and --browser-args are for --browser, which is missing"
            })
    void whatDoesNotGoTogetherIsNamed(String line, String sentence) {
        Ran ran = Ran.paymap((line + " --db " + folder.resolve("paymap.db")).split(" "));

        assertEquals("paymap: " + sentence, ran.err().lines().findFirst().orElse(""));
        assertEquals(2, ran.exitCode());
        assertFalse(Files.exists(folder.resolve("paymap.db")));
    }

    @Test
    void aBrowserThatIsMissingIsNamed() {
        Ran ran = Ran.paymap(
                "import",
                "--db",
                folder.resolve("paymap.db").toString(),
                "--browser",
                "--browser-path",
                "/no/such/browser");

        assertEquals("paymap: there is no program /no/such/browser\n", ran.err());
        assertEquals(1, ran.exitCode());
    }
}
