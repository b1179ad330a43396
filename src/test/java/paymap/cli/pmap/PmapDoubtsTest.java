package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of results that may not be what they seem; on the loopback only. */
@Timeout(60)
class PmapDoubtsTest {

    private static final String WHY = "every one of 60 ports is open; something in between may answer for it";

    @ParameterizedTest
    @ValueSource(strings = {"text", "plain", "json", "ndjson"})
    void aHostThatAnswersOnEveryPortIsSuspiciousInEachFormat(String format) throws IOException {
        Ran ran = scanned(60, format);

        assertEquals(0, ran.exitCode(), ran.err());
        switch (format) {
            case "text" -> {
                assertEquals(
                        "         suspicious: " + WHY,
                        ran.out().lines().toList().get(1));
                assertEquals("", ran.err());
            }
            case "plain" -> assertEquals("paymap: 127.0.0.1: " + WHY + ".\n", ran.err());
            case "json" -> check(ran.json().at("/hosts/0"));
            default ->
                check(JsonMapper.shared().readTree(ran.out().lines().toList().get(61))); // after the heading
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "plain", "json", "ndjson"})
    void fewerOpenPortsAreNot(String format) throws IOException {
        Ran ran = scanned(49, format);

        assertFalse((ran.out() + ran.err()).contains("suspicious"), ran.toString());
        assertEquals("", ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void aHostWhoseTimeWasUpIsToldAsFarAsItIsKnown(String model) {
        // At 100 a second, a thousand ports take ten seconds; in half a second some fifty are known.
        String[] slow = {"127.0.0.1", "-p", "1-1000", "--max-rate", "100", "--host-timeout", "500ms", "-m", model};

        Ran text = pmap(slow);
        JsonNode json = pmap(with(slow, "json")).json();

        assertEquals(3, text.exitCode(), text.err());
        assertTrue(
                text.out()
                        .matches(
                                "127\\.0\\.0\\.1: none of 1000 ports open, \\d+ closed, \\d+ not known, as its time was up\n"),
                text.out());
        JsonNode host = json.at("/hosts/0");
        assertTrue(host.get("timed_out").asBoolean());
        assertEquals(
                1000,
                host.get("closed").asInt()
                        + host.get("unasked").asInt()
                        + host.get("open").size());
        assertFalse(json.get("complete").asBoolean());
    }

    @Test
    void aStreamSaysSoToo() {
        Ran ran = pmap("127.0.0.1-2", "-p", "1-1000", "--rate", "200", "--host-timeout", "500ms", "--format", "ndjson");

        assertEquals(3, ran.exitCode(), ran.err());
        List<JsonNode> hosts = ran.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.get("type").asString().equals("host"))
                .toList();
        assertEquals(2, hosts.size(), ran.out());
        assertTrue(hosts.stream().allMatch(host -> host.get("timed_out").asBoolean()), ran.out());
        assertTrue(ran.err().contains("2 of 2 hosts finished"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void aRandomOrderIsToldBySeedAndResultsComeInOrder(String model) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.3"))) {
            String[] args = {
                "127.0.0.1-20", "-p", "1-20," + server.getLocalPort(), "-m", model, "--randomize", "--seed", "7", "-v"
            };
            Ran ran = pmap(args);
            Ran usual = pmap("127.0.0.1-20", "-p", "1-20," + server.getLocalPort(), "-m", model);

            assertEquals(usual.out(), ran.out());
            assertTrue(ran.err().contains("paymap: In a random order; --seed 7 repeats it.\n"), ran.err());
            assertEquals(
                    7,
                    pmap(with(args, "json")).json().get("settings").get("seed").asInt());
            assertFalse(pmap("127.0.0.1", "-p1", "--format", "json")
                    .json()
                    .get("settings")
                    .has("seed"));
        }
    }

    @Test
    void aPingInARandomOrderFindsTheSame() {
        Ran ran = pmap("127.0.0.1-9", "-f", "ping", "--randomize", "--format", "plain");

        if (ran.exitCode() == 0) { // a machine may have no way to ping
            assertEquals(pmap("127.0.0.1-9", "-f", "ping", "--format", "plain").out(), ran.out());
            assertEquals(9, ran.out().lines().count());
        }
    }

    private static void check(JsonNode host) {
        assertEquals("every_port_open", host.at("/suspicious/reason").asString());
        assertEquals(WHY, host.at("/suspicious/why").asString());
    }

    private static Ran scanned(int count, String format) throws IOException {
        List<ServerSocket> servers = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                servers.add(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            }
            String ports =
                    servers.stream().map(server -> "" + server.getLocalPort()).collect(Collectors.joining(","));
            return pmap("127.0.0.1", "-p", ports, "--format", format);
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    private static String[] with(String[] args, String format) {
        return Stream.concat(Arrays.stream(args), Stream.of("--format", format)).toArray(String[]::new);
    }

    private static Ran pmap(String... args) {
        return Ran.paymap(Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new));
    }
}
