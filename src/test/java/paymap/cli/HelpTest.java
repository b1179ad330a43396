package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;

/** What the commands tell about themselves, on standard output. */
@Timeout(120)
class HelpTest {

    @TempDir
    Path folder;

    @Test
    void theHelpNamesEveryCommandAndTheExitCodes() {
        for (String[] args : List.of(new String[] {"--help"}, new String[] {"-h"}, new String[] {"help"})) {
            Ran ran = Ran.paymap(args);
            assertEquals(0, ran.exitCode());
            assertEquals("", ran.err());
            for (String command : Commands.names().toList()) {
                assertTrue(ran.out().matches("(?s).*\n  " + command + " +\\S.*"), command + " in " + ran.out());
            }
            assertTrue(ran.out().contains("0 complete, 1 could not go on, 2 wrong usage, 3 partial, 130 interrupted"));
        }
    }

    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void everyCommandHasHelpInTwoWays(String command) {
        Ran help = Ran.paymap("help", command);
        Ran option = Ran.paymap(command, "--help");

        assertEquals(0, help.exitCode());
        assertEquals("", help.err());
        assertTrue(help.out().contains("Usage: paymap " + command), help.out());
        assertEquals(help, option);
    }

    /** And none shows the name of a field of ours. */
    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void everyValueOfAnOptionIsNamedInTheSameWay(String command) {
        assertEquals(
                List.of(),
                Ran.paymap("help", command)
                        .out()
                        .lines()
                        .filter(line -> line.matches("\\s+-.*<.*"))
                        .toList());
    }

    /** As on a terminal: the emphasis is help's own, and what a person set is not. */
    @Test
    void helpKeepsItsEmphasisAndCleansWhatIsSet() {
        String before = System.setProperty("picocli.ansi", "true");
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, UTF_8);
            Paymap.run(stream, stream, Map.of("PAYMAP_KEYWORD", "\u001B]0;x\u0007"), "crawl", "--help");
            String help = out.toString(UTF_8);
            assertTrue(help.contains("\u001B[1mpaymap crawl\u001B["), help);
            assertFalse(help.contains("?["), help);
            assertTrue(help.contains("--keyword ?]0;x?"), help);
        } finally {
            if (before == null) {
                System.clearProperty("picocli.ansi");
            } else {
                System.setProperty("picocli.ansi", before);
            }
        }
    }

    @Test
    void theHelpOfCrawlNamesEveryOptionWithItsDefault() {
        String help = Ran.paymap("help", "crawl").out();

        for (String option : List.of(
                "--cities",
                "--keyword",
                "--per-city",
                "--site",
                "-n, --threads",
                "--rate",
                "--max-wait",
                "--db",
                "--cookies",
                "--user-agent",
                "--era",
                "--site-key",
                "--site-iv",
                "--robots",
                "--seed",
                "--new-run",
                "--json",
                "-v, --verbose")) {
            assertTrue(help.contains(option), option);
        }
        for (String usual :
                List.of("default: python", "default: 100", "default: 4", "15min", "data/paymap.db", "12/min")) {
            assertTrue(help.contains(usual), usual);
        }
        assertFalse(help.contains("${"), help);
    }

    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void noLineOfHelpIsWiderThanATerminal(String command) {
        assertNoneIsWide(Ran.paymap("help", command));
    }

    @Test
    void noLineOfTheHelpOfAllIsWiderThanATerminal() {
        assertNoneIsWide(Ran.paymap("--help"));
    }

    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void helpFitsANarrowTerminalWithoutPartingWords(String command) {
        String wide = help(command, 100);

        for (int columns : new int[] {72, 80}) {
            String narrow = help(command, columns);
            List<String> tooWide =
                    narrow.lines().filter(line -> Table.columns(line) > columns).toList();
            assertEquals(List.of(), tooWide);
            assertEquals(words(wide), words(narrow));
        }
    }

    private static String help(String command, int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        String[] args = {"help", command};
        Commands.all(new Terminal(stream, stream, true, false, columns), args).execute(args);
        return out.toString(UTF_8);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static void assertNoneIsWide(Ran help) {
        assertEquals(
                List.of(),
                help.out().lines().filter(line -> Table.columns(line) > 100).toList());
    }

    @Test
    void theVersionNamesPaymapAndJava() {
        Ran ran = Ran.paymap("--version");

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        assertTrue(ran.out().matches("paymap \\S+\\RJava " + System.getProperty("java.version") + "\\R"), ran.out());
    }

    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void everyCommandTellsTheVersion(String command) {
        assertEquals(Ran.paymap("--version"), Ran.paymap(command, "--version"));
        assertEquals(Ran.paymap("--version"), Ran.paymap("version"));
    }

    @Test
    void theCompletionIsAScriptThatBashAccepts() throws IOException, InterruptedException {
        Ran ran = Ran.paymap("completion");
        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());

        assertEquals("", bash("-n", script(ran)));
    }

    @Test
    void theCompletionOffersCommandsAndOptions() throws IOException, InterruptedException {
        String script = script(Ran.paymap("completion"));

        String offered = bash(
                "-c",
                "compopt() { :; }; source " + script
                        + "; COMP_WORDS=(paymap cr); COMP_CWORD=1; COMP_LINE='paymap cr'; COMP_POINT=9;"
                        + " _complete_paymap; echo \"${COMPREPLY[@]}\";"
                        + " COMP_WORDS=(paymap crawl --per); COMP_CWORD=2; COMP_LINE='paymap crawl --per'; COMP_POINT=18;"
                        + " COMPREPLY=(); _complete_paymap; echo \"${COMPREPLY[@]}\"; complete -p paymap");

        assertTrue(offered.startsWith("crawl\n--per-city\n"), offered);
        assertTrue(offered.contains("_complete_paymap"), offered);
    }

    private String script(Ran ran) throws IOException {
        return Files.writeString(folder.resolve("completion.sh"), ran.out()).toString();
    }

    /** All that bash says; the test fails where it does not end well. */
    private String bash(String... args) throws IOException, InterruptedException {
        Path told = folder.resolve("bash.txt");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "Skipped: there is no bash here.");
        Process bash = new ProcessBuilder(
                        java.util.stream.Stream.concat(java.util.stream.Stream.of("/bin/bash"), List.of(args).stream())
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        int exitCode = bash.waitFor();
        String text = Files.readString(told, UTF_8);
        assertEquals(0, exitCode, text);
        return text;
    }
}
