package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.settings.Settings;

/** What a person sees fits the terminal; what a program reads has one line a row. */
@Timeout(120)
class NarrowTerminalTest {

    private static final int COLUMNS = 80;

    @TempDir
    Path folder;

    @Test
    void everyTableFitsEightyColumns() {
        for (int run = 0; run < 2; run++) {
            assertFits(shown(
                    "crawl", "--site", "sandbox", "--cities", "bj,sh,gz,sz,hz,cd,nj", "--per-city", "3", "--new-run"));
        }
        assertFits(shown("runs"));
        assertFits(shown("stats"));
        assertFits(shown("stats", "--by", "city,experience"));
        assertFits(shown("stats", "--by", "company"));
        assertFits(shown("stats", "--trend"));
        assertFits(shown("stats", "--new"));
    }

    @Test
    void whatIsSaidOfGroupsFitsEightyColumns() {
        shown("crawl", "--site", "sandbox", "--cities", "bj,sh", "--per-city", "60");
        assertFits(shown("stats", "--me", "22k"));
        assertFits(shown("stats", "--me", "22k", "--by", "city,experience"));
        assertFits(shown("stats", "--compare", "experience=1-3,5-10"));
    }

    @Test
    void aProgramReadsOneLineARow() {
        shown("crawl", "--site", "sandbox", "--cities", "bj,sh,gz,sz,hz,cd,nj", "--per-city", "3");

        assertEquals(2, Ran.paymap("runs", "--db", db()).out().lines().count());
    }

    private static void assertFits(String text) {
        assertTrue(text.lines().count() > 2, text);
        assertEquals(
                List.of(),
                text.lines().filter(line -> Table.columns(line) > COLUMNS).toList());
    }

    private String shown(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream(), false, UTF_8);
        String[] all = java.util.stream.Stream.concat(List.of(args).stream(), List.of("--db", db()).stream())
                .toArray(String[]::new);
        Wiring.Parts parts = Wiring.parts();
        int exitCode = Paymap.commandLine(
                        new Terminal(stream, nobody, true, false, COLUMNS),
                        new Settings(Map.of(), parts.sites()),
                        parts,
                        all)
                .execute(all);
        assertEquals(0, exitCode, out.toString(UTF_8));
        return out.toString(UTF_8);
    }

    private String db() {
        return folder.resolve("x.db").toString();
    }
}
