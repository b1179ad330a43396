package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import paymap.pmap.banner.TalkingServer;

/** The page of a scan, from the command line. */
@Timeout(120)
class PmapReportTest {

    @TempDir
    Path folder;

    private Path page;
    private String file;

    @BeforeEach
    void name() {
        page = folder.resolve("scan.html");
        file = "" + folder.resolve("scan.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void aScanIsWrittenAsAPage(String model) throws IOException {
        try (TalkingServer talks = TalkingServer.saying("220 <b>\r\n")) {
            Ran ran = pmap("127.0.0.1-2", "-p1-3," + talks.port(), "-m", model, "--banner", "--report", "" + page);

            assertEquals(0, ran.exitCode(), ran.err());
            String html = Files.readString(page);
            assertTrue(html.startsWith("<!DOCTYPE html>"), html);
            assertTrue(html.contains("127.0.0.1:" + talks.port()), html);
            assertTrue(html.contains("220 &lt;b&gt;") && !html.contains("220 <b>"), html);
            assertTrue(ran.out().contains("127.0.0.1: 1 of 4 ports open"), "the results are told all the same");
        }
    }

    @Test
    void aPageHasRoomForWhatPlainHasNot() {
        assertEquals(
                2, pmap("127.0.0.1", "-p1", "--format", "plain", "--banner").exitCode());
        assertEquals(
                new Ran(0, "", ""),
                pmap("127.0.0.1", "-p1", "--format", "plain", "--banner", "--all", "--report", "" + page));
    }

    @Test
    void aPingIsWrittenToo() throws IOException {
        Ran ran = pmap("127.0.0.1-9", "-f", "ping", "--report", "" + page);

        if (ran.exitCode() == 0) { // a machine may have no way to ping
            assertTrue(Files.readString(page).contains("127.0.0.9"));
        }
    }

    @Test
    void aScanThatIsGoneOnWithIsWrittenWhole() throws IOException {
        try (TalkingServer one = TalkingServer.saying("");
                TalkingServer other = TalkingServer.saying("")) {
            pmap("127.0.0.1", "-p" + one.port(), "-w", file);

            Ran ran = pmap("--resume", file, "-p" + other.port(), "--merge", "--report", "" + page);

            assertEquals(0, ran.exitCode(), ran.err());
            String html = Files.readString(page);
            assertTrue(html.contains(">" + one.port() + "<") && html.contains(">" + other.port() + "<"), html);
        }
    }

    @Test
    void whatHasChangedIsMarked() throws IOException {
        String now = "" + folder.resolve("now.json");
        String port;
        try (TalkingServer one = TalkingServer.saying("")) {
            port = "" + one.port();
            pmap("127.0.0.1", "-p1-3," + port, "-w", file);
        }

        Ran ran = pmap("127.0.0.1", "-p1-3," + port, "--since", file, "--report", "" + page, "-w", now);

        String line = "127.0.0.1:" + port + " closed (was open)";
        assertEquals("- " + line + "\n", ran.out());
        assertTrue(Files.readString(page).contains(line));
        Files.delete(page);
        assertEquals(ran.out(), pmap("diff", file, now, "--report", "" + page).out());
        assertTrue(Files.readString(page).contains(line));
    }

    @ParameterizedTest
    @CsvSource({"-w", "--since"})
    void aFileOfAScanIsNotWrittenOver(String option) {
        pmap("127.0.0.1", "-p1", "-w", file);

        Ran ran = pmap("127.0.0.1", "-p1", option, file, "--report", folder + "/./scan.json");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("--report and " + option + " name the same file"), ran.err());
        assertEquals(2, pmap("--resume", file, "--report", file).exitCode());
        assertEquals(2, pmap("diff", file, file, "--report", file).exitCode());
    }

    @Test
    void wherePagesCannotBeWrittenNothingIsScanned() {
        Ran ran = pmap("127.0.0.1", "-p1", "-w", file, "--report", folder + "/not/there.html");

        assertEquals(2, ran.exitCode());
        assertFalse(Files.exists(Path.of(file)));
    }

    private static Ran pmap(String... args) {
        return Ran.paymap(Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new));
    }
}
