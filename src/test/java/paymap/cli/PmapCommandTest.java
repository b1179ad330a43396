package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Through the front door, on the loopback only. */
class PmapCommandTest {

    record Run(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void findsWhatListensAndNothingElse(String model) throws IOException {
        try (ServerSocket server = listening()) {
            int port = server.getLocalPort();

            Run run = pmap("-ip", "127.0.0.1", "-p", port + ",1,2,3", "-m", model, "--format", "plain");

            assertEquals(new Run(0, "127.0.0.1:" + port + "\n", ""), run);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void savesTheResultAsJson(String model) throws IOException {
        Path file = folder.resolve("result.json");
        try (ServerSocket server = listening()) {
            int port = server.getLocalPort();

            Run run = pmap(
                    "-n", "10", "-f", "tcp", "-ip", "127.0.0.1", "-p", port + ",1-3", "-m", model, "-w", "" + file);

            JsonNode result = JsonMapper.shared().readTree(file);
            assertEquals(0, run.exitCode(), run.err());
            assertEquals("tcp", result.get("scan").asString());
            assertEquals("127.0.0.1", result.get("targets").asString());
            assertTrue(result.get("complete").asBoolean());
            assertTrue(result.get("elapsed_ms").isIntegralNumber());
            JsonNode host = result.get("hosts").get(0);
            assertEquals("127.0.0.1", host.get("ip").asString());
            assertEquals(port, host.get("open").get(0).get("port").asInt());
            assertTrue(host.get("open").get(0).get("rtt_ms").isNumber());
            assertEquals(3, host.get("closed").asInt());
            assertEquals(0, host.get("filtered").asInt());
            assertEquals(0, host.get("errors").asInt());
            assertEquals(List.of(file), files());
        }
    }

    @Test
    void aServiceIsWhatUsuallyListensThere() {
        Run run = pmap("-ip", "127.0.0.1", "-p", "1-2", "--all");

        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("127.0.0.1: none of 2 ports open, 2 closed\n"), run.out());
        assertTrue(run.out().contains("1  closed: refused"), run.out());
    }

    @Test
    void streamsOneObjectALine() throws IOException {
        try (ServerSocket server = listening()) {
            Run run = pmap("-ip", "127.0.0.1", "-p", "" + server.getLocalPort(), "--format", "ndjson");

            List<String> lines = run.out().lines().toList();
            assertEquals(2, lines.size(), run.out());
            JsonNode open = JsonMapper.shared().readTree(lines.get(0));
            assertEquals("open", open.get("type").asString());
            assertEquals(server.getLocalPort(), open.get("port").asInt());
            assertEquals(
                    "host",
                    JsonMapper.shared().readTree(lines.get(1)).get("type").asString());
        }
    }

    @Test
    void scansIpv6() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("::1"))) {
            Run run = pmap("-ip", "::1", "-p", "" + server.getLocalPort(), "--format", "plain");

            assertEquals(new Run(0, "[::1]:" + server.getLocalPort() + "\n", ""), run);
        }
    }

    @Test
    void tellsTheElapsedTimeWhenAsked() {
        Run run = pmap("-ip", "127.0.0.1", "-p", "1", "-v");

        assertTrue(run.err().contains("Elapsed: "), run.err());
    }

    @Test
    void aHostThatAnswersEverywhereIsSuspicious() throws IOException {
        Run run = pmap("-ip", "127.0.0.1", "-p", "1-101", "--format", "plain");

        assertFalse(run.err().contains("something in between"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-ip 127.0.0.9-127.0.0.1|goes backwards",
                "-ip 127.0.0.256|an octet goes to 255",
                "-ip 127.0.0.01|leading zeros",
                "-ip 127.0.0.0/33|from /0 to /32",
                "-ip fe80::1|needs its interface",
                "-ip 0.0.0.0|is no host",
                "-ip 10.0.0.0/7|--yes",
                "-ip no.such.host.invalid|no host of this name",
                "-ip 127.0.0.1 -p 0|from 1 to 65535",
                "-ip 127.0.0.1 -p 70000|from 1 to 65535",
                "-ip 127.0.0.1 -p no-such-service|no known service",
                "-ip 127.0.0.1 -n 0|at once: 0",
                "-ip 127.0.0.1 -n 10001|at once: 10001",
                "-ip 127.0.0.1 -n many|a whole number",
                "-ip 127.0.0.1 -f udp|-f is one of ping, tcp, not \"udp\"",
                "-ip 127.0.0.1 -m fork|-m is thread or proc",
                "-ip 127.0.0.1 -t soon|not a time",
                "-ip 127.0.0.1 --rate 0|never send anything",
                "-ip 127.0.0.1 --retries 101|--retries must be",
                "-ip 127.0.0.1 --format xml|--format is one of",
                "-ip 127.0.0.1 --pinger isReachable|--pinger is one of",
                "-ip 127.0.0.1 -w /dev/null/x|cannot write to /dev/null/x: what should be its folder is a file",
                "-ip 127.0.0.1 --bogus|--bogus",
                "-p 80|-ip",
            })
    void refusesWhatMakesNoSense(String line, String why) {
        Run run = pmap(line.split(" "));

        assertEquals(2, run.exitCode(), run.toString());
        assertEquals("", run.out());
        assertTrue(run.err().contains(why), run.err());
    }

    @Test
    void refusesAnEmptyTargetFile() throws IOException {
        Path file = Files.writeString(folder.resolve("hosts"), "\n");

        Run run = pmap("-ip", "@" + file);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("no targets are in"), run.err());
    }

    @Test
    void refusesToWriteIntoAFolderBeforeItScans() {
        Run run = pmap("-ip", "127.0.0.1", "-w", folder.toString());

        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals("paymap: cannot write to " + folder + ": it is a folder; name a file\n", run.err());
    }

    @Test
    void theQuickWayKnowsEveryOptionThatTheLibraryKnows() {
        CommandLine line = Paymap.commandLine(Terminal.of(System.out, System.err), new Settings(java.util.Map.of()))
                .getSubcommands()
                .get("pmap");
        for (CommandLine.Model.OptionSpec option : line.getCommandSpec().options()) {
            String[] args = option.arity().max() == 0
                    ? new String[] {"-ip", "x", option.longestName()}
                    : new String[] {"-ip", "x", option.longestName(), "y"};
            boolean standard = option.usageHelp() || option.versionHelp();

            assertEquals(standard, PmapOptions.quick(args, 0) == null, Arrays.toString(args));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    static Run pmap(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new);
        int exitCode = Paymap.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
