package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Commands;
import paymap.cli.Ran;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Through the front door, on the loopback only. */
@Timeout(60)
class PmapCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void findsWhatListensAndNothingElse(String model) throws IOException {
        try (ServerSocket server = listening()) {
            int port = server.getLocalPort();

            Ran ran = pmap("-ip", "127.0.0.1", "-p", port + ",1,2,3", "-m", model, "--format", "plain");

            // On a busy machine children take over a second to start, and a line of progress tells so.
            String noise = ran.err().replaceAll("\\d+ of \\d+ done, .*\\R", "");
            assertEquals(new Ran(0, "127.0.0.1:" + port + "\n", ""), new Ran(ran.exitCode(), ran.out(), noise));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void savesTheResultAsJson(String model) throws IOException {
        Path file = folder.resolve("result.json");
        try (ServerSocket server = listening()) {
            int port = server.getLocalPort();

            Ran ran = pmap(
                    "-n", "10", "-f", "tcp", "-ip", "127.0.0.1", "-p", port + ",1-3", "-m", model, "-w", "" + file);

            JsonNode result = JsonMapper.shared().readTree(file);
            assertEquals(0, ran.exitCode(), ran.err());
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
        Ran ran = pmap("-ip", "127.0.0.1", "-p", "1-2", "--all");

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().startsWith("127.0.0.1: none of 2 ports open, 2 closed\n"), ran.out());
        assertTrue(ran.out().contains("1  closed: refused"), ran.out());
    }

    @Test
    void streamsOneObjectALine() throws IOException {
        try (ServerSocket server = listening()) {
            Ran ran = pmap("-ip", "127.0.0.1", "-p", "" + server.getLocalPort(), "--format", "ndjson");

            List<String> lines = ran.out().lines().toList();
            List<JsonNode> objects =
                    lines.stream().map(JsonMapper.shared()::readTree).toList();
            assertEquals(
                    List.of("scan", "open", "host", "end"),
                    objects.stream()
                            .map(object -> object.get("type").asString())
                            .toList());
            assertEquals(server.getLocalPort(), objects.get(1).get("port").asInt());
            assertEquals("127.0.0.1", objects.get(0).get("addresses").asString());
        }
    }

    @Test
    void scansIpv6() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("::1"))) {
            Ran ran = pmap("-ip", "::1", "-p", "" + server.getLocalPort(), "--format", "plain");

            assertEquals(new Ran(0, "[::1]:" + server.getLocalPort() + "\n", ""), ran);
        }
    }

    @Test
    void severalHostsComeInTheOrderOfTheirAddresses() throws IOException {
        try (ServerSocket server = listening()) {
            int port = server.getLocalPort();

            Ran ran = pmap("127.0.0.3", "127.0.0.1,127.0.0.2", "-p1,2," + port);

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(
                    "127.0.0.1: 1 of 3 ports open, 2 closed\n" + String.format("%7d  unknown\n", port)
                            + "127.0.0.2: none of 3 ports open, 3 closed\n"
                            + "127.0.0.3: none of 3 ports open, 3 closed\n",
                    ran.out(),
                    "a host that is there is told though nothing is open");
        }
    }

    @Test
    void tellsTheElapsedTimeWhenAsked() {
        Ran ran = pmap("-ip", "127.0.0.1", "-p", "1", "-v");

        assertTrue(ran.err().contains("Elapsed: "), ran.err());
    }

    @Test
    void aHostWithMostOfItsPortsOpenIsSuspicious() throws IOException {
        List<ServerSocket> servers = new ArrayList<>();
        try {
            for (int i = 0; i < 101; i++) {
                servers.add(listening());
            }
            String ports =
                    servers.stream().map(server -> "" + server.getLocalPort()).collect(Collectors.joining(","));

            Ran ran = pmap("-ip", "127.0.0.1", "-p", "1,2," + ports, "--format", "plain");

            assertEquals(101, ran.out().lines().count());
            assertTrue(ran.err().contains("127.0.0.1: more than half of its ports are open"), ran.err());
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    @Test
    void aHostWithFewOpenPortsIsNot() {
        assertEquals(
                "", pmap("-ip", "127.0.0.1", "-p", "1-101", "--format", "plain").err());
    }

    @Test
    void aPortWithoutAUsualServiceIsUnknown() throws IOException {
        try (ServerSocket server = listening()) {
            Ran ran = pmap("-ip", "127.0.0.1", "-p", "" + server.getLocalPort());

            assertEquals(
                    "127.0.0.1: 1 of 1 ports open\n" + String.format("%7d  unknown\n", server.getLocalPort()),
                    ran.out());
        }
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
                "-ip 10.0.0.0/7|33554432 addresses were named; pass --yes to scan more than 2^24 addresses",
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
                "-ip 127.0.0.1 -f ping --pinger isReachable|--pinger is one of",
                "-ip 127.0.0.1 -w /dev/null/x|cannot write to /dev/null/x: what should be its folder is a file",
                "-ip 127.0.0.1 --bogus|--bogus",
                "-p 80|no hosts are named",
                "127.0.0.1 --pinger icmp|--pinger says how to ping; it needs -f ping",
                "127.0.0.1 -f ping -p 80|-p names TCP ports, and a ping asks none",
                "127.0.0.1 -f ping --assume-up|--assume-up is for TCP ports",
                "127.0.0.1 --all --format plain|--all tells more than --format plain can hold",
                "127.0.0.1 -t 6min|-t must be from 1ms to 5min: 360000ms",
                "127.0.0.1 -t 0ms|-t must be from 1ms to 5min: 0ms",
                "127.0.0.1 --rate 1000001|--rate must be from 1 to 1000000 packets a second: 1000001",
                "127.0.0.1 -p 1 -p 2|-p",
                "127.0.0.1 -p 1 -w -|-w needs the name of a file",
                "127.0.0.1 -p 1 --report -|--report needs the name of a file",
            })
    void refusesWhatMakesNoSense(String line, String why) {
        Ran ran = pmap(line.split(" "));

        assertEquals(2, ran.exitCode(), ran.toString());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(why), ran.err());
    }

    /** The system, asked for such a name, could answer with any host at all. */
    @Test
    void whatHasAColonIsAnAddressAndIsNeverLookedUp() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 made:80\n");
        Map<String, String> knowing = Map.of("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts);

        Ran ran = Ran.process(folder, knowing, "pmap", "made:80", "-p", "1");

        assertEquals(2, ran.exitCode(), ran.toString());
        assertTrue(ran.err().contains("not an IPv6 address: \"made:80\""), ran.err());
    }

    @Test
    void refusesAnEmptyTargetFile() throws IOException {
        Path file = Files.writeString(folder.resolve("hosts"), "\n");

        Ran ran = pmap("-ip", "@" + file);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("no targets are in"), ran.err());
    }

    @Test
    void refusesToWriteIntoAFolderBeforeItScans() {
        Ran ran = pmap("-ip", "127.0.0.1", "-w", folder.toString());

        assertEquals(2, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals("paymap: cannot write to " + folder + ": it is a folder; name a file\n", ran.err());
    }

    @Test
    void theQuickWayKnowsEveryOptionThatTheLibraryKnows() {
        CommandLine line = Commands.named("pmap");
        for (CommandLine.Model.OptionSpec option : line.getCommandSpec().options()) {
            String[] args = option.arity().max() == 0
                    ? new String[] {"x", option.longestName()}
                    : new String[] {"x", option.longestName(), "y"};
            boolean standard = option.usageHelp() || option.versionHelp();

            assertEquals(standard, PmapOptions.fastPath(args, 0) == null, Arrays.toString(args));
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

    private static Ran pmap(String... args) {
        return Ran.paymap(Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new));
    }
}
